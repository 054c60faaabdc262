using NodaTime;

namespace RandomInspection.Planning;

/// <summary>A visit that counts as a burden: one that was paid, or one that is still to come because the subject was drawn for it.</summary>
/// <param name="SubjectCode">The subject.</param>
/// <param name="DepartmentId">The inspecting department: the authority.</param>
/// <param name="TaskId">The task it was paid for.</param>
/// <param name="Visit">What is one visit, whoever takes part in it: equal for all that is inspected in one visit (进一次门、查多项事).</param>
/// <param name="On">The day of its conclusion; for one that is to come, the last day on which it may take place.</param>
public sealed record PastVisit(string SubjectCode, string DepartmentId, string TaskId, string Visit, LocalDate On);

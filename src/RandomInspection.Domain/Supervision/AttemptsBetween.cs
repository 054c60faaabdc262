using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>The refused attempts of a department's people, or of all, in a period, the newest last.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="From">The first moment.</param>
/// <param name="Before">The first moment that does not belong to it.</param>
public sealed record AttemptsBetween(string? DepartmentId, Instant From, Instant Before) : Specification<AttemptView>(
    attempt => attempt.At >= From && attempt.At < Before && (DepartmentId == null || attempt.DepartmentId == DepartmentId), attempt => attempt.At);

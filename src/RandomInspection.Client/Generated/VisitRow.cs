// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A visit in a list.</summary>
public sealed record VisitRow
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>match</c>.</summary>
    public required string Match { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>subjectName</c>.</summary>
    public required string SubjectName { get; init; }

    /// <summary><c>region</c>.</summary>
    public required string Region { get; init; }

    /// <summary><c>from</c>.</summary>
    public required LocalDate From { get; init; }

    /// <summary><c>to</c>.</summary>
    public required LocalDate To { get; init; }

    /// <summary><c>status</c>.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary><c>missing</c>.</summary>
    public required int Missing { get; init; }

    /// <summary><c>conclusion</c>.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary><c>concludedOn</c>.</summary>
    public required LocalDate? ConcludedOn { get; init; }
}

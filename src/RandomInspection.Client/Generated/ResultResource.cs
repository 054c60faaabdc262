// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A published result, as the redaction policy lets everybody read it.</summary>
public sealed record ResultResource
{
    /// <summary><c>visit</c>.</summary>
    public required string Visit { get; init; }

    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>subjectName</c>.</summary>
    public required string? SubjectName { get; init; }

    /// <summary><c>conclusion</c>.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary><c>concludedOn</c>.</summary>
    public required LocalDate? ConcludedOn { get; init; }

    /// <summary><c>publishedAt</c>.</summary>
    public required Instant PublishedAt { get; init; }
}

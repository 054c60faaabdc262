// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A visit for its own department; <c>Day</c> is there where days are drawn, <c>ApprovalIsOwed</c> where it began in an emergency, <c>Assigned</c> are those of the team who were not drawn.</summary>
public sealed record VisitResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>draw</c>.</summary>
    public required string Draw { get; init; }

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

    /// <summary><c>team</c>.</summary>
    public required IReadOnlyList<string> Team { get; init; }

    /// <summary><c>missing</c>.</summary>
    public required int Missing { get; init; }

    /// <summary><c>items</c>.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary><c>results</c>.</summary>
    public required IReadOnlyList<ItemResultResource> Results { get; init; }

    /// <summary><c>begunOn</c>.</summary>
    public required LocalDate? BegunOn { get; init; }

    /// <summary><c>conclusion</c>.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary><c>concludedOn</c>.</summary>
    public required LocalDate? ConcludedOn { get; init; }

    /// <summary><c>auditedBy</c>.</summary>
    public required string? AuditedBy { get; init; }

    /// <summary><c>returnReason</c>.</summary>
    public required string? ReturnReason { get; init; }

    /// <summary><c>service</c>.</summary>
    public required ServiceBody? Service { get; init; }

    /// <summary><c>measures</c>.</summary>
    public required IReadOnlyList<MeasureResource> Measures { get; init; }

    /// <summary><c>evidence</c>.</summary>
    public required IReadOnlyList<EvidenceResource> Evidence { get; init; }

    /// <summary><c>day</c>.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary><c>approvedBy</c>.</summary>
    public required string? ApprovedBy { get; init; }

    /// <summary><c>approvalIsOwed</c>.</summary>
    public required bool ApprovalIsOwed { get; init; }

    /// <summary><c>checkedInAt</c>.</summary>
    public required Instant? CheckedInAt { get; init; }

    /// <summary><c>assigned</c>.</summary>
    public required IReadOnlyList<string> Assigned { get; init; }

    /// <summary><c>proposedOfficer</c>.</summary>
    public required string? ProposedOfficer { get; init; }
}

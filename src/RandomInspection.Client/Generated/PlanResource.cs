// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A plan with its tasks as they are in force, and, for whoever works here, what is being amended.</summary>
public sealed record PlanResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>year</c>.</summary>
    public required int Year { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>kind</c>.</summary>
    public required PlanKind Kind { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>status</c>.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary><c>version</c>.</summary>
    public required int Version { get; init; }

    /// <summary><c>ground</c>.</summary>
    public required TaskGround? Ground { get; init; }

    /// <summary><c>words</c>.</summary>
    public required string? Words { get; init; }

    /// <summary><c>approvedBy</c>.</summary>
    public required string? ApprovedBy { get; init; }

    /// <summary><c>approvedAt</c>.</summary>
    public required Instant? ApprovedAt { get; init; }

    /// <summary><c>returnReason</c>.</summary>
    public required string? ReturnReason { get; init; }

    /// <summary><c>amendment</c>.</summary>
    public required PlanStatus? Amendment { get; init; }

    /// <summary><c>tasks</c>.</summary>
    public required IReadOnlyList<PlannedTaskResource> Tasks { get; init; }

    /// <summary><c>drafted</c>.</summary>
    public required IReadOnlyList<PlannedTaskResource> Drafted { get; init; }
}

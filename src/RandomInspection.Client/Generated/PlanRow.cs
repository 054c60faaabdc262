// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A plan in a list.</summary>
public sealed record PlanRow
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

    /// <summary><c>tasks</c>.</summary>
    public required int Tasks { get; init; }

    /// <summary><c>approvedAt</c>.</summary>
    public required Instant? ApprovedAt { get; init; }

    /// <summary><c>ground</c>.</summary>
    public required TaskGround? Ground { get; init; }

    /// <summary><c>version</c>.</summary>
    public required int Version { get; init; }
}

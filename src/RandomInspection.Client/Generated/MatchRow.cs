// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A match in a list.</summary>
public sealed record MatchRow
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>taskIds</c>.</summary>
    public required IReadOnlyList<string> TaskIds { get; init; }

    /// <summary><c>draw</c>.</summary>
    public required string Draw { get; init; }

    /// <summary><c>attempt</c>.</summary>
    public required int Attempt { get; init; }

    /// <summary><c>status</c>.</summary>
    public required CeremonyStatus Status { get; init; }

    /// <summary><c>visits</c>.</summary>
    public required int Visits { get; init; }

    /// <summary><c>seats</c>.</summary>
    public required int Seats { get; init; }

    /// <summary><c>missing</c>.</summary>
    public required int Missing { get; init; }

    /// <summary><c>assurance</c>.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary><c>endedAt</c>.</summary>
    public required Instant? EndedAt { get; init; }
}

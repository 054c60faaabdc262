// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A match whose problem is frozen.</summary>
public sealed record FrozenMatchResource
{
    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>draw</c>.</summary>
    public required string Draw { get; init; }

    /// <summary><c>problemDigest</c>.</summary>
    public required string ProblemDigest { get; init; }

    /// <summary><c>visits</c>.</summary>
    public required int Visits { get; init; }

    /// <summary><c>joined</c>.</summary>
    public required IReadOnlyList<string> Joined { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A change of a drawn list.</summary>
public sealed record ListChangeResource
{
    /// <summary><c>number</c>.</summary>
    public required int Number { get; init; }

    /// <summary><c>unit</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>by</c>.</summary>
    public required string? By { get; init; }

    /// <summary><c>ground</c>.</summary>
    public required ReplacementGround Ground { get; init; }

    /// <summary><c>state</c>.</summary>
    public required ListChangeState State { get; init; }

    /// <summary><c>at</c>.</summary>
    public required Instant At { get; init; }

    /// <summary><c>proposedBy</c>.</summary>
    public required string? ProposedBy { get; init; }

    /// <summary><c>decidedBy</c>.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary><c>declineReason</c>.</summary>
    public required string? DeclineReason { get; init; }
}

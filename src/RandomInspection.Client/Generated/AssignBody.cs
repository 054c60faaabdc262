// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An officer who is to be assigned without a draw; somebody else approves it.</summary>
public sealed record AssignBody
{
    /// <summary>The special case.</summary>
    public required AssignmentCase Case { get; init; }

    /// <summary>Who.</summary>
    public required string Inspector { get; init; }

    /// <summary>Why; recorded.</summary>
    public required string Reason { get; init; }

    /// <summary>Who falls out; left out for an empty seat.</summary>
    public string? InsteadOf { get; init; }
}

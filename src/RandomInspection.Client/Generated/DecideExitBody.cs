// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What is decided on it.</summary>
public sealed record DecideExitBody
{
    /// <summary><c>decision</c>.</summary>
    public required ExitDecision Decision { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

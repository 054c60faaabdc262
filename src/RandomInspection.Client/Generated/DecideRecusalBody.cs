// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What is decided on a request.</summary>
public sealed record DecideRecusalBody
{
    /// <summary><c>decision</c>.</summary>
    public required RecusalDecision Decision { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

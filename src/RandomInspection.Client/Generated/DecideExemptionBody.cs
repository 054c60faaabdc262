// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What is decided on an exemption.</summary>
public sealed record DecideExemptionBody
{
    /// <summary><c>decision</c>.</summary>
    public required ExemptionDecision Decision { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

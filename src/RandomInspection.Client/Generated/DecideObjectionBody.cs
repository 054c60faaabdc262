// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What is decided on an objection.</summary>
public sealed record DecideObjectionBody
{
    /// <summary><c>decision</c>.</summary>
    public required ObjectionDecision Decision { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

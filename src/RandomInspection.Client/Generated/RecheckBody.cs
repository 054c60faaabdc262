// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What was found when a measure was checked again.</summary>
public sealed record RecheckBody
{
    /// <summary><c>measure</c>.</summary>
    public required int Measure { get; init; }

    /// <summary><c>outcome</c>.</summary>
    public required RecheckOutcome Outcome { get; init; }

    /// <summary><c>note</c>.</summary>
    public required string Note { get; init; }
}

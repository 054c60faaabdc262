// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A share as it was counted.</summary>
public sealed record RatioResource
{
    /// <summary><c>numerator</c>.</summary>
    public required long Numerator { get; init; }

    /// <summary><c>denominator</c>.</summary>
    public required long Denominator { get; init; }
}

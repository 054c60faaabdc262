// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A party that missed its deadline.</summary>
public sealed record StrikeBody
{
    /// <summary><c>party</c>.</summary>
    public required string Party { get; init; }
}

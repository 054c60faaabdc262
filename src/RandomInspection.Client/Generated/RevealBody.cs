// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The value to which a party committed, in hex.</summary>
public sealed record RevealBody
{
    /// <summary><c>value</c>.</summary>
    public required string Value { get; init; }
}

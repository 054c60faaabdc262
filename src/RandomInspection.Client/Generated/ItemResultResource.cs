// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A result of one item.</summary>
public sealed record ItemResultResource
{
    /// <summary><c>item</c>.</summary>
    public required string Item { get; init; }

    /// <summary><c>result</c>.</summary>
    public required ItemResult Result { get; init; }

    /// <summary><c>by</c>.</summary>
    public required string By { get; init; }
}

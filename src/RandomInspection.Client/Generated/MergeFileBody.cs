// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A kept file.</summary>
public sealed record MergeFileBody
{
    /// <summary>Its digest.</summary>
    public required string Digest { get; init; }

    /// <summary>Its name, by whose end its format is known.</summary>
    public required string Name { get; init; }
}

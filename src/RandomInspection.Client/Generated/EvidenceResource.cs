// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A file of evidence.</summary>
public sealed record EvidenceResource
{
    /// <summary><c>digest</c>.</summary>
    public required string Digest { get; init; }

    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>mediaType</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary><c>size</c>.</summary>
    public required long Size { get; init; }
}

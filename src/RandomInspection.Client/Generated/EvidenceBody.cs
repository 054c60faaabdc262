// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A file of evidence: a picture, a PDF or a film of at most 20 MiB.</summary>
public sealed record EvidenceBody
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its bytes, in base64.</summary>
    public required byte[] Content { get; init; }
}

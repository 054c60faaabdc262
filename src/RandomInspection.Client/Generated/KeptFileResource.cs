// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A file that is kept for a day, unless it is merged.</summary>
public sealed record KeptFileResource
{
    /// <summary>By which it is named from now on.</summary>
    public required string Digest { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
}

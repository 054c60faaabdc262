// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A signed checkpoint.</summary>
public sealed record NoteResource
{
    /// <summary>The signed note, byte for byte.</summary>
    public required string Note { get; init; }
}

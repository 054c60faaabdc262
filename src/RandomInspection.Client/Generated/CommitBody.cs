// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A commitment to a value that stays with its party until the reveal, see docs/draw-specification.md.</summary>
public sealed record CommitBody
{
    /// <summary>The digest of the commitment.</summary>
    public required string Commitment { get; init; }

    /// <summary>The party's signature over the text to sign.</summary>
    public required string? Signature { get; init; }
}

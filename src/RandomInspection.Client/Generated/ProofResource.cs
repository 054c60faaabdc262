// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A proof, to be checked without this host.</summary>
public sealed record ProofResource
{
    /// <summary>The proof's text, see docs/ledger.md.</summary>
    public required string Proof { get; init; }
}

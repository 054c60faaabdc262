// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Pieces of personal data that are to be erased, by their commitments.</summary>
public sealed record ErasePiecesBody
{
    /// <summary><c>commitments</c>.</summary>
    public required IReadOnlyList<string> Commitments { get; init; }

    /// <summary><c>basis</c>.</summary>
    public required string Basis { get; init; }
}

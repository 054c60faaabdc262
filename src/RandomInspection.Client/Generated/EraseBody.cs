// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Somebody whose personal data is to be erased.</summary>
public sealed record EraseBody
{
    /// <summary><c>kind</c>.</summary>
    public required ErasedKind Kind { get; init; }

    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>basis</c>.</summary>
    public required string Basis { get; init; }
}

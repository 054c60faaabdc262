// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A superior's task that is taken over.</summary>
public sealed record SuperiorTaskBody
{
    /// <summary>Whose.</summary>
    public required string Authority { get; init; }

    /// <summary>Its number or title.</summary>
    public required string Task { get; init; }

    /// <summary>The document's number.</summary>
    public string? Document { get; init; }
}

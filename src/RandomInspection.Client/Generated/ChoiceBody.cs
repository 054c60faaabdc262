// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An option.</summary>
public sealed record ChoiceBody
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>label</c>.</summary>
    public required string Label { get; init; }
}

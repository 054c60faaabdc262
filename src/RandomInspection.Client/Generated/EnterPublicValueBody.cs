// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A public value as it was published.</summary>
public sealed record EnterPublicValueBody
{
    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>value</c>.</summary>
    public required string Value { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A unit of a drawn list.</summary>
public sealed record UnitBody
{
    /// <summary><c>unit</c>.</summary>
    public required string Unit { get; init; }
}

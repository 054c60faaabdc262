// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A unit of a drawn list.</summary>
public sealed record ListedUnitResource
{
    /// <summary><c>unit</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>draw</c>.</summary>
    public required string Draw { get; init; }

    /// <summary>The change by which it came, or nothing if it was drawn first.</summary>
    public required int? ComesBy { get; init; }

    /// <summary>The change by which it goes, or nothing if it stands.</summary>
    public required int? GoesBy { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A public value that comes in after the last reveal.</summary>
public sealed record PublicValueBody
{
    /// <summary>1 to 64 visible ASCII characters without a colon.</summary>
    public required string Name { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How many outcomes are equally likely, as a decimal string.</summary>
    public string? Outcomes { get; init; }

    /// <summary>When it is fixed.</summary>
    public string? Time { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using System.Text.Json;

namespace RandomInspection.Client;

/// <summary>Criteria and design of a task.</summary>
public sealed record DesignBody
{
    /// <summary>Which subjects.</summary>
    public required CriteriaBody Criteria { get; init; }

    /// <summary>By what to stratify.</summary>
    public required Stratification Stratification { get; init; }

    /// <summary>The design document, see docs/designs.md.</summary>
    public required JsonElement Design { get; init; }

    /// <summary>The special directory whose criteria these are, or nothing.</summary>
    public string? SpecialDirectory { get; init; }

    /// <summary><c>resting</c>.</summary>
    public RestingBody? Resting { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>How far a part of a frame is.</summary>
public sealed record PartProgressResource
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required TaskDrawPartStep Step { get; init; }

    /// <summary>Units read in this step.</summary>
    public required long Units { get; init; }

    /// <summary>Its units, once they were counted.</summary>
    public required long? Size { get; init; }

    /// <summary>How often it was given to a machine.</summary>
    public required int Attempts { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An arrival.</summary>
public sealed record ArriveBody
{
    /// <summary>Why not on the day that was drawn, or why a joint visit is made separately, where it is so.</summary>
    public string? Separately { get; init; }

    /// <summary>What makes it urgent, where it begins without approval.</summary>
    public string? Emergency { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Why.</summary>
public sealed record ReasonBody
{
    /// <summary>The reason, as it will stand in the log.</summary>
    public required string Reason { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Why something is not to be published.</summary>
public sealed record ExemptionBody
{
    /// <summary><c>ground</c>.</summary>
    public required ExemptionGround Ground { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Why something published is taken down.</summary>
public sealed record WithdrawalBody
{
    /// <summary><c>ground</c>.</summary>
    public required WithdrawalGround Ground { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

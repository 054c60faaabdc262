// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Visits that are approved together.</summary>
public sealed record ApproveVisitsBody
{
    /// <summary><c>visits</c>.</summary>
    public required IReadOnlyList<string> Visits { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

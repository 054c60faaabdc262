// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Why an entry is to leave.</summary>
public sealed record ExitBody
{
    /// <summary><c>ground</c>.</summary>
    public required ListingExit Ground { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

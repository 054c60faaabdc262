// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An officer who leaves a team; who comes is drawn.</summary>
public sealed record OfficerBody
{
    /// <summary><c>inspector</c>.</summary>
    public required string Inspector { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

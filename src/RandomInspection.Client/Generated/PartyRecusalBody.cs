// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A party's request.</summary>
public sealed record PartyRecusalBody
{
    /// <summary><c>inspector</c>.</summary>
    public required string Inspector { get; init; }

    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

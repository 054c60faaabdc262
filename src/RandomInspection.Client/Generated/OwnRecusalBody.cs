// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A request for one's own recusal.</summary>
public sealed record OwnRecusalBody
{
    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

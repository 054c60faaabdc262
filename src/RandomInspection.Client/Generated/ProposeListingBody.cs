// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An entry that is proposed.</summary>
public sealed record ProposeListingBody
{
    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>facts</c>.</summary>
    public required string Facts { get; init; }

    /// <summary><c>grounds</c>.</summary>
    public required string Grounds { get; init; }

    /// <summary><c>penalty</c>.</summary>
    public string? Penalty { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary><c>KeySubjectBody</c>.</summary>
public sealed record KeySubjectBody
{
    /// <summary><c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

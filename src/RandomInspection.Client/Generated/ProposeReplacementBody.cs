// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A unit that could not be reached.</summary>
public sealed record ProposeReplacementBody
{
    /// <summary><c>unit</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>attempts</c>.</summary>
    public required IReadOnlyList<ContactBody> Attempts { get; init; }
}

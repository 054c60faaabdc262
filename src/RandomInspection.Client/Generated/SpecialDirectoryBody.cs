// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A special directory that is saved.</summary>
public sealed record SpecialDirectoryBody
{
    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>criteria</c>.</summary>
    public required CriteriaBody Criteria { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What merging a file would do.</summary>
public sealed record MergeCheckResource
{
    /// <summary>The directory's version with which it was compared; the merge names it.</summary>
    public required long Version { get; init; }

    /// <summary><c>rows</c>.</summary>
    public required int Rows { get; init; }

    /// <summary><c>errors</c>.</summary>
    public required int Errors { get; init; }

    /// <summary><c>warnings</c>.</summary>
    public required int Warnings { get; init; }

    /// <summary><c>inserted</c>.</summary>
    public required int Inserted { get; init; }

    /// <summary><c>updated</c>.</summary>
    public required int Updated { get; init; }

    /// <summary><c>unchanged</c>.</summary>
    public required int Unchanged { get; init; }

    /// <summary>The first 200.</summary>
    public required IReadOnlyList<FindingResource> Findings { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What a design promises today.</summary>
public sealed record PreviewResource
{
    /// <summary><c>population</c>.</summary>
    public required long Population { get; init; }

    /// <summary><c>directory</c>.</summary>
    public required long Directory { get; init; }

    /// <summary><c>directoryVersion</c>.</summary>
    public required long DirectoryVersion { get; init; }

    /// <summary><c>listed</c>.</summary>
    public required int Listed { get; init; }

    /// <summary>The expected number of units drawn, in billionths of a unit, as a decimal string.</summary>
    public required string ExpectedNano { get; init; }

    /// <summary><c>leftOut</c>.</summary>
    public required IReadOnlyDictionary<string, long> LeftOut { get; init; }

    /// <summary><c>resting</c>.</summary>
    public required IReadOnlyDictionary<string, long> Resting { get; init; }

    /// <summary><c>cells</c>.</summary>
    public required IReadOnlyList<PreviewCell> Cells { get; init; }
}

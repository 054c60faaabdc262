// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What a match promises today.</summary>
public sealed record MatchPreviewResource
{
    /// <summary><c>visits</c>.</summary>
    public required int Visits { get; init; }

    /// <summary><c>missing</c>.</summary>
    public required int Missing { get; init; }

    /// <summary><c>saved</c>.</summary>
    public required int Saved { get; init; }

    /// <summary><c>directoryVersion</c>.</summary>
    public required long DirectoryVersion { get; init; }

    /// <summary><c>joined</c>.</summary>
    public required IReadOnlyList<string> Joined { get; init; }

    /// <summary><c>notMatched</c>.</summary>
    public required IReadOnlyDictionary<string, int> NotMatched { get; init; }
}

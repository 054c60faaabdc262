// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A party of a ceremony.</summary>
public sealed record PartyResource
{
    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>role</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>kind</c>.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary><c>key</c>.</summary>
    public required string? Key { get; init; }

    /// <summary><c>source</c>.</summary>
    public required string? Source { get; init; }

    /// <summary><c>time</c>.</summary>
    public required string? Time { get; init; }

    /// <summary><c>committed</c>.</summary>
    public required bool Committed { get; init; }

    /// <summary><c>contributed</c>.</summary>
    public required bool Contributed { get; init; }

    /// <summary><c>struck</c>.</summary>
    public required bool Struck { get; init; }
}

// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>How many subjects of a class were visited.</summary>
public sealed record CoverageResource
{
    /// <summary><c>creditClass</c>.</summary>
    public required string CreditClass { get; init; }

    /// <summary><c>visited</c>.</summary>
    public required RatioResource Visited { get; init; }

    /// <summary><c>target</c>.</summary>
    public required long? Target { get; init; }

    /// <summary><c>isMet</c>.</summary>
    public required bool IsMet { get; init; }
}

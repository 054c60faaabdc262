// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A match that begins.</summary>
public sealed record PrepareMatchBody
{
    /// <summary>First day of the visits.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day of the visits, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>How many officers a visit has, 2 or more.</summary>
    public int? Officers { get; init; }

    /// <summary><c>qualifications</c>.</summary>
    public IReadOnlyList<string>? Qualifications { get; init; }

    /// <summary><c>regions</c>.</summary>
    public RegionRule? Regions { get; init; }

    /// <summary><c>load</c>.</summary>
    public LoadPolicy? Load { get; init; }

    /// <summary><c>prior</c>.</summary>
    public PriorLoad? Prior { get; init; }

    /// <summary><c>capacity</c>.</summary>
    public int? Capacity { get; init; }

    /// <summary>Why past visits do not count, where they do not.</summary>
    public string? CleanVisitReason { get; init; }

    /// <summary><c>mixFactor</c>.</summary>
    public int? MixFactor { get; init; }

    /// <summary><c>officersFrom</c>.</summary>
    public OfficerSource? OfficersFrom { get; init; }

    /// <summary><c>hash</c>.</summary>
    public string? Hash { get; init; }
}

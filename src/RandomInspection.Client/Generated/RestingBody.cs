// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Who counts and cannot be drawn.</summary>
public sealed record RestingBody
{
    /// <summary><c>visitsByAuthority</c>.</summary>
    public int? VisitsByAuthority { get; init; }

    /// <summary><c>visitsInAll</c>.</summary>
    public int? VisitsInAll { get; init; }

    /// <summary><c>restDays</c>.</summary>
    public int? RestDays { get; init; }

    /// <summary><c>exemptClasses</c>.</summary>
    public IReadOnlyList<string>? ExemptClasses { get; init; }

    /// <summary><c>keySubjects</c>.</summary>
    public IReadOnlyList<KeySubjectBody>? KeySubjects { get; init; }

    /// <summary><c>exemptKinds</c>.</summary>
    public IReadOnlyList<RestingExemption>? ExemptKinds { get; init; }

    /// <summary><c>exemptKind</c>.</summary>
    public RestingExemption? ExemptKind { get; init; }

    /// <summary><c>exemptReason</c>.</summary>
    public string? ExemptReason { get; init; }
}

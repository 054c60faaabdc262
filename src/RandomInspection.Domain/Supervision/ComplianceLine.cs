using System.Collections.Immutable;

namespace RandomInspection.Supervision;

/// <summary>One clause of the notice with the evidence for it.</summary>
/// <param name="Clause">The clause's id, A1 to A12.</param>
/// <param name="Article">Where it stands in 沈政办发〔2020〕19号.</param>
/// <param name="Chinese">What it is about, in Chinese.</param>
/// <param name="English">What it is about, in English.</param>
/// <param name="Checks">What it asks for, one or more.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record ComplianceLine(string Clause, string Article, string Chinese, string English, ImmutableArray<ComplianceCheck> Checks)
{
    /// <summary>Not held where one check is not; held where at least one is, and none is not.</summary>
    public ComplianceStatus Status =>
        Checks.Any(check => check.Status == ComplianceStatus.NotHeld) ? ComplianceStatus.NotHeld
        : Checks.Any(check => check.Status == ComplianceStatus.Held) ? ComplianceStatus.Held
        : ComplianceStatus.NothingYet;

    /// <summary>All that was checked, added up.</summary>
    public Ratio Figure => Checks.Aggregate(new Ratio(0, 0), (sum, check) => sum + check.Held);

    /// <summary>What it is about, in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? Chinese : English;
}

using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>执法检查人员：an officer (or, in a match of experts, an expert) who can be matched.</summary>
/// <remarks>Source: random-inspection-match/1 "Problem"; 行政处罚法 42, 55 (certificates).</remarks>
public sealed class MatchInspector
{
    /// <summary>Largest capacity and largest prior load: one million.</summary>
    public const int MaxLoad = 1_000_000;

    /// <summary>An inspector.</summary>
    /// <param name="id">1 to 128 visible ASCII characters.</param>
    /// <param name="department">The one department.</param>
    /// <param name="capacity">Visits at most in this match, 1 to <see cref="MaxLoad"/>; <see langword="null"/> for no limit.</param>
    /// <param name="prior">Visits already carried that count in the level, 0 to <see cref="MaxLoad"/>.</param>
    /// <param name="regions">Regions or levels covered; <see langword="null"/> or <c>*</c> for all.</param>
    /// <param name="qualifications">What the inspector holds; <see langword="null"/> for nothing.</param>
    /// <param name="leave">Dates on which the inspector is away, both ends included, in any order; may overlap.</param>
    /// <param name="certificateValidFrom">First day of the certificate; <see langword="null"/> if it does not matter.</param>
    /// <param name="certificateValidTo">Last day of the certificate; <see langword="null"/> if it does not matter.</param>
    /// <exception cref="InputRefusedException">The id (RI3101) or a label (RI3102) is malformed, a label stands twice (RI3103), the capacity is not positive
    /// (RI3104), the certificate ends before it begins (RI3106), there are no regions (RI3108), or the prior load is out of range (RI3110).</exception>
    public MatchInspector(
        string id,
        string department,
        int? capacity,
        int prior = 0,
        IEnumerable<string>? regions = null,
        IEnumerable<string>? qualifications = null,
        IEnumerable<DateInterval>? leave = null,
        LocalDate? certificateValidFrom = null,
        LocalDate? certificateValidTo = null)
    {
        Id = MatchText.Id("inspector", id);
        Department = MatchText.Label("department", department);
        if (capacity is < 1 or > MaxLoad)
        {
            throw MatchingRefusals.MalformedCapacity.Refuse(("inspector", id), ("capacity", capacity), ("most", MaxLoad));
        }

        if (prior is < 0 or > MaxLoad)
        {
            throw MatchingRefusals.MalformedPrior.Refuse(("inspector", id), ("prior", prior), ("most", MaxLoad));
        }

        if (certificateValidFrom > certificateValidTo)
        {
            throw MatchingRefusals.EndsBeforeItBegins.Refuse(
                ("what", $"{id}.certificate"), ("from", MatchDate.Text(certificateValidFrom.Value)), ("to", MatchDate.Text(certificateValidTo.Value)));
        }

        Capacity = capacity;
        Prior = prior;
        Regions = TeamNeed.RegionsOf(id, regions);
        Qualifications = MatchText.Labels("qualification", qualifications ?? []);
        Leave = [.. (leave ?? []).OrderBy(interval => interval.Start).ThenBy(interval => interval.End)];
        CertificateValidFrom = certificateValidFrom;
        CertificateValidTo = certificateValidTo;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The department.</summary>
    public string Department { get; }

    /// <summary>Visits at most in this match, 1 or more; <see langword="null"/> for no limit.</summary>
    public int? Capacity { get; }

    /// <summary>Visits already carried that count in the level.</summary>
    public int Prior { get; }

    /// <summary>Regions or levels covered, in the order of bytes; <c>*</c> alone for all.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>Qualifications held, in the order of bytes.</summary>
    public ImmutableArray<string> Qualifications { get; }

    /// <summary>Dates of leave, both ends included, in order.</summary>
    public ImmutableArray<DateInterval> Leave { get; }

    /// <summary>First day of the certificate, or <see langword="null"/>.</summary>
    public LocalDate? CertificateValidFrom { get; }

    /// <summary>Last day of the certificate, or <see langword="null"/>.</summary>
    public LocalDate? CertificateValidTo { get; }

    /// <summary>What stands against the inspector's serving a team, exclusions aside: department, region, qualification, certificate, leave (RI3001,
    /// RI3005 to RI3008), in this order; empty if nothing does.</summary>
    /// <param name="need">The team.</param>
    /// <param name="window">The visit's window: the certificate must be valid and the inspector present on each of its days; <see langword="null"/> if dates do not matter.</param>
    public ImmutableArray<RefusalDefinition> Obstacles(TeamNeed need, DateInterval? window)
    {
        ArgumentNullException.ThrowIfNull(need);
        ImmutableArray<RefusalDefinition> obstacles = [];
        Unless(need.Department == Department, MatchingReasons.Department);
        Unless(Covers(need), MatchingReasons.Region);
        Unless(Holds(need), MatchingReasons.Qualification);
        Unless(IsCertified(window), MatchingReasons.Certificate);
        Unless(IsPresent(window), MatchingReasons.Leave);
        return obstacles;

        void Unless(bool holds, RefusalDefinition reason) => obstacles = holds ? obstacles : obstacles.Add(reason);
    }

    /// <summary>Whether nothing stands against the inspector's serving a team, exclusions aside: <see cref="Obstacles"/> is empty.</summary>
    /// <param name="need">The team.</param>
    /// <param name="window">As for <see cref="Obstacles"/>.</param>
    public bool MayServe(TeamNeed need, DateInterval? window)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.Department == Department && Covers(need) && Holds(need) && IsCertified(window) && IsPresent(window);
    }

    private bool Covers(TeamNeed need)
    {
        bool covers = need.AcceptsAnyRegion || Regions[0] == TeamNeed.AnyRegion;
        foreach (string region in need.Regions)
        {
            covers = covers || Regions.Contains(region);
        }

        return covers;
    }

    private bool Holds(TeamNeed need)
    {
        foreach (string qualification in need.Qualifications)
        {
            if (!Qualifications.Contains(qualification))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsCertified(DateInterval? window) => window is null || (!(CertificateValidFrom > window.Start) && !(CertificateValidTo < window.End));

    private bool IsPresent(DateInterval? window)
    {
        foreach (DateInterval leave in Leave)
        {
            if (window is not null && leave.Start <= window.End && leave.End >= window.Start)
            {
                return false;
            }
        }

        return true;
    }
}

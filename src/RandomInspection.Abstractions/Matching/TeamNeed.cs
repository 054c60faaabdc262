using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>检查组需求：the officers one department sends to a visit.</summary>
/// <remarks>Two needs are equal if all their members are. Source: random-inspection-match/1 "Problem".</remarks>
public sealed class TeamNeed : IEquatable<TeamNeed>
{
    /// <summary>Most officers of one team.</summary>
    public const int MaxCount = 1000;

    /// <summary>The region that accepts or covers all: <c>*</c>.</summary>
    public const string AnyRegion = "*";

    /// <summary>A team's need.</summary>
    /// <param name="department">The department: a text of 1 to 200 bytes in NFC without control characters, as all labels here.</param>
    /// <param name="count">Officers, 1 to <see cref="MaxCount"/>.</param>
    /// <param name="qualifications">What each of its officers must hold; <see langword="null"/> for nothing.</param>
    /// <param name="regions">Regions or levels of which an officer must cover one; <see langword="null"/> or <c>*</c> for any.</param>
    /// <exception cref="InputRefusedException">A label is malformed (RI3102) or stands twice (RI3103), the count is out of range (RI3107), or there are no regions (RI3108).</exception>
    public TeamNeed(string department, int count, IEnumerable<string>? qualifications = null, IEnumerable<string>? regions = null)
    {
        Department = MatchText.Label("department", department);
        if (count is < 1 or > MaxCount)
        {
            throw MatchingRefusals.MalformedCount.Refuse(("department", department), ("count", count), ("most", MaxCount));
        }

        Count = count;
        Qualifications = MatchText.Labels("qualification", qualifications ?? []);
        Regions = RegionsOf(department, regions);
    }

    /// <summary>The department.</summary>
    public string Department { get; }

    /// <summary>Officers, 1 or more.</summary>
    public int Count { get; }

    /// <summary>What each officer must hold, in the order of bytes; may be empty.</summary>
    public ImmutableArray<string> Qualifications { get; }

    /// <summary>Regions or levels accepted, in the order of bytes; <c>*</c> alone for any.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>Whether any region is accepted.</summary>
    public bool AcceptsAnyRegion => Regions[0] == AnyRegion;

    /// <inheritdoc />
    public bool Equals(TeamNeed? other) => other is not null && Count == other.Count && Order(this, other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TeamNeed);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Department, StringComparer.Ordinal);
        foreach (string text in Qualifications.AddRange(Regions))
        {
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    internal static ImmutableArray<string> RegionsOf(string whose, IEnumerable<string>? regions)
    {
        ImmutableArray<string> sorted = MatchText.Labels("region", regions ?? [AnyRegion]);
        return sorted.IsEmpty ? throw MatchingRefusals.NoRegions.Refuse(("id", whose))
            : sorted.Contains(AnyRegion) ? [AnyRegion]
            : sorted;
    }

    /// <summary>The canonical order of a visit's teams: department, qualifications, regions.</summary>
    internal static int Order(TeamNeed x, TeamNeed y) =>
        MatchText.Compare(x.Department, y.Department) is not 0 and int byDepartment ? byDepartment
        : MatchText.Compare(x.Qualifications, y.Qualifications) is not 0 and int byQualifications ? byQualifications
        : MatchText.Compare(x.Regions, y.Regions);
}

using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>一次上门检查：a visit that needs teams.</summary>
/// <remarks>Source: random-inspection-match/1 "Problem".</remarks>
public sealed class MatchVisit
{
    /// <summary>A visit.</summary>
    /// <param name="id">1 to 128 visible ASCII characters.</param>
    /// <param name="window">The dates on which it may take place, both ends included; <see langword="null"/> if they do not matter.</param>
    /// <param name="teams">Its teams, one at least, in any order; no two with the same department, qualifications and regions.</param>
    /// <exception cref="InputRefusedException">The id is malformed (RI3101), there is no team (RI3105), or one stands twice (RI3109).</exception>
    public MatchVisit(string id, DateInterval? window, params IEnumerable<TeamNeed> teams)
    {
        ArgumentNullException.ThrowIfNull(teams);
        Id = MatchText.Id("visit", id);
        Window = window;
        TeamNeed[] sorted = [.. teams];
        Array.Sort(sorted, TeamNeed.Order);
        if (sorted.Length == 0)
        {
            throw MatchingRefusals.VisitWithoutTeams.Refuse(("visit", id));
        }

        for (int i = 1; i < sorted.Length; i++)
        {
            if (TeamNeed.Order(sorted[i - 1], sorted[i]) == 0)
            {
                throw MatchingRefusals.TeamTwice.Refuse(("visit", id), ("department", sorted[i].Department));
            }
        }

        Teams = ImmutableArray.Create(sorted);
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The dates on which it may take place, both ends included, or <see langword="null"/>.</summary>
    public DateInterval? Window { get; }

    /// <summary>The teams in canonical order: by department, then qualifications, then regions.</summary>
    public ImmutableArray<TeamNeed> Teams { get; }
}

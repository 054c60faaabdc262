using System.Collections.Immutable;
using RandomInspection.Matching;

namespace RandomInspection.Web.Matches;

/// <summary>What one class of teams asks for beside what its pool can give.</summary>
/// <param name="Class">The class.</param>
/// <param name="Officers">Officers in its pool.</param>
/// <param name="Own">Seats that officers can take who can go nowhere else.</param>
/// <param name="Shared">Seats that officers can take whom other classes want too: divided among these by what they ask for, so that the sum over the classes is what there is.</param>
/// <param name="IsShort">Whether the class belongs to a shortage.</param>
/// <param name="Missing">Its empty seats in this result.</param>
/// <param name="HardlyRandom">Visits with so few to choose from that the choice is hardly random.</param>
internal sealed record ClassSupply(TeamClass Class, int Officers, long Own, long Shared, bool IsShort, int Missing, int HardlyRandom)
{
    public long Supply => Own + Shared;

    /// <summary>What a class in a shortage asks for beyond its share of what there is.</summary>
    public long Beyond => IsShort ? Math.Max(0, Class.Seats - Supply) : 0;

    /// <summary>The classes of a problem in the report's order.</summary>
    public static ImmutableArray<ClassSupply> Of(MatchProblem problem, MatchReport report, Shortage? shortage)
    {
        ImmutableArray<TeamClass> classes = report.Classes;
        HashSet<string>[] pools = [.. classes.Select(c => problem.Inspectors.Where(i => i.Obstacles(c.Need, c.Window).IsEmpty).Select(i => i.Id).ToHashSet(StringComparer.Ordinal))];
        Dictionary<string, Claim> claims = problem.Inspectors.ToDictionary(i => i.Id, i => Claim.Of(i, classes.Where((_, at) => pools[at].Contains(i.Id))), StringComparer.Ordinal);
        ILookup<string, string> excluded = problem.Exclusions.ToLookup(e => e.Visit, e => e.Inspector, StringComparer.Ordinal);
        return [.. classes.Select((c, at) => Of(problem, c, pools[at], claims, excluded, shortage))];
    }

    private static ClassSupply Of(
        MatchProblem problem, TeamClass c, HashSet<string> pool, Dictionary<string, Claim> claims, ILookup<string, string> excluded, Shortage? shortage)
    {
        ShortTeams[] demand = [.. shortage?.Parts.SelectMany(p => p.Demand).Where(d => IsOf(c, d.Need) && d.Window == c.Window) ?? []];
        int least = Math.Max(3, 2 * c.Need.Count);
        return new ClassSupply(
            c,
            pool.Count,
            pool.Where(i => claims[i].Classes == 1).Sum(i => claims[i].Gives),
            pool.Where(i => claims[i].Classes > 1).Sum(i => 1000 * claims[i].Gives * c.Seats / claims[i].Seats) / 1000,
            demand.Length > 0,
            demand.Sum(d => d.Missing),
            problem.Visits.Where(v => v.Window == c.Window && v.Teams.Any(need => IsOf(c, need)))
                .Count(v => pool.Count - excluded[v.Id].Distinct(StringComparer.Ordinal).Count(pool.Contains) < least));
    }

    /// <summary>Visits that an officer can give to a number of them: one seat in each, and no more than the capacity.</summary>
    public static long Gives(MatchInspector inspector, int visits) => Math.Min(inspector.Capacity ?? visits, visits);

    /// <summary>How many classes want an officer, for how many seats together, and how many seats the officer can take.</summary>
    private sealed record Claim(int Classes, long Seats, long Gives)
    {
        public static Claim Of(MatchInspector inspector, IEnumerable<TeamClass> classes)
        {
            TeamClass[] wanting = [.. classes];
            return new Claim(wanting.Length, wanting.Sum(c => (long)c.Seats), ClassSupply.Gives(inspector, wanting.Sum(c => c.Teams)));
        }
    }

    private static bool IsOf(TeamClass c, TeamNeed need) =>
        need.Department == c.Need.Department && need.Regions.SequenceEqual(c.Need.Regions) && need.Qualifications.SequenceEqual(c.Need.Qualifications);
}

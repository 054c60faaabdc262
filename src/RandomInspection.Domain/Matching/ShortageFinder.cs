using System.Collections.Immutable;
using System.Numerics;

namespace RandomInspection.Matching;

/// <summary>The certificate of a shortage: what the search of stage C reached from the seats it left empty, in connected parts.</summary>
/// <remarks>
/// Teams reached ask for more than the inspectors reached, all full, and the pairs that can be used once, give: by exactly the empty seats.
/// It is the source side of the minimum cut nearest the demand, hence the unique smallest one (Ford and Fulkerson 1962). Source: docs/match-specification.md.
/// </remarks>
internal static class ShortageFinder
{
    /// <summary>Trying what would help costs a search of all seats for each part, so this many parts times seats; but never fewer parts than <see cref="FewestPartsRelaxed"/>.</summary>
    private const int MostSeatsSearched = 2_000_000;
    private const int FewestPartsRelaxed = 8;

    public static Shortage? Find(MatchState state, SeatSearch search)
    {
        int missing = 0;
        for (int team = 0; team < state.Graph.Teams; team++)
        {
            missing += state.Open(team);
        }

        if (missing == 0)
        {
            return null;
        }

        List<ShortPart> parts = Parts(state, search);
        int relaxed = Math.Max(FewestPartsRelaxed, MostSeatsSearched / state.Graph.SeatStart[state.Graph.Teams]);
        parts.Sort(static (x, y) => x.First.CompareTo(y.First));
        return new Shortage(missing, [.. parts.Select((part, i) => ShortageText.Describe(part, i < relaxed ? search : null))]);
    }

    /// <summary>Teams and inspectors reached, joined where an inspector could serve a team.</summary>
    private static List<ShortPart> Parts(MatchState state, SeatSearch search)
    {
        MatchGraph graph = state.Graph;
        List<int>[] waiting = [.. graph.Classes.Select(_ => new List<int>())];
        ulong[] unseen = new ulong[Pools.Words(graph.Inspectors)];
        for (int team = 0; team < graph.Teams; team++)
        {
            if (search.IsTeamReached(team))
            {
                waiting[graph.TeamClass[team]].Add(team);
            }
        }

        for (int inspector = 0; inspector < graph.Inspectors; inspector++)
        {
            // Stryker disable once Bitwise,Assignment: a bit is set once, and nothing is negative: both shifts agree
            unseen[inspector >> 6] |= search.IsReached(inspector) ? 1UL << (inspector & 63) : 0;
        }

        int[] classes = [.. Enumerable.Range(0, graph.Classes.Length).Where(@class => waiting[@class].Count > 0)];
        int[] firstWord = new int[graph.Classes.Length];
        Dictionary<string, List<int>> classesOf = classes.GroupBy(@class => graph.Classes[@class].Need.Department, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        List<ShortPart> parts = [];
        foreach (int @class in classes)
        {
            while (waiting[@class].Count > 0)
            {
                ShortPart part = new(state);
                int first = waiting[@class][^1];
                waiting[@class].RemoveAt(waiting[@class].Count - 1);
                part.Teams.Add(first);
                for (int t = 0, i = 0; t < part.Teams.Count || i < part.Inspectors.Count;)
                {
                    if (t < part.Teams.Count)
                    {
                        FromTeam(part, part.Teams[t++]);
                    }
                    else
                    {
                        FromInspector(part, part.Inspectors[i++]);
                    }
                }

                part.Finish(search);
                parts.Add(part);
            }
        }

        return parts;

        void FromTeam(ShortPart part, int team)
        {
            ulong[] pool = graph.Pools.Bits(graph.TeamClass[team]);
            ref int first = ref firstWord[graph.TeamClass[team]];
            while (first < pool.Length && (pool[first] & unseen[first]) == 0)
            {
                first++;
            }

            for (int word = first; word < pool.Length; word++)
            {
                for (ulong left = pool[word] & unseen[word]; left != 0; left &= left - 1)
                {
                    int inspector = (word << 6) + BitOperations.TrailingZeroCount(left);
                    if (!graph.IsExcluded(team, inspector))
                    {
                        unseen[word] &= ~(1UL << (inspector & 63));
                        part.Inspectors.Add(inspector);
                    }
                }
            }

            // Teams of one visit that shift among themselves belong together.
            foreach (int sibling in graph.Siblings[team] ?? [])
            {
                if (waiting[graph.TeamClass[sibling]].Remove(sibling))
                {
                    part.Teams.Add(sibling);
                }
            }
        }

        void FromInspector(ShortPart part, int inspector)
        {
            List<int> open = classesOf[graph.Inspector(inspector).Department];
            for (int i = open.Count - 1; i >= 0; i--)
            {
                List<int> teams = waiting[open[i]];
                // Stryker disable once Equality: nothing is removed from what is empty
                if (teams.Count > 0 && graph.Pools.Contains(open[i], inspector))
                {
                    teams.RemoveAll(team =>
                    {
                        bool joins = !graph.IsExcluded(team, inspector);
                        if (joins)
                        {
                            part.Teams.Add(team);
                        }

                        return joins;
                    });
                }

                // A class without waiting teams is not asked again.
                if (teams.Count == 0)
                {
                    open[i] = open[^1];
                    open.RemoveAt(open.Count - 1);
                }
            }
        }
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RandomInspection.Matching;

/// <summary>Stage F: how large the chance of a pair can be, by symmetry.</summary>
/// <remarks>
/// Visits that differ in their ids only can be exchanged, and so can inspectors. In m exchangeable teams an inspector with at most u seats sits with
/// chance u/m at most; among k exchangeable inspectors each has chance seats/k at most in any team. Under balance nobody's level differs by more than one
/// between two assignments (Frank and Murota 2020, arXiv:1808.07600). Source: docs/match-specification.md, stage F.
/// </remarks>
internal static class ChanceBounds
{
    public static ChanceBound[] ByClass(MatchState state)
    {
        MatchGraph graph = state.Graph;
        int[] alikeVisits = Sizes(graph.Problem.Visits.Length, VisitKeys(state));
        int[] alikeInspectors = Sizes(graph.Inspectors, InspectorKeys(state));
        long[] most = new long[graph.Inspectors];
        for (int inspector = 0; inspector < most.Length; inspector++)
        {
            int held = state.Held(inspector).Length, room = graph.Capacity[inspector] - state.Load[inspector];
            most[inspector] = held + (graph.Problem.LoadPolicy == LoadPolicy.Balanced ? Math.Min(1, room) : room);
        }

        ChanceBound[] bounds = new ChanceBound[graph.Classes.Length];
        HashSet<(int Alike, int Seats)> kinds = [];
        for (int @class = 0; @class < bounds.Length; @class++)
        {
            kinds.Clear();
            for (int team = graph.ClassStart[@class]; team < graph.ClassStart[@class + 1]; team++)
            {
                if (graph.TeamSeats[team] > state.Locked(team).Length)
                {
                    kinds.Add((alikeVisits[graph.TeamVisit[team]], graph.TeamSeats[team] - state.Locked(team).Length));
                }
            }

            bounds[@class] = new ChanceBound(0, 1);
            foreach ((int alike, int seats) in kinds)
            {
                foreach (int inspector in graph.Pools.Of(@class))
                {
                    ChanceBound chance = Smaller(new ChanceBound(1, 1), Smaller(new ChanceBound(most[inspector], alike), new ChanceBound(seats, alikeInspectors[inspector])));
                    bounds[@class] = IsSmaller(bounds[@class], chance) ? chance : bounds[@class];
                }
            }
        }

        return bounds;
    }

    private static ChanceBound Smaller(ChanceBound x, ChanceBound y) => IsSmaller(y, x) ? y : x;

    private static bool IsSmaller(ChanceBound x, ChanceBound y) => (Int128)x.Numerator * y.Denominator < (Int128)y.Numerator * x.Denominator;

    /// <summary>How many have the same key, for each.</summary>
    private static int[] Sizes(int count, IEnumerable<string> keys)
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        int[] groupOf = new int[count];
        List<int> sizes = [];
        int at = 0;
        foreach (string key in keys)
        {
            ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out bool known);
            if (!known)
            {
                group = sizes.Count;
                sizes.Add(0);
            }

            sizes[group]++;
            groupOf[at++] = group;
        }

        return Array.ConvertAll(groupOf, group => sizes[group]);
    }

    private static IEnumerable<string> VisitKeys(MatchState state)
    {
        MatchGraph graph = state.Graph;
        StringBuilder key = new();
        for (int position = 0; position < graph.Problem.Visits.Length; position++)
        {
            int visit = graph.VisitAt[position], first = graph.TeamFirst[visit];
            key.Clear();
            for (int place = 0; place < graph.Problem.Visits[visit].Teams.Length; place++)
            {
                int team = graph.TeamNumber[first + place];
                key.Append(CultureInfo.InvariantCulture, $"{graph.TeamClass[team]}*{graph.TeamSeats[team]}");
                Append(key, '!', state.Locked(team));
            }

            Append(key, '-', graph.Excluded(graph.TeamNumber[first]));
            yield return key.ToString();
        }
    }

    private static IEnumerable<string> InspectorKeys(MatchState state)
    {
        MatchGraph graph = state.Graph;
        StringBuilder[] own = [.. Enumerable.Range(0, graph.Inspectors).Select(_ => new StringBuilder())];
        for (int visit = 0; visit < graph.Problem.Visits.Length; visit++)
        {
            int first = graph.TeamFirst[visit];
            foreach (int inspector in graph.Excluded(graph.TeamNumber[first]))
            {
                own[inspector].Append(CultureInfo.InvariantCulture, $"-{visit}");
            }

            for (int place = 0; place < graph.Problem.Visits[visit].Teams.Length; place++)
            {
                foreach (int inspector in state.Locked(graph.TeamNumber[first + place]))
                {
                    own[inspector].Append(CultureInfo.InvariantCulture, $"!{visit}.{place}");
                }
            }
        }

        for (int position = 0; position < graph.Inspectors; position++)
        {
            MatchInspector inspector = graph.Inspector(position);
            StringBuilder key = own[position];
            key.Append(CultureInfo.InvariantCulture, $"\n{inspector.Capacity}\n{inspector.Prior}\n{inspector.Department}\n");
            key.AppendJoin('\t', inspector.Regions).Append('\n').AppendJoin('\t', inspector.Qualifications);
            key.Append(CultureInfo.InvariantCulture, $"\n{inspector.CertificateValidFrom:R}\n{inspector.CertificateValidTo:R}\n");
            foreach (NodaTime.DateInterval leave in inspector.Leave)
            {
                key.Append(CultureInfo.InvariantCulture, $"{leave.Start:R}{leave.End:R}");
            }

            yield return key.ToString();
        }
    }

    private static void Append(StringBuilder key, char sign, ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            key.Append(CultureInfo.InvariantCulture, $"{sign}{number}");
        }
    }
}

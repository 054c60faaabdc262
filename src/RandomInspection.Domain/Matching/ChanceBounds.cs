using System.Runtime.InteropServices;
using NodaTime;

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
        int[] alikeVisits = AlikeVisits(state), alikeInspectors = AlikeInspectors(state);
        long[] most = new long[graph.Inspectors];
        for (int inspector = 0; inspector < most.Length; inspector++)
        {
            int held = state.Held(inspector).Length, room = graph.Capacity[inspector] - state.Load[inspector];
            most[inspector] = held + (graph.Problem.LoadPolicy == LoadPolicy.Balanced ? Math.Min(1, room) : room);
        }

        ChanceBound[] bounds = new ChanceBound[graph.Classes.Length];
        // Stryker disable once CollectionExpression: it is emptied first
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

            (long Numerator, long Denominator) largest = (0, 1);
            foreach ((int alike, int seats) in kinds)
            {
                foreach (int inspector in graph.Pools.Of(@class))
                {
                    (long Numerator, long Denominator) chance = Smaller((1, 1), Smaller((most[inspector], alike), (seats, alikeInspectors[inspector])));
                    largest = IsSmaller(largest, chance) ? chance : largest;
                    if (largest.Numerator == largest.Denominator)
                    {
                        break;
                    }
                }
            }

            bounds[@class] = new ChanceBound(largest.Numerator, largest.Denominator);
        }

        return bounds;
    }

    private static (long Numerator, long Denominator) Smaller((long, long) x, (long, long) y) => IsSmaller(y, x) ? y : x;

    private static bool IsSmaller((long Numerator, long Denominator) x, (long Numerator, long Denominator) y) => x.Numerator * y.Denominator < y.Numerator * x.Denominator;

    /// <summary>For each visit, how many have equal teams, exclusions and seats given directly.</summary>
    private static int[] AlikeVisits(MatchState state)
    {
        MatchGraph graph = state.Graph;
        Alike alike = new(graph.Problem.Visits.Length, 8);
        for (int position = 0; position < graph.Problem.Visits.Length; position++)
        {
            int visit = graph.VisitAt[position], first = graph.TeamFirst[visit];
            for (int place = 0; place < graph.Problem.Visits[visit].Teams.Length; place++)
            {
                int team = graph.TeamNumber[first + place];
                alike.Add(graph.TeamClass[team]);
                alike.Add(graph.TeamSeats[team]);
                alike.Add(state.Locked(team));
            }

            alike.Add(graph.Excluded(graph.TeamNumber[first]));
            alike.End();
        }

        return alike.Sizes();
    }

    /// <summary>For each inspector, how many have equal capacity, prior load, department, regions, qualifications, certificate, leave, exclusions and seats given directly.</summary>
    private static int[] AlikeInspectors(MatchState state)
    {
        MatchGraph graph = state.Graph;
        List<int>[] own = [.. Enumerable.Range(0, graph.Inspectors).Select(_ => new List<int>())];
        for (int team = 0; team < graph.Teams; team++)
        {
            foreach (int inspector in state.Locked(team))
            {
                own[inspector].Add(~team);
            }

            if (graph.TeamNeedAt[team] == 0)
            {
                foreach (int inspector in graph.Excluded(team))
                {
                    own[inspector].Add(team);
                }
            }
        }

        Alike alike = new(graph.Inspectors, 8);
        for (int position = 0; position < graph.Inspectors; position++)
        {
            MatchInspector inspector = graph.Inspector(position);
            alike.Add(graph.Kinds[position]);
            alike.Add(inspector.Capacity ?? 0);
            alike.Add(inspector.Prior);
            alike.Add(Day(inspector.CertificateValidFrom));
            alike.Add(Day(inspector.CertificateValidTo));
            alike.Add([.. inspector.Leave.SelectMany(leave => (int[])[Day(leave.Start), Day(leave.End)])]);
            alike.Add(CollectionsMarshal.AsSpan(own[position]));
            alike.End();
        }

        return alike.Sizes();
    }

    private static int Day(LocalDate? date) => date is { } day ? Period.DaysBetween(default, day) : int.MinValue;
}

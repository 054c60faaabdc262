using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>Stage F.</summary>
internal static class MatchReportBuilder
{
    public static MatchReport Build(MatchState state, int kept)
    {
        MatchGraph graph = state.Graph;
        ChanceBound[] chances = ChanceBounds.ByClass(state);
        ImmutableArray<TeamClass>.Builder classes = ImmutableArray.CreateBuilder<TeamClass>(graph.Classes.Length);
        foreach (int @class in graph.ClassOrder)
        {
            (int first, int end) = (graph.ClassStart[@class], graph.ClassStart[@class + 1]);
            (TeamNeed need, NodaTime.DateInterval? window) = graph.Classes[@class];
            classes.Add(new TeamClass(need, window, end - first, graph.SeatStart[end] - graph.SeatStart[first], graph.Pools.Of(@class).Length, chances[@class]));
        }

        int seats = 0;
        for (int team = 0; team < graph.Teams; team++)
        {
            seats += state.Movable(team).Length;
        }

        return new MatchReport(
            state.Level.Sum(static level => (long)level * level),
            seats,
            kept,
            classes.MoveToImmutable(),
            Forced(state));
    }

    private static ImmutableArray<ForcedPair> Forced(MatchState state)
    {
        MatchGraph graph = state.Graph;
        bool[] forced = ForcedPairs.Find(state, byLevel: graph.Problem.LoadPolicy == LoadPolicy.Balanced);
        if (!forced.Contains(true))
        {
            return [];
        }

        // What feasibility forces, balance forces too.
        bool[] byFeasibility = graph.Problem.LoadPolicy == LoadPolicy.Balanced ? ForcedPairs.Find(state, byLevel: false) : forced;
        List<(int Visit, int Place, int Inspector, ForcedPair Pair)> pairs = [];
        int at = 0;
        for (int team = 0; team < graph.Teams; team++)
        {
            foreach (int inspector in state.Movable(team))
            {
                if (forced[at])
                {
                    ForcedPair pair = new(graph.Visit(team).Id, graph.Need(team).Department, graph.Inspector(inspector).Id, byFeasibility[at] ? ForcedBy.Feasibility : ForcedBy.Balance);
                    pairs.Add((graph.VisitAt[graph.TeamVisit[team]], graph.TeamNeedAt[team], graph.InspectorAt[inspector], pair));
                }

                at++;
            }
        }

        pairs.Sort(static (x, y) => (x.Visit, x.Place, x.Inspector).CompareTo((y.Visit, y.Place, y.Inspector)));
        return [.. pairs.Select(pair => pair.Pair)];
    }
}

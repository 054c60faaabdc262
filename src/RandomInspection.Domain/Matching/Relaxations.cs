using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>What would help a shortage: each change is tried on a copy, by going on with stage C.</summary>
internal static class Relaxations
{
    public static ImmutableArray<Relaxation> Of(ShortPart part)
    {
        List<Relaxation?> found =
        [
            MorePeople(part, RelaxationKind.OtherRegions),
            HigherCapacity(part),
            MorePeople(part, RelaxationKind.Leave),
            MorePeople(part, RelaxationKind.Certificate),
            FewerExclusions(part),
        ];
        return [.. found.OfType<Relaxation>().OrderByDescending(relaxation => relaxation.Helps).ThenBy(relaxation => relaxation.Inspectors.Length).ThenBy(relaxation => relaxation.Kind)];
    }

    /// <summary>Inspectors whom one thing alone keeps out of a class come into its pool.</summary>
    private static Relaxation? MorePeople(ShortPart part, RelaxationKind kind)
    {
        MatchGraph graph = part.State.Graph;
        Dictionary<int, int[]> more = [];
        foreach (int @class in part.Classes)
        {
            ClassKey key = graph.Classes[@class];
            int[] added = [.. Enumerable.Range(0, graph.Inspectors).Where(inspector => OnlyObstacle(graph.Inspector(inspector), key) == kind)];
            if (added.Length > 0)
            {
                int[] all = [.. graph.Pools.Of(@class), .. added];
                Array.Sort(all);
                more.Add(@class, all);
            }
        }

        return more.Count == 0 ? null : Try(part, graph.With(graph.Pools.With(more, graph.Inspectors)), kind, null);
    }

    private static RelaxationKind? OnlyObstacle(MatchInspector inspector, ClassKey key) =>
        inspector.Obstacles(key.Need, key.Window) is not [var only] ? null
        : only == MatchingReasons.Region ? RelaxationKind.OtherRegions
        : only == MatchingReasons.Certificate ? RelaxationKind.Certificate
        : only == MatchingReasons.Leave ? RelaxationKind.Leave
        : null;

    /// <summary>The smallest common capacity that gives as much as none would.</summary>
    private static Relaxation? HigherCapacity(ShortPart part)
    {
        if (part.Inspectors.Count == 0)
        {
            return null;
        }

        int low = part.Inspectors.Min(inspector => part.State.Graph.Capacity[inspector]), high = part.Inspectors.Max(inspector => part.State.Graph.Capacity[inspector]) + part.Missing;
        Relaxation? best = Raised(high);
        while (best is not null && high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (Raised(middle) is { } enough && enough.Helps == best.Helps)
            {
                (best, high) = (enough, middle);
            }
            else
            {
                low = middle;
            }
        }

        return best;

        Relaxation? Raised(int capacity)
        {
            int[] capacities = [.. part.State.Graph.Capacity];
            foreach (int inspector in part.Inspectors)
            {
                capacities[inspector] = Math.Max(capacities[inspector], capacity);
            }

            return Try(part, part.State.Graph.With(capacities), RelaxationKind.Capacity, capacity);
        }
    }

    /// <summary>Rotation and "same subject last time" give way to a direct assignment; recusals and a host's own reasons do not.</summary>
    private static Relaxation? FewerExclusions(ShortPart part)
    {
        MatchGraph graph = part.State.Graph;
        return graph.WithWaivers(part.Teams.Select(team => graph.TeamVisit[team]).ToHashSet()) is { } relaxed ? Try(part, relaxed, RelaxationKind.DirectAssignment, null) : null;
    }

    private static Relaxation? Try(ShortPart part, MatchGraph relaxed, RelaxationKind kind, int? capacity)
    {
        MatchState state = part.State.CopyTo(relaxed);
        new SeatSearch(state).Complete(part.Teams);
        int helps = part.Missing - part.Teams.Sum(state.Open);
        if (helps <= 0)
        {
            return null;
        }

        MatchGraph graph = part.State.Graph;
        SortedSet<int> used = [];
        foreach (int team in part.Teams)
        {
            foreach (int inspector in state.Movable(team))
            {
                if (!graph.IsEligible(team, inspector) || state.Load[inspector] > graph.Capacity[inspector])
                {
                    used.Add(inspector);
                }
            }
        }

        return new Relaxation(kind, TeamList.Ids(graph, [.. used]), capacity, helps);
    }
}

using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>What would help a shortage: each change is tried on a copy, by going on with stage C.</summary>
internal static class Relaxations
{
    public static ImmutableArray<Relaxation> Of(ShortPart part, PartObstacles obstacles)
    {
        List<Relaxation?> found =
        [
            MorePeople(part, obstacles, MatchingReasons.Region, RelaxationKind.OtherRegions),
            HigherCapacity(part, obstacles),
            MorePeople(part, obstacles, MatchingReasons.Leave, RelaxationKind.Leave),
            MorePeople(part, obstacles, MatchingReasons.Certificate, RelaxationKind.Certificate),
            FewerExclusions(part, obstacles),
        ];
        return [.. found.OfType<Relaxation>().OrderByDescending(relaxation => relaxation.Helps).ThenBy(relaxation => relaxation.Inspectors.Length).ThenBy(relaxation => relaxation.Kind)];
    }

    /// <summary>Inspectors whom one thing alone keeps out of a class come into its pool.</summary>
    private static Relaxation? MorePeople(ShortPart part, PartObstacles obstacles, RefusalDefinition reason, RelaxationKind kind)
    {
        MatchGraph graph = part.State.Graph;
        Dictionary<int, int[]> more = [];
        foreach (int @class in part.Classes)
        {
            if (obstacles.Single(reason, @class) is { Count: > 0 } added)
            {
                int[] all = [.. graph.Pools.Of(@class), .. added];
                Array.Sort(all);
                more.Add(@class, all);
            }
        }

        return more.Count == 0 ? null : Try(part, obstacles, graph.With(graph.Pools.With(more, graph.Inspectors)), kind);
    }

    /// <summary>The smallest common capacity that gives as much as none would.</summary>
    private static Relaxation? HigherCapacity(ShortPart part, PartObstacles obstacles)
    {
        int[] now = part.State.Graph.Capacity;
        if (part.Inspectors.Count == 0
            || Describe(part, Raised(part.State, part.Inspectors.Max(inspector => now[inspector]) + part.Missing), RelaxationKind.Capacity, null) is not { Helps: var most })
        {
            return null;
        }

        // Small steps first, for the answer is mostly near; what a smaller capacity gives is kept and gone on from.
        (MatchState enough, MatchState less) = (part.State, part.State);
        int low = part.Inspectors.Min(inspector => now[inspector]), high = low;
        for (int step = 1; ; step *= 2)
        {
            high += step;
            MatchState raised = Raised(less, high);
            if (part.Missing - part.Teams.Sum(raised.Open) == most)
            {
                enough = raised;
                break;
            }

            (low, less) = (high, raised);
        }

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            MatchState raised = Raised(less, middle);
            if (part.Missing - part.Teams.Sum(raised.Open) == most)
            {
                (high, enough) = (middle, raised);
            }
            else
            {
                (low, less) = (middle, raised);
            }
        }

        return Describe(part, enough, RelaxationKind.Capacity, high);

        MatchState Raised(MatchState from, int capacity)
        {
            int[] capacities = [.. now];
            foreach (int inspector in part.Inspectors)
            {
                capacities[inspector] = Math.Max(capacities[inspector], capacity);
            }

            return Complete(part, obstacles, from, part.State.Graph.With(capacities));
        }
    }

    /// <summary>Rotation and "same subject last time" give way to a direct assignment; recusals and a host's own reasons do not.</summary>
    private static Relaxation? FewerExclusions(ShortPart part, PartObstacles obstacles)
    {
        MatchGraph graph = part.State.Graph;
        return graph.WithWaivers(part.Teams.Select(team => graph.TeamVisit[team]).ToHashSet()) is { } relaxed ? Try(part, obstacles, relaxed, RelaxationKind.DirectAssignment) : null;
    }

    private static Relaxation? Try(ShortPart part, PartObstacles obstacles, MatchGraph relaxed, RelaxationKind kind) =>
        Describe(part, Complete(part, obstacles, part.State, relaxed), kind, null);

    private static MatchState Complete(ShortPart part, PartObstacles obstacles, MatchState from, MatchGraph relaxed)
    {
        MatchState state = from.CopyTo(relaxed, obstacles.Inspectors);
        new SeatSearch(state).Complete(part.Teams);
        return state;
    }

    private static Relaxation? Describe(ShortPart part, MatchState state, RelaxationKind kind, int? capacity)
    {
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

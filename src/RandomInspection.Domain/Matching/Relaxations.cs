using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>What would help a shortage: each change is tried by going on with stage C, and undone.</summary>
internal sealed class Relaxations
{
    private readonly ShortPart _part;
    private readonly PartObstacles _obstacles;
    private readonly SeatSearch _search;
    private readonly MatchGraph _graph;
    private readonly List<(int Team, int Inspector, bool Joined)> _changes = [];

    private Relaxations(ShortPart part, PartObstacles obstacles, SeatSearch search) => (_part, _obstacles, _search, _graph) = (part, obstacles, search, part.State.Graph);

    /// <summary>What helps, the most helpful first.</summary>
    /// <param name="part">The part.</param>
    /// <param name="obstacles">What keeps the department's inspectors out.</param>
    /// <param name="search">The search that found the shortage.</param>
    public static ImmutableArray<Relaxation> Of(ShortPart part, PartObstacles obstacles, SeatSearch search)
    {
        Relaxations trials = new(part, obstacles, search);
        List<Relaxation?> found = [trials.HigherCapacity()];

        // All else helps only if it leads to somebody who was not reached, and from there to somebody who can take one more.
        if (obstacles.Outside.Any(part.State.HasSpare))
        {
            found.AddRange(
            [
                trials.MorePeople(MatchingReasons.Region, RelaxationKind.OtherRegions),
                trials.MorePeople(MatchingReasons.Leave, RelaxationKind.Leave),
                trials.MorePeople(MatchingReasons.Certificate, RelaxationKind.Certificate),
                trials.FewerExclusions(),
            ]);
        }

        return [.. found.OfType<Relaxation>().OrderByDescending(relaxation => relaxation.Helps).ThenBy(relaxation => relaxation.Inspectors.Length).ThenBy(relaxation => relaxation.Kind)];
    }

    /// <summary>Inspectors whom one thing alone keeps out of a class come into its pool.</summary>
    private Relaxation? MorePeople(RefusalDefinition reason, RelaxationKind kind)
    {
        Dictionary<int, int[]> more = [];
        foreach (int @class in _part.Classes)
        {
            IReadOnlyList<int> added = _obstacles.Single(reason, @class);
            // Stryker disable once Equality: what changes nothing helps nothing, too
            if (added.Count > 0)
            {
                int[] all = [.. _graph.Pools.Of(@class), .. added];
                Array.Sort(all);
                more.Add(@class, all);
            }
        }

        // Stryker disable once Conditional: what changes nothing helps nothing, too
        return more.Count == 0 ? null : Try(_graph.With(_graph.Pools.With(more, _graph.Inspectors)), kind);
    }

    /// <summary>The smallest common capacity that gives as much as none would.</summary>
    private Relaxation? HigherCapacity()
    {
        if (_part.Inspectors.Count == 0)
        {
            return null;
        }

        Raise(_part.Inspectors.Max(inspector => _graph.Capacity[inspector]) + _part.Missing);
        int most = Helps();
        _search.Undo(_changes, 0);

        // Small steps first, for the answer is mostly near.
        int low = _part.Inspectors.Min(inspector => _graph.Capacity[inspector]), step = 1;
        for (; !GivesMost(low + step); step *= 2)
        {
            low += step;
        }

        int high = low + step;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = GivesMost(middle) ? (low, middle) : (middle, high);
        }

        Raise(high);
        return Described(RelaxationKind.Capacity, high);

        // What less gives is kept, and gone on from.
        bool GivesMost(int capacity)
        {
            int kept = _changes.Count;
            Raise(capacity);
            bool gives = Helps() == most;
            if (gives)
            {
                _search.Undo(_changes, kept);
            }

            return gives;
        }
    }

    private void Raise(int capacity)
    {
        int[] capacities = [.. _graph.Capacity];
        foreach (int inspector in _part.Inspectors)
        {
            capacities[inspector] = Math.Max(capacities[inspector], capacity);
        }

        Complete(_graph.With(capacities));
    }

    /// <summary>Rotation and "same subject last time" give way to a direct assignment; recusals and a host's own reasons do not.</summary>
    private Relaxation? FewerExclusions() =>
        Array.Exists(_obstacles.Outside, inspector => Array.Exists(_part.Classes, @class => _graph.Pools.Contains(@class, inspector)))
        && _graph.WithWaivers(_part.Teams.Select(team => _graph.TeamVisit[team]).ToHashSet()) is { } relaxed
            ? Try(relaxed, RelaxationKind.DirectAssignment)
            : null;

    private Relaxation? Try(MatchGraph relaxed, RelaxationKind kind)
    {
        Complete(relaxed);
        return Described(kind, null);
    }

    private void Complete(MatchGraph relaxed) => _search.On(relaxed, _changes).Complete(_part.Teams);

    private int Helps() => _part.Missing - _part.Teams.Sum(_part.State.Open);

    /// <summary>What the trial gave and whom it used; then it is undone.</summary>
    private Relaxation? Described(RelaxationKind kind, int? capacity)
    {
        int helps = Helps();
        SortedSet<int> used = [];
        foreach ((int team, int inspector, _) in _changes)
        {
            if (_part.State.Movable(team).Contains(inspector) && (!_graph.IsEligible(team, inspector) || _part.State.Load[inspector] > _graph.Capacity[inspector]))
            {
                used.Add(inspector);
            }
        }

        _search.Undo(_changes, 0);
        return helps == 0 ? null : new Relaxation(kind, TeamList.Ids(_graph, [.. used]), capacity, helps);
    }
}

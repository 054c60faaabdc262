namespace RandomInspection.Matching;

/// <summary>Who sits where, at one moment of the computation.</summary>
/// <remarks>A team is a set: its inspectors are kept ascending, so that nothing depends on how they came in.</remarks>
internal sealed class MatchState
{
    private readonly int[] _seats;
    private readonly int[] _staffed;
    private readonly int[] _locked;
    private readonly int[][] _held;
    private readonly int[] _heldCount;

    public MatchState(MatchGraph graph)
    {
        Graph = graph;
        _seats = new int[graph.SeatStart[graph.Teams]];
        _staffed = new int[graph.Teams];
        _locked = new int[graph.Teams];
        _held = new int[graph.Inspectors][];
        Array.Fill(_held, []);
        _heldCount = new int[graph.Inspectors];
        Level = [.. graph.Prior];
        Load = new int[graph.Inspectors];
        SeatLocked();
    }

    private MatchState(MatchState from)
    {
        Graph = from.Graph;
        (_seats, _staffed, _locked) = ([.. from._seats], [.. from._staffed], from._locked);
        (_held, _heldCount) = (Array.ConvertAll(from._held, static teams => (int[])[.. teams]), [.. from._heldCount]);
        (Level, Load) = ([.. from.Level], [.. from.Load]);
    }

    private MatchState(MatchState from, MatchGraph graph)
    {
        Graph = graph;
        (_seats, _staffed, _locked, _held, _heldCount, Level, Load) = (from._seats, from._staffed, from._locked, from._held, from._heldCount, from.Level, from.Load);
    }

    public MatchGraph Graph { get; }

    /// <summary>Prior load and seats.</summary>
    public int[] Level { get; }

    /// <summary>Seats, those given directly included.</summary>
    public int[] Load { get; }

    /// <summary>A copy.</summary>
    public MatchState Copy() => new(this);

    /// <summary>The same seats, not a copy of them, on a graph of the same shape.</summary>
    public MatchState On(MatchGraph graph) => new(this, graph);

    /// <summary>Inspectors given directly to a team, ascending.</summary>
    public ReadOnlySpan<int> Locked(int team) => _seats.AsSpan(Graph.SeatStart[team], _locked[team]);

    /// <summary>The other inspectors of a team, ascending.</summary>
    public ReadOnlySpan<int> Movable(int team) => _seats.AsSpan(Graph.SeatStart[team] + _locked[team], _staffed[team]);

    /// <summary>The teams in which an inspector has a seat that was not given directly, ascending.</summary>
    public ReadOnlySpan<int> Held(int inspector) => _held[inspector].AsSpan(0, _heldCount[inspector]);

    public int Open(int team) => Graph.TeamSeats[team] - _locked[team] - _staffed[team];

    public bool HasSpare(int inspector) => Load[inspector] < Graph.Capacity[inspector];

    /// <summary>Whether an inspector sits in a team.</summary>
    public bool Sits(int team, int inspector)
    {
        int start = Graph.SeatStart[team], end = start + _locked[team] + _staffed[team];
        for (int seat = start; seat < end; seat++)
        {
            if (_seats[seat] == inspector)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an inspector sits in a team's visit.</summary>
    public bool SitsInVisit(int team, int inspector)
    {
        if (Sits(team, inspector))
        {
            return true;
        }

        if (Graph.Siblings[team] is { } siblings)
        {
            foreach (int sibling in siblings)
            {
                if (Sits(sibling, inspector))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an inspector of the class's pool may take a seat of the team: neither excluded nor in the visit.</summary>
    public bool MayTake(int team, int inspector) => !Graph.IsExcluded(team, inspector) && !SitsInVisit(team, inspector);

    /// <summary>Who of a sibling may come over into the team: the first such; negative if nobody.</summary>
    public int ComesOver(int team, int sibling)
    {
        foreach (int inspector in Movable(sibling))
        {
            if (Graph.Pools.Contains(Graph.TeamClass[team], inspector))
            {
                return inspector;
            }
        }

        return -1;
    }

    public void Add(int team, int inspector)
    {
        int start = Graph.SeatStart[team] + _locked[team], at = start + _staffed[team]++;
        while (at > start && _seats[at - 1] > inspector)
        {
            _seats[at] = _seats[at - 1];
            at--;
        }

        _seats[at] = inspector;
        int[] held = _held[inspector];
        int count = _heldCount[inspector]++;
        if (count == held.Length)
        {
            Array.Resize(ref held, Math.Max(4, 2 * count));
            _held[inspector] = held;
        }

        int place = ~Array.BinarySearch(held, 0, count, team);
        Array.Copy(held, place, held, place + 1, count - place);
        held[place] = team;
        Level[inspector]++;
        Load[inspector]++;
    }

    public void Remove(int team, int inspector)
    {
        int at = Graph.SeatStart[team] + _locked[team], end = at + --_staffed[team];
        while (_seats[at] != inspector)
        {
            at++;
        }

        for (; at < end; at++)
        {
            _seats[at] = _seats[at + 1];
        }

        int[] held = _held[inspector];
        int count = --_heldCount[inspector];
        int place = Array.BinarySearch(held, 0, count + 1, team);
        Array.Copy(held, place + 1, held, place, count - place);
        Level[inspector]--;
        Load[inspector]--;
    }

    /// <summary>Says anew who holds a team's movable seats; whoever does so calls <see cref="SetHeld"/> for all whose seats change.</summary>
    /// <param name="team">The team.</param>
    /// <param name="holders">As many as now, in any order.</param>
    /// <returns>How many were there before.</returns>
    public int Reseat(int team, ReadOnlySpan<int> holders)
    {
        Span<int> seats = _seats.AsSpan(Graph.SeatStart[team] + _locked[team], _staffed[team]);
        int stayed = 0;
        foreach (int holder in holders)
        {
            stayed += seats.Contains(holder) ? 1 : 0;
        }

        holders.CopyTo(seats);
        seats.Sort();
        return stayed;
    }

    /// <summary>Says anew in which teams an inspector has a movable seat.</summary>
    public void SetHeld(int inspector, ReadOnlySpan<int> teams)
    {
        // Stryker disable once Equality: more room than is needed changes nothing
        if (_held[inspector].Length < teams.Length)
        {
            _held[inspector] = new int[Math.Max(teams.Length, 2 * _held[inspector].Length)];
        }

        teams.CopyTo(_held[inspector]);
        int change = teams.Length - _heldCount[inspector];
        _heldCount[inspector] = teams.Length;
        Level[inspector] += change;
        Load[inspector] += change;
    }

    private void SeatLocked()
    {
        MatchProblem problem = Graph.Problem;
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        // Stryker disable once Equality: who is not asked about need not be known
        for (int position = 0; problem.Locked.Length > 0 && position < Graph.Inspectors; position++)
        {
            positions.Add(Graph.Inspector(position).Id, position);
        }

        for (int i = 0, visit = 0; i < problem.Locked.Length; i++)
        {
            while (problem.Visits[visit].Id != problem.Locked[i].Visit)
            {
                visit++;
            }

            int team = Graph.TeamNumber[Graph.TeamFirst[visit] + problem.LockedTeams[i]];
            int inspector = positions[problem.Locked[i].Inspector];
            _seats[Graph.SeatStart[team] + _locked[team]++] = inspector;
            Level[inspector]++;
            Load[inspector]++;
        }

        for (int team = 0; team < Graph.Teams; team++)
        {
            _seats.AsSpan(Graph.SeatStart[team], _locked[team]).Sort();
        }
    }
}

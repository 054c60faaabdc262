using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>Stage F: which pairs every assignment has.</summary>
/// <remarks>
/// A pair can be undone if and only if a cycle leads through it in the graph of stages C and D, closed by a node through which load passes
/// from one inspector to another (under balance: only to one whose level is one lower) and one through which vacancies pass between teams. So a pair
/// is forced if its team and its inspector lie in different strongly connected components (Kosaraju and Sharir). Source: docs/match-specification.md, stage F.
/// </remarks>
internal sealed class ForcedPairs
{
    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly bool _byLevel;
    private readonly int _vacancies;
    private readonly int _firstSink;
    private readonly int[] _component;
    private readonly int[] _cursor;
    private readonly int[] _nextTeam;
    private readonly ulong[] _unseen;
    private readonly int[] _openTeams;
    private readonly Dictionary<int, int[]> _byLevelOf = [];
    private readonly int[] _all;
    private readonly int[] _classStart;
    private readonly int[] _classes;

    private ForcedPairs(MatchState state, bool byLevel)
    {
        (_state, _graph, _byLevel) = (state, state.Graph, byLevel);
        _vacancies = _graph.Teams + _graph.Inspectors;
        _firstSink = _vacancies + 1;
        int nodes = _firstSink + 1;
        if (byLevel)
        {
            // One sink for each level that occurs: prior loads may lie far apart.
            Ranks = [.. state.Level.Distinct().Order()];
            nodes = _firstSink + Ranks.Length;
            _byLevelOf = Enumerable.Range(0, _graph.Inspectors).GroupBy(inspector => state.Level[inspector]).ToDictionary(group => group.Key, group => group.ToArray());
        }

        _component = new int[nodes];
        _cursor = new int[nodes];
        _nextTeam = new int[_graph.Teams + 1];
        _unseen = new ulong[Pools.Words(_graph.Inspectors)];
        _openTeams = [.. Enumerable.Range(0, _graph.Teams).Where(team => state.Open(team) > 0)];
        _all = [.. Enumerable.Range(0, _graph.Inspectors)];
        (_classStart, _classes) = ClassesByInspector();
    }

    private int[] Ranks { get; } = [];

    /// <summary>Whether each pair is forced: pairs in the order of teams and of their movable inspectors.</summary>
    public static bool[] Find(MatchState state, bool byLevel)
    {
        ForcedPairs search = new(state, byLevel);
        search.FindComponents();
        List<bool> forced = new(state.Graph.SeatStart[state.Graph.Teams]);
        for (int team = 0; team < state.Graph.Teams; team++)
        {
            foreach (int inspector in state.Movable(team))
            {
                forced.Add(search.IsForced(team, inspector));
            }
        }

        return [.. forced];
    }

    /// <summary>The team neither comes back to the inspector, nor to a sibling into which the inspector could go over.</summary>
    private bool IsForced(int team, int inspector)
    {
        bool forced = _component[team] != _component[_graph.Teams + inspector];
        foreach (int sibling in _graph.Siblings[team] ?? [])
        {
            forced &= _component[sibling] != _component[team] || !_graph.Pools.Contains(_graph.TeamClass[sibling], inspector);
        }

        return forced;
    }

    private void FindComponents()
    {
        List<int> finished = new(_component.Length);
        Clear();
        for (int node = 0; node < _component.Length; node++)
        {
            if (_component[node] == 0)
            {
                Walk(node, 1, Successor, finished);
            }
        }

        Clear();
        int component = 0;
        for (int i = finished.Count - 1; i >= 0; i--)
        {
            if (_component[finished[i]] == 0)
            {
                Walk(finished[i], ++component, Predecessor, null);
            }
        }
    }

    private void Clear()
    {
        Array.Clear(_component);
        Array.Clear(_cursor);
        for (int team = 0; team <= _graph.Teams; team++)
        {
            _nextTeam[team] = team;
        }

        for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
        {
            // Stryker disable once Bitwise,Assignment: a bit is set once, and nothing is negative: both shifts agree
            _unseen[inspector >> 6] |= 1UL << (inspector & 63);
        }
    }

    private void Walk(int start, int mark, Func<int, int> next, List<int>? finished)
    {
        Stack<int> path = new();
        Enter(start);
        while (path.TryPeek(out int node))
        {
            if (next(node) is >= 0 and int onward)
            {
                Enter(onward);
            }
            else
            {
                path.Pop();
                finished?.Add(node);
            }
        }

        void Enter(int node)
        {
            _component[node] = mark;
            path.Push(node);
            if (node < _graph.Teams)
            {
                _nextTeam[node] = node + 1;
            }
            else if (node < _vacancies)
            {
                int inspector = node - _graph.Teams;
                // Stryker disable once Bitwise: nothing is negative here: both shifts agree
                _unseen[inspector >> 6] &= ~(1UL << (inspector & 63));
            }
        }
    }

    /// <summary>The next node that an arc leads to and that has not been seen; negative if there is none.</summary>
    private int Successor(int node)
    {
        ref int at = ref _cursor[node];
        if (node < _graph.Teams)
        {
            return SuccessorOfTeam(node, ref at);
        }

        if (node < _vacancies)
        {
            int inspector = node - _graph.Teams;
            ReadOnlySpan<int> held = _state.Held(inspector);
            while (at < held.Length)
            {
                if (_component[held[at++]] == 0)
                {
                    return held[at - 1];
                }
            }

            return at++ == held.Length && _state.HasSpare(inspector) && _component[SinkOf(_state.Level[inspector])] == 0 ? SinkOf(_state.Level[inspector]) : -1;
        }

        return node == _vacancies ? NextUnseen(_openTeams, 0, ref at, static (_, _) => true)
            : NextUnseen(Givers(node), _graph.Teams, ref at, static (state, inspector) => state.Held(inspector).Length > 0);
    }

    private int SuccessorOfTeam(int team, ref int at)
    {
        ulong[] pool = _graph.Pools.Bits(_graph.TeamClass[team]);
        // Stryker disable once Bitwise: nothing is negative here: both shifts agree
        for (int word = at >> 6; word < pool.Length; word = at >> 6)
        {
            ulong left = pool[word] & _unseen[word] & (ulong.MaxValue << (at & 63));
            if (left == 0)
            {
                at = (word + 1) << 6;
                continue;
            }

            int inspector = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
            at = inspector + 1;
            if (_state.MayTake(team, inspector))
            {
                return _graph.Teams + inspector;
            }
        }

        foreach (int sibling in _graph.Siblings[team] ?? [])
        {
            if (_component[sibling] == 0 && _state.ComesOver(team, sibling) >= 0)
            {
                return sibling;
            }
        }

        return _openTeams.Length > 0 && _component[_vacancies] == 0 ? _vacancies : -1;
    }

    /// <summary>The next node that an arc comes from and that has not been seen; negative if there is none.</summary>
    private int Predecessor(int node)
    {
        ref int at = ref _cursor[node];
        if (node < _graph.Teams)
        {
            foreach (int inspector in _state.Movable(node))
            {
                if (_component[_graph.Teams + inspector] == 0)
                {
                    return _graph.Teams + inspector;
                }
            }

            foreach (int sibling in _graph.Siblings[node] ?? [])
            {
                if (_component[sibling] == 0 && _state.ComesOver(sibling, node) >= 0)
                {
                    return sibling;
                }
            }

            return _state.Open(node) > 0 && _component[_vacancies] == 0 ? _vacancies : -1;
        }

        if (node < _vacancies)
        {
            return PredecessorOfInspector(node - _graph.Teams, ref at);
        }

        if (node == _vacancies)
        {
            return _openTeams.Length > 0 && NextTeam(0) is var team && team < _graph.Teams ? team : -1;
        }

        return NextUnseen(Takers(node), _graph.Teams, ref at, static (state, inspector) => state.HasSpare(inspector));
    }

    private int PredecessorOfInspector(int inspector, ref int at)
    {
        // The cursor counts the classes whose pool has the inspector.
        ReadOnlySpan<int> classes = _classes.AsSpan(_classStart[inspector], _classStart[inspector + 1] - _classStart[inspector]);
        for (; at < classes.Length; at++)
        {
            int end = _graph.ClassStart[classes[at] + 1];
            for (int team = NextTeam(_graph.ClassStart[classes[at]]); team < end; team = NextTeam(team + 1))
            {
                if (_state.MayTake(team, inspector))
                {
                    return team;
                }
            }
        }

        return _state.Held(inspector).Length > 0 && SinkBelow(_state.Level[inspector]) is >= 0 and int sink && _component[sink] == 0 ? sink : -1;
    }

    private (int[] Start, int[] Classes) ClassesByInspector()
    {
        int[] start = new int[_graph.Inspectors + 2];
        for (int @class = 0; @class < _graph.Classes.Length; @class++)
        {
            foreach (int inspector in _graph.Pools.Of(@class))
            {
                start[inspector + 2]++;
            }
        }

        for (int i = 2; i < start.Length; i++)
        {
            start[i] += start[i - 1];
        }

        int[] classes = new int[start[^1]];
        for (int @class = 0; @class < _graph.Classes.Length; @class++)
        {
            foreach (int inspector in _graph.Pools.Of(@class))
            {
                classes[start[inspector + 1]++] = @class;
            }
        }

        return (start, classes);
    }

    /// <summary>The first team from a number on that has not been seen.</summary>
    private int NextTeam(int team)
    {
        int found = team;
        while (_nextTeam[found] != found)
        {
            found = _nextTeam[found];
        }

        while (_nextTeam[team] != team)
        {
            (team, _nextTeam[team]) = (_nextTeam[team], found);
        }

        return found;
    }

    private int NextUnseen(int[] candidates, int offset, ref int at, Func<MatchState, int, bool> may)
    {
        while (at < candidates.Length)
        {
            int candidate = candidates[at++];
            if (_component[offset + candidate] == 0 && may(_state, candidate))
            {
                return offset + candidate;
            }
        }

        return -1;
    }

    private int SinkOf(int level) => _byLevel ? _firstSink + Array.BinarySearch(Ranks, level) : _firstSink;

    private int SinkBelow(int level) => !_byLevel ? _firstSink : Array.BinarySearch(Ranks, level - 1) is >= 0 and int rank ? _firstSink + rank : -1;

    /// <summary>Who can give up a seat to somebody who came through a sink.</summary>
    private int[] Givers(int sink) => !_byLevel ? _all : _byLevelOf.GetValueOrDefault(Ranks[sink - _firstSink] + 1, []);

    /// <summary>Who can pass on through a sink that they take one seat more.</summary>
    private int[] Takers(int sink) => !_byLevel ? _all : _byLevelOf[Ranks[sink - _firstSink]];
}

using System.Numerics;

namespace RandomInspection.Matching;

/// <summary>Stages C and D: blocking phases (Dinic 1970) on the graph that is never built.</summary>
/// <remarks>
/// A node is a team whose seat is vacant, or an inspector who must give up a seat. Arcs lead from a team to each inspector of its pool who may
/// take the seat, and to each sibling out of which somebody may come over; and from an inspector to each team they hold a movable seat in.
/// The layers are distances, which no order of looking can change; the search within them takes inspectors and teams ascending.
/// Source: docs/match-specification.md, "Phases".
/// </remarks>
internal sealed partial class SeatSearch
{
    private const int Unseen = -1;
    private const int NoCeiling = int.MaxValue;

    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly int[] _inspectorLayer;
    private readonly int[] _teamLayer;
    private readonly int[] _inspectorNext;
    private readonly int[] _teamNext;
    private readonly ulong[] _unseen;
    private readonly int[] _firstWord;
    private readonly List<int[]> _firstOnWay = [];
    private readonly bool[] _inspectorDone;
    private readonly bool[] _teamDone;
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private readonly List<int> _path = [];
    private readonly List<(int Team, int Inspector, bool Joined)>? _changes;
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private List<int> _layer = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private List<int> _nextLayer = [];
    private int _ceiling = NoCeiling;
    private int _depth;

    public SeatSearch(MatchState state)
    {
        (_state, _graph) = (state, state.Graph);
        (_inspectorLayer, _inspectorNext, _inspectorDone) = (new int[_graph.Inspectors], new int[_graph.Inspectors], new bool[_graph.Inspectors]);
        (_teamLayer, _teamNext, _teamDone) = (new int[_graph.Teams], new int[_graph.Teams], new bool[_graph.Teams]);
        (_unseen, _firstWord) = (new ulong[Pools.Words(_graph.Inspectors)], new int[_graph.Classes.Length]);
    }

    private SeatSearch(SeatSearch from, MatchGraph relaxed, List<(int, int, bool)> changes)
    {
        (_state, _graph, _changes) = (from._state.On(relaxed), relaxed, changes);
        (_inspectorLayer, _inspectorNext, _inspectorDone) = (from._inspectorLayer, from._inspectorNext, from._inspectorDone);
        (_teamLayer, _teamNext, _teamDone, _unseen, _firstWord) = (from._teamLayer, from._teamNext, from._teamDone, from._unseen, from._firstWord);
    }

    /// <summary>A search of the same seats on a graph of the same shape, whose changes are noted so that they can be undone.</summary>
    /// <param name="relaxed">The graph.</param>
    /// <param name="changes">Takes who left and joined which team; what this search has reached is forgotten.</param>
    public SeatSearch On(MatchGraph relaxed, List<(int Team, int Inspector, bool Joined)> changes) => new(this, relaxed, changes);

    /// <summary>Undoes the last changes.</summary>
    /// <param name="changes">The changes, as they were noted.</param>
    /// <param name="kept">How many of them stay.</param>
    public void Undo(List<(int Team, int Inspector, bool Joined)> changes, int kept)
    {
        for (int i = changes.Count - 1; i >= kept; i--)
        {
            (int team, int inspector, bool joined) = changes[i];
            if (joined)
            {
                _state.Remove(team, inspector);
            }
            else
            {
                _state.Add(team, inspector);
            }
        }

        changes.RemoveRange(kept, changes.Count - kept);
    }

    /// <summary>Stage C: staffs every seat that can be staffed. Afterwards <see cref="IsReached"/> and <see cref="IsTeamReached"/> tell the shortage.</summary>
    public void Complete() => Complete(Enumerable.Range(0, _graph.Teams));

    /// <summary>The same for some teams only.</summary>
    /// <param name="teams">Teams, ascending.</param>
    public void Complete(IEnumerable<int> teams)
    {
        _ceiling = NoCeiling;
        while (true)
        {
            Clear();
            foreach (int team in teams)
            {
                if (_state.Open(team) > 0)
                {
                    Reach(team, 0);
                }
            }

            if (!FindLayers())
            {
                return;
            }

            foreach (int team in teams)
            {
                while (_teamLayer[team] == 0 && _state.Open(team) > 0 && Shift(team))
                {
                }
            }
        }
    }

    /// <summary>Staffs one seat along a shortest path, if there is one.</summary>
    /// <param name="team">The team, with an open seat.</param>
    /// <param name="mayMove">Whether somebody may be moved out of a team.</param>
    /// <param name="without">An inspector who takes no part.</param>
    /// <param name="path">Takes the path: teams as they are, inspectors as complements.</param>
    public bool CompleteOne(int team, Predicate<int> mayMove, int without, List<int> path)
    {
        _ceiling = NoCeiling;
        _inspectorDone[without] = true;
        Clear();
        for (int other = 0; other < _graph.Teams; other++)
        {
            if (!mayMove(other))
            {
                _teamLayer[other] = int.MaxValue;
            }
        }

        Reach(team, 0);
        if (!FindLayers() || !Shift(team))
        {
            return false;
        }

        path.AddRange(_path);
        return true;
    }

    /// <summary>Stage D: makes the sum of squared levels smallest.</summary>
    public void Balance()
    {
        while (HighestLevel() is var level && HasTarget(level - 2))
        {
            _ceiling = level - 2;
            Clear();
            for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
            {
                if (!_inspectorDone[inspector] && _state.Level[inspector] == level)
                {
                    Reach(~inspector, 0);
                }
            }

            if (FindLayers())
            {
                for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
                {
                    if (_inspectorLayer[inspector] == 0 && _state.Level[inspector] == level)
                    {
                        Shift(~inspector);
                    }
                }
            }
            else
            {
                // Whoever is reached from here leads to nobody low enough, now and later: they need not be looked at again.
                for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
                {
                    // Stryker disable once Assignment: who is done is not reached again
                    _inspectorDone[inspector] |= _inspectorLayer[inspector] >= 0;
                }

                // Stryker disable once Equality,Assignment: what is done is not reached again, and would only be looked at once more; no team is where the search begins
                for (int team = 0; team < _graph.Teams; team++)
                {
                    _teamDone[team] |= _teamLayer[team] >= 0;
                }
            }
        }
    }

    // Stryker disable once Equality: no inspector is where stage C begins
    public bool IsReached(int inspector) => _inspectorLayer[inspector] >= 0;

    public bool IsTeamReached(int team) => _teamLayer[team] >= 0;

    private bool IsTarget(int inspector) => _state.Level[inspector] <= _ceiling && _state.HasSpare(inspector);

    private int HighestLevel()
    {
        int highest = int.MinValue;
        for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
        {
            if (!_inspectorDone[inspector])
            {
                highest = Math.Max(highest, _state.Level[inspector]);
            }
        }

        return Math.Max(highest, 1);
    }

    private bool HasTarget(int ceiling)
    {
        for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
        {
            if (!_inspectorDone[inspector] && _state.Level[inspector] <= ceiling && _state.HasSpare(inspector))
            {
                return true;
            }
        }

        return false;
    }

    private void Clear()
    {
        Array.Fill(_inspectorLayer, Unseen);
        Array.Fill(_teamLayer, Unseen);
        Array.Clear(_inspectorNext);
        Array.Clear(_teamNext);
        Array.Clear(_firstWord);
        _firstOnWay.ForEach(Array.Clear);
        Array.Clear(_unseen);
        _layer.Clear();
        _nextLayer.Clear();
        for (int inspector = 0; inspector < _graph.Inspectors; inspector++)
        {
            if (!_inspectorDone[inspector])
            {
                // Stryker disable once Bitwise,Assignment: a bit is set once, and nothing is negative: both shifts agree
                _unseen[inspector >> 6] |= 1UL << (inspector & 63);
            }
        }
    }

    private void Reach(int node, int layer)
    {
        if (node >= 0)
        {
            _teamLayer[node] = layer;
        }
        else
        {
            _inspectorLayer[~node] = layer;
            // Stryker disable once Bitwise: nothing is negative here: both shifts agree
            _unseen[~node >> 6] &= ~(1UL << (~node & 63));
        }

        (layer == 0 ? _layer : _nextLayer).Add(node);
    }

    /// <summary>Breadth first until a layer has an inspector who can take one more.</summary>
    private bool FindLayers()
    {
        for (_depth = 1; _layer.Count > 0; _depth++)
        {
            bool found = false;
            foreach (int node in _layer)
            {
                found |= node >= 0 ? ReachFromTeam(node) : ReachFromInspector(~node);
            }

            if (found)
            {
                return true;
            }

            (_layer, _nextLayer) = (_nextLayer, _layer);
            _nextLayer.Clear();
        }

        return false;
    }

    private bool ReachFromTeam(int team)
    {
        bool found = false;
        ulong[] pool = _graph.Pools.Bits(_graph.TeamClass[team]);
        ref int firstWord = ref _firstWord[_graph.TeamClass[team]];
        while (firstWord < pool.Length && (pool[firstWord] & _unseen[firstWord]) == 0)
        {
            firstWord++;
        }

        for (int word = firstWord; word < pool.Length; word++)
        {
            for (ulong left = pool[word] & _unseen[word]; left != 0; left &= left - 1)
            {
                int inspector = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (_state.MayTake(team, inspector))
                {
                    Reach(~inspector, _depth);
                    found |= IsTarget(inspector);
                }
            }
        }

        if (_graph.Siblings[team] is { } siblings)
        {
            foreach (int sibling in siblings)
            {
                if (_teamLayer[sibling] == Unseen && !_teamDone[sibling] && _state.ComesOver(team, sibling) >= 0)
                {
                    Reach(sibling, _depth);
                }
            }
        }

        return found;
    }

    private bool ReachFromInspector(int inspector)
    {
        foreach (int team in _state.Held(inspector))
        {
            if (_teamLayer[team] == Unseen && !_teamDone[team])
            {
                Reach(team, _depth);
            }
        }

        return false;
    }
}

namespace RandomInspection.Matching;

internal sealed partial class SeatSearch
{
    /// <summary>Depth first along the layers from one node; shifts seats along the first path found. A node without a way on is dead for the phase.</summary>
    private bool Shift(int start)
    {
        _path.Clear();
        _path.Add(start);
        while (_path.Count > 0)
        {
            int node = _path[^1];
            if (node < 0 && _inspectorLayer[~node] == _depth)
            {
                Apply();
                return true;
            }

            if ((node >= 0 ? NextOfTeam(node) : NextOfInspector(~node)) is { } next)
            {
                _path.Add(next);
                continue;
            }

            if (node >= 0)
            {
                _teamLayer[node] = int.MaxValue;
            }
            else
            {
                _inspectorLayer[~node] = int.MaxValue;
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return false;
    }

    private int? NextOfTeam(int team)
    {
        int layer = _teamLayer[team] + 1;
        int[] pool = _graph.Pools.Of(_graph.TeamClass[team]);
        ref int next = ref _teamNext[team];
        next = Math.Max(next, FirstOnWay(_graph.TeamClass[team], layer, pool));
        for (; next < pool.Length; next++)
        {
            if (IsOnWay(pool[next], layer) && _state.MayTake(team, pool[next]))
            {
                return ~pool[next];
            }
        }

        if (layer < _depth && _graph.Siblings[team] is { } siblings)
        {
            for (; next - pool.Length < siblings.Length; next++)
            {
                int sibling = siblings[next - pool.Length];
                if (_teamLayer[sibling] == layer && _state.ComesOver(team, sibling) >= 0)
                {
                    return sibling;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a path may go through an inspector; who once is out of the way stays so for the phase.</summary>
    private bool IsOnWay(int inspector, int layer) => _inspectorLayer[inspector] == layer && (layer < _depth || IsTarget(inspector));

    /// <summary>Where in a class's pool the first inspector on the way stands: found once for all its teams of one layer.</summary>
    private int FirstOnWay(int @class, int layer, int[] pool)
    {
        while (_firstOnWay.Count <= layer)
        {
            _firstOnWay.Add(new int[_graph.Classes.Length]);
        }

        ref int first = ref _firstOnWay[layer][@class];
        while (first < pool.Length && !IsOnWay(pool[first], layer))
        {
            first++;
        }

        return first;
    }

    private int? NextOfInspector(int inspector)
    {
        int layer = _inspectorLayer[inspector] + 1;
        ReadOnlySpan<int> held = _state.Held(inspector);
        int at = held.BinarySearch(_inspectorNext[inspector]);
        for (at = at < 0 ? ~at : at; at < held.Length; at++)
        {
            if (_teamLayer[held[at]] == layer)
            {
                _inspectorNext[inspector] = held[at];
                return held[at];
            }
        }

        _inspectorNext[inspector] = int.MaxValue;
        return null;
    }

    private void Apply()
    {
        for (int i = 1; i < _path.Count; i++)
        {
            (int from, int to) = (_path[i - 1], _path[i]);
            if (from < 0)
            {
                Leave(to, ~from);
            }
            else if (to < 0)
            {
                Join(from, ~to);
            }
            else
            {
                int inspector = _state.ComesOver(from, to);
                Leave(to, inspector);
                Join(from, inspector);
            }
        }
    }

    private void Leave(int team, int inspector)
    {
        _state.Remove(team, inspector);
        _changes?.Add((team, inspector, false));
    }

    private void Join(int team, int inspector)
    {
        _state.Add(team, inspector);
        _changes?.Add((team, inspector, true));
    }
}

namespace RandomInspection.Matching;

/// <summary>The trades of stage E: two inspectors pool the seats that either may hold and deal them out again.</summary>
/// <remarks>
/// Half a million trades of some forty seats each decide how long a large match takes; so what a trade asks of a team stands together here,
/// and held seats are written once a trade. Source: docs/match-specification.md, stage E.
/// </remarks>
internal sealed class Trading
{
    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly MatchStream _stream;
    private readonly bool _balanced;
    private readonly Facts[] _facts;
    private readonly ulong[] _mayServe;
    private readonly int _wordsOfInspector;
    private int[] _pooled = new int[64];
    private bool[] _wasFirst = new bool[64];
    private bool[] _toFirst = new bool[64];
    private int[] _items = new int[64];
    private int[] _held = new int[64];

    public Trading(MatchState state, MatchStream stream)
    {
        (_state, _graph, _stream) = (state, state.Graph, stream);
        _balanced = _graph.Problem.LoadPolicy == LoadPolicy.Balanced;
        int[] classAt = ClassesWithinDepartments();
        _wordsOfInspector = classAt.Length == 0 ? 0 : (classAt.Max() >> 6) + 1;
        _mayServe = new ulong[_graph.Inspectors * _wordsOfInspector];
        for (int @class = 0; @class < classAt.Length; @class++)
        {
            foreach (int inspector in _graph.Pools.Of(@class))
            {
                _mayServe[(inspector * _wordsOfInspector) + (classAt[@class] >> 6)] |= 1UL << (classAt[@class] & 63);
            }
        }

        _facts = new Facts[_graph.Teams];
        for (int team = 0; team < _facts.Length; team++)
        {
            int visit = _graph.TeamVisit[team];
            _facts[team] = new Facts(
                classAt[_graph.TeamClass[team]],
                _graph.SeatStart[team],
                state.Locked(team).Length + state.Movable(team).Length,
                _graph.Exclusions.Start(visit),
                _graph.Exclusions.Start(visit + 1),
                _graph.Siblings[team] is not null);
        }
    }

    /// <summary>Each class's number among those of its department: two who trade are of one department, so their bits lie close together.</summary>
    private int[] ClassesWithinDepartments()
    {
        Dictionary<string, int> next = new(StringComparer.Ordinal);
        return Array.ConvertAll(_graph.Classes, @class =>
        {
            int number = next.GetValueOrDefault(@class.Need.Department);
            next[@class.Need.Department] = number + 1;
            return number;
        });
    }

    /// <summary>One trade.</summary>
    /// <param name="team">The team of a uniform seat.</param>
    /// <param name="a">Who holds it.</param>
    public void Trade(int team, int a)
    {
        int[] pool = _graph.Pools.Of(_graph.TeamClass[team]);
        int b = pool[_stream.Below(pool.Length)];
        if (a == b)
        {
            return;
        }

        // The higher one first.
        bool swapped = _balanced && _state.Level[b] > _state.Level[a];
        (int first, int second) = swapped ? (b, a) : (a, b);
        (int count, int ofFirst) = PoolSeats(first, second);
        if (count == 0)
        {
            return;
        }

        if (_balanced || !DealFreely(first, second, count, ofFirst))
        {
            if (!_balanced && _state.Level[second] > _state.Level[first])
            {
                (first, second, ofFirst) = (second, first, count - ofFirst);
                Invert(count);
            }

            Deal(count, ofFirst, odd: _balanced && _state.Level[first] == _state.Level[second] + 1 && _state.HasSpare(second));
        }

        Write(first, second, count);
    }

    /// <summary>The teams in which one of two has a movable seat and the other may take it, ascending; how many; how many of them are the first's.</summary>
    private (int Count, int OfFirst) PoolSeats(int first, int second)
    {
        ReadOnlySpan<int> ofFirst = _state.Held(first), ofSecond = _state.Held(second);
        if (_pooled.Length < ofFirst.Length + ofSecond.Length + 1)
        {
            int room = 2 * (ofFirst.Length + ofSecond.Length + 1);
            (_pooled, _wasFirst, _toFirst, _items, _held) = (new int[room], new bool[room], new bool[room], new int[room], new int[room]);
        }

        ReadOnlySpan<int> seats = _state.AllSeats, excluded = _graph.Exclusions.All;
        int count = 0, mine = 0, i = 0, j = 0;
        while (i < ofFirst.Length || j < ofSecond.Length)
        {
            int one = i < ofFirst.Length ? ofFirst[i] : int.MaxValue, two = j < ofSecond.Length ? ofSecond[j] : int.MaxValue;
            if (one == two)
            {
                i++;
                j++;
            }
            else if (one < two)
            {
                i++;
                if (MayTake(one, second, seats, excluded))
                {
                    _pooled[count] = one;
                    _wasFirst[count++] = true;
                    mine++;
                }
            }
            else
            {
                j++;
                if (MayTake(two, first, seats, excluded))
                {
                    _pooled[count] = two;
                    _wasFirst[count++] = false;
                }
            }
        }

        return (count, mine);
    }

    private bool MayTake(int team, int inspector, ReadOnlySpan<int> seats, ReadOnlySpan<int> excluded)
    {
        ref readonly Facts facts = ref _facts[team];
        return (_mayServe[(inspector * _wordsOfInspector) + (facts.Class >> 6)] >> (facts.Class & 63) & 1) != 0
            && !seats.Slice(facts.FirstSeat, facts.Seats).Contains(inspector)
            && !excluded[facts.FirstExclusion..facts.EndOfExclusions].Contains(inspector)
            && (!facts.HasSiblings || !_state.SitsInVisit(team, inspector));
    }

    /// <summary>Under <see cref="LoadPolicy.CapacityOnly"/>: a coin for each seat, if the capacities allow it.</summary>
    private bool DealFreely(int first, int second, int count, int ofFirst)
    {
        int toFirst = 0;
        for (int i = 0; i < count; i++)
        {
            _toFirst[i] = _stream.Below(2) == 0;
            toFirst += _toFirst[i] ? 1 : 0;
        }

        return _state.Load[first] - ofFirst + toFirst <= _graph.Capacity[first]
            && _state.Load[second] - (count - ofFirst) + (count - toFirst) <= _graph.Capacity[second];
    }

    /// <summary>Deals the pooled seats, and the odd one behind them, out again: to the first as many as before, the odd one counted.</summary>
    private void Deal(int count, int ofFirst, bool odd)
    {
        int items = count + (odd ? 1 : 0);
        bool drawForFirst = 2 * ofFirst <= items;
        int drawn = drawForFirst ? ofFirst : items - ofFirst;
        for (int i = 0; i < items; i++)
        {
            _items[i] = i;
            _toFirst[i] = !drawForFirst;
        }

        for (int i = 0; i < drawn; i++)
        {
            int j = i + _stream.Below(items - i);
            (_items[i], _items[j]) = (_items[j], _items[i]);
            _toFirst[_items[i]] = drawForFirst;
        }
    }

    private void Invert(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _wasFirst[i] = !_wasFirst[i];
        }
    }

    private void Write(int first, int second, int count)
    {
        bool changed = false;
        for (int i = 0; i < count; i++)
        {
            if (_wasFirst[i] != _toFirst[i])
            {
                (int from, int to) = _wasFirst[i] ? (first, second) : (second, first);
                _state.Exchange(_pooled[i], from, to);
                changed = true;
            }
        }

        if (changed)
        {
            WriteHeld(first, true, count);
            WriteHeld(second, false, count);
        }
    }

    /// <summary>An inspector's seats: those that were not pooled, and the pooled ones dealt to them.</summary>
    private void WriteHeld(int inspector, bool isFirst, int count)
    {
        ReadOnlySpan<int> before = _state.Held(inspector);
        int written = 0, i = 0, p = 0;
        while (i < before.Length || p < count)
        {
            int held = i < before.Length ? before[i] : int.MaxValue, pooled = p < count ? _pooled[p] : int.MaxValue;
            if (held < pooled)
            {
                _held[written++] = held;
                i++;
            }
            else
            {
                i += held == pooled ? 1 : 0;
                if (_toFirst[p++] == isFirst)
                {
                    _held[written++] = pooled;
                }
            }
        }

        _state.SetHeld(inspector, _held.AsSpan(0, written));
    }

    private readonly record struct Facts(int Class, int FirstSeat, int Seats, int FirstExclusion, int EndOfExclusions, bool HasSiblings);
}

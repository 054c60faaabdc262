namespace RandomInspection.Matching;

/// <summary>The trades of stage E: two inspectors pool the seats that either may hold and deal them out again.</summary>
/// <remarks>
/// Half a million trades of some forty seats each decide how long a large match takes. So what a trade asks of a team stands together here, the
/// questions are asked one after the other for all its seats, without branches that depend on chance, and held seats are written once a trade.
/// Source: docs/match-specification.md, stage E.
/// </remarks>
internal sealed class Trading
{
    private const int Both = 2;

    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly MatchStream _stream;
    private readonly bool _balanced;

    // Each team's class, by its number within the department: asked of every seat, so it stands alone.
    private readonly int[] _class;
    private readonly Facts[] _facts;
    private readonly ulong[] _mayServe;
    private readonly int _wordsOfInspector;

    // Of the two: the teams they sit in, ascending, and who does: 0 the first, 1 the second, Both.
    private int[] _teams = new int[64];
    private int[] _sides = new int[64];

    // The pooled ones: places in those lists.
    private int[] _pooled = new int[64];
    private int[] _items = new int[64];
    private int[] _dealt = new int[64];

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

        _class = Array.ConvertAll(_graph.TeamClass, @class => classAt[@class]);
        _facts = new Facts[_graph.Teams];
        for (int team = 0; team < _facts.Length; team++)
        {
            int visit = _graph.TeamVisit[team], locked = state.Locked(team).Length;
            _facts[team] = new Facts(
                _graph.SeatStart[team] + locked,
                state.Movable(team).Length,
                _graph.Exclusions.Start(visit),
                _graph.Exclusions.Start(visit + 1),
                locked > 0 || _graph.Siblings[team] is not null);
        }
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
        (int first, int second) = _balanced && _state.Level[b] > _state.Level[a] ? (b, a) : (a, b);
        int seats = Merge(_state.Held(first), _state.Held(second));
        int count = Pool(seats, first, second), ofFirst = 0;
        for (int i = 0; i < count; i++)
        {
            ofFirst += 1 - _sides[_pooled[i]];
        }

        if (count == 0)
        {
            return;
        }

        if (_balanced || !DealFreely(first, second, count, ofFirst))
        {
            if (!_balanced && _state.Level[second] > _state.Level[first])
            {
                (first, second, ofFirst) = (second, first, count - ofFirst);
                ChangeNames(seats);
            }

            Deal(count, ofFirst, odd: _balanced && _state.Level[first] == _state.Level[second] + 1 && _state.HasSpare(second));
        }

        Write(first, second, seats, count);
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

    /// <summary>Lists the teams of two; how many there are.</summary>
    private int Merge(ReadOnlySpan<int> ofFirst, ReadOnlySpan<int> ofSecond)
    {
        if (_teams.Length < ofFirst.Length + ofSecond.Length + 1)
        {
            int room = 2 * (ofFirst.Length + ofSecond.Length + 1);
            (_teams, _sides, _pooled, _items, _dealt) = (new int[room], new int[room], new int[room], new int[room], new int[room]);
        }

        int[] teams = _teams, sides = _sides;
        int count = 0, i = 0, j = 0;
        while (i < ofFirst.Length && j < ofSecond.Length)
        {
            int one = ofFirst[i], two = ofSecond[j];
            int isOne = one <= two ? 1 : 0, isTwo = two <= one ? 1 : 0;
            teams[count] = Math.Min(one, two);
            sides[count++] = isTwo + (isOne & isTwo);
            i += isOne;
            j += isTwo;
        }

        for (; i < ofFirst.Length; i++)
        {
            teams[count] = ofFirst[i];
            sides[count++] = 0;
        }

        for (; j < ofSecond.Length; j++)
        {
            teams[count] = ofSecond[j];
            sides[count++] = 1;
        }

        return count;
    }

    /// <summary>Finds the seats of one of the two that the other may take; how many there are.</summary>
    private int Pool(int seats, int first, int second)
    {
        int count = 0, ofSecond = second * _wordsOfInspector, toFirst = (first * _wordsOfInspector) - ofSecond;
        int[] teams = _teams, sides = _sides, pooled = _pooled, classes = _class;
        for (int at = 0; at < seats; at++)
        {
            (int @class, int side) = (classes[teams[at]], sides[at]);
            ulong mayServe = _mayServe[ofSecond + ((side & 1) * toFirst) + (@class >> 6)] >> @class;
            pooled[count] = at;
            count += (int)(mayServe & 1) & ~(side >> 1);
        }

        int served = count;
        count = 0;
        ReadOnlySpan<int> excluded = _graph.Exclusions.All;
        for (int i = 0; i < served; i++)
        {
            int at = pooled[i], other = sides[at] == 0 ? second : first;
            ref readonly Facts facts = ref _facts[teams[at]];
            int mayNot = facts.MaySitElsewhere && _state.SitsInVisit(teams[at], other) ? 1 : 0;
            for (int e = facts.FirstExclusion; e < facts.EndOfExclusions; e++)
            {
                mayNot |= excluded[e] == other ? 1 : 0;
            }

            pooled[count] = at;
            count += 1 - mayNot;
        }

        return count;
    }

    /// <summary>Under <see cref="LoadPolicy.CapacityOnly"/>: a coin for each seat, if the capacities allow it.</summary>
    private bool DealFreely(int first, int second, int count, int ofFirst)
    {
        int toSecond = 0;
        for (int i = 0; i < count; i++)
        {
            _dealt[i] = _stream.Below(2);
            toSecond += _dealt[i];
        }

        return _state.Load[first] - ofFirst + (count - toSecond) <= _graph.Capacity[first]
            && _state.Load[second] - (count - ofFirst) + toSecond <= _graph.Capacity[second];
    }

    /// <summary>Deals the pooled seats, and the odd one behind them, out again: to the first as many as before, the odd one counted.</summary>
    private void Deal(int count, int ofFirst, bool odd)
    {
        int items = count + (odd ? 1 : 0);
        bool drawForFirst = 2 * ofFirst <= items;
        (int drawn, int side) = drawForFirst ? (ofFirst, 0) : (items - ofFirst, 1);
        for (int i = 0; i < items; i++)
        {
            _items[i] = i;
            _dealt[i] = 1 - side;
        }

        for (int i = 0; i < drawn; i++)
        {
            int j = i + _stream.Below(items - i);
            (_items[i], _items[j]) = (_items[j], _items[i]);
            _dealt[_items[i]] = side;
        }
    }

    private void ChangeNames(int seats)
    {
        for (int at = 0; at < seats; at++)
        {
            _sides[at] = _sides[at] == Both ? Both : 1 - _sides[at];
        }
    }

    private void Write(int first, int second, int seats, int count)
    {
        Span<int> allSeats = _state.AllSeats;
        for (int i = 0; i < count; i++)
        {
            int at = _pooled[i];
            if (_sides[at] != _dealt[i])
            {
                (int from, int to) = _sides[at] == 0 ? (first, second) : (second, first);
                ref readonly Facts facts = ref _facts[_teams[at]];
                MatchState.PutInOrder(allSeats.Slice(facts.FirstSeat, facts.Seats), from, to);
                _sides[at] = _dealt[i];
            }
        }

        WriteHeld(first, without: 1, seats);
        WriteHeld(second, without: 0, seats);
    }

    private void WriteHeld(int inspector, int without, int seats)
    {
        int held = 0;
        for (int at = 0; at < seats; at++)
        {
            _items[held] = _teams[at];
            held += _sides[at] == without ? 0 : 1;
        }

        _state.SetHeld(inspector, _items.AsSpan(0, held));
    }

    /// <summary>What a trade asks of a team; how many movable seats are staffed does not change from trade to trade.</summary>
    /// <param name="FirstSeat">The first movable seat.</param>
    /// <param name="Seats">How many of them are staffed.</param>
    /// <param name="FirstExclusion">Where the visit's exclusions begin.</param>
    /// <param name="EndOfExclusions">Where they end.</param>
    /// <param name="MaySitElsewhere">Whether somebody may sit in the visit without a movable seat in this team.</param>
    private readonly record struct Facts(int FirstSeat, int Seats, int FirstExclusion, int EndOfExclusions, bool MaySitElsewhere);
}

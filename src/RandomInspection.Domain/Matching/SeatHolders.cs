namespace RandomInspection.Matching;

/// <summary>Who holds which movable seat while stage E runs: what <see cref="MatchState"/> says, laid out for half a million trades.</summary>
/// <remarks>
/// A large match does not fit into a processor's near memory, and each trade asks of some forty seats that lie nowhere near each other. So all that a trade asks
/// of a seat stands in the seat's own eight bytes, which lie side by side for each inspector, and seats are written without being read.
/// </remarks>
internal sealed class SeatHolders
{
    private const int Nobody = -1;
    private const int SpareRoom = 2;

    private readonly MatchState _state;
    private readonly MatchGraph _graph;
    private readonly MovableSeat[] _seats;
    private readonly int[] _teams;
    private readonly int[] _firstSeat;
    private readonly int[] _holders;
    private readonly Person[] _people;
    private MovableSeat[] _held;
    private int _heldEnd;
    private int[] _sorted = new int[16];

    public SeatHolders(MatchState state)
    {
        (_state, _graph) = (state, state.Graph);
        _firstSeat = new int[_graph.Teams + 1];
        for (int team = 0; team < _graph.Teams; team++)
        {
            _firstSeat[team + 1] = _firstSeat[team] + state.Movable(team).Length;
        }

        int seats = _firstSeat[^1];
        (_seats, _teams, _holders, _people) = (new MovableSeat[seats], new int[seats], new int[seats], new Person[_graph.Inspectors]);
        _held = new MovableSeat[seats + (SpareRoom * _people.Length)];
        for (int inspector = 0; inspector < _people.Length; inspector++)
        {
            int most = state.Level[inspector] - state.Load[inspector] + _graph.Capacity[inspector];
            _people[inspector] = new Person { Start = _heldEnd, Room = state.Held(inspector).Length + SpareRoom, Level = state.Level[inspector], MostLevel = most };
            _heldEnd += _people[inspector].Room;
        }

        for (int team = 0; team < _graph.Teams; team++)
        {
            ReadOnlySpan<int> holders = state.Movable(team);
            bool elsewhere = state.Locked(team).Length > 0 || _graph.Siblings[team] is not null;
            for (int place = 0; place < holders.Length; place++)
            {
                int number = _firstSeat[team] + place;
                (_teams[number], _holders[number], _seats[number]) = (team, holders[place], new MovableSeat(number, place, elsewhere, _graph.TeamClass[team]));
                ref Person holder = ref _people[holders[place]];
                _held[holder.Start + holder.Count++] = _seats[number];
            }
        }
    }

    /// <summary>How many movable seats are staffed: it never changes here.</summary>
    public int Seats => _seats.Length;

    /// <summary>The number of each team's first seat, and how many seats there are.</summary>
    public ReadOnlySpan<int> FirstSeats => _firstSeat;

    public int Team(MovableSeat seat) => _teams[seat.Number];

    /// <summary>Prior load and seats.</summary>
    public int Level(int inspector) => _people[inspector].Level;

    public bool HasSpare(int inspector) => _people[inspector].Level < _people[inspector].MostLevel;

    /// <summary>Whether an inspector's capacity allows more seats than now.</summary>
    /// <param name="inspector">The inspector.</param>
    /// <param name="more">How many more; fewer if negative.</param>
    public bool HasSpare(int inspector, int more) => _people[inspector].Level + more <= _people[inspector].MostLevel;

    /// <summary>An inspector's seats, ascending.</summary>
    public ReadOnlySpan<MovableSeat> Held(int inspector) => _held.AsSpan(_people[inspector].Start, _people[inspector].Count);

    /// <summary>The seat of a number from 0 to <see cref="Seats"/> − 1, where a team's seats are numbered by their inspectors, ascending.</summary>
    /// <param name="number">The number.</param>
    /// <param name="holder">Who holds it.</param>
    public MovableSeat At(int number, out int holder)
    {
        MovableSeat seat = _seats[number];
        int first = seat.FirstOfTeam, end = number + 1;
        while (end < _seats.Length && _seats[end].FirstOfTeam == first)
        {
            end++;
        }

        ReadOnlySpan<int> holders = _holders.AsSpan(first, end - first);
        int place = holders.Length switch
        {
            1 => 0,
            2 => seat.Place ^ (holders[0] > holders[1] ? 1 : 0),
            _ => PlaceOfRank(holders, seat.Place),
        };
        holder = holders[place];
        return _seats[first + place];
    }

    /// <summary>Whether an inspector sits in a seat's visit.</summary>
    public bool SitsInVisit(MovableSeat seat, int inspector)
    {
        int team = Team(seat);
        return HoldersOf(team).Contains(inspector) || (seat.SitsElsewhere && SitsElsewhere(team, inspector));
    }

    /// <summary>Whether an inspector sits in a team's visit without a movable seat of the team.</summary>
    public bool SitsElsewhere(int team, int inspector)
    {
        foreach (int sibling in _graph.Siblings[team] ?? [])
        {
            if (HoldersOf(sibling).Contains(inspector) || _state.Locked(sibling).Contains(inspector))
            {
                return true;
            }
        }

        return _state.Locked(team).Contains(inspector);
    }

    /// <summary>An inspector's movable seat in a sibling of a team.</summary>
    public MovableSeat? SeatInSibling(int team, int inspector)
    {
        foreach (int sibling in _graph.Siblings[team] ?? [])
        {
            if (HoldersOf(sibling).IndexOf(inspector) is >= 0 and int place)
            {
                return _seats[_firstSeat[sibling] + place];
            }
        }

        return null;
    }

    /// <summary>Takes an inspector out of a seat.</summary>
    public void Leave(int inspector, MovableSeat seat)
    {
        _holders[seat.Number] = Nobody;
        Span<MovableSeat> held = HeldBy(inspector, _people[inspector].Count);
        int at = held.IndexOf(seat);
        held[(at + 1)..].CopyTo(held[at..]);
        _people[inspector].Count--;
        _people[inspector].Level--;
    }

    /// <summary>Puts an inspector into a seat that nobody holds.</summary>
    public void Take(int inspector, MovableSeat seat)
    {
        _holders[seat.Number] = inspector;
        Span<MovableSeat> held = HeldBy(inspector, _people[inspector].Count + 1);
        int at = held.Length - 1;
        for (; at > 0 && held[at - 1].Number > seat.Number; at--)
        {
            held[at] = held[at - 1];
        }

        held[at] = seat;
        _people[inspector].Count++;
        _people[inspector].Level++;
    }

    /// <summary>Moves an inspector from a seat into one that nobody holds.</summary>
    public void Move(int inspector, MovableSeat from, MovableSeat to)
    {
        _holders[from.Number] = Nobody;
        _holders[to.Number] = inspector;
        Span<MovableSeat> held = HeldBy(inspector, _people[inspector].Count);
        int at = held.IndexOf(from);
        for (; at > 0 && held[at - 1].Number > to.Number; at--)
        {
            held[at] = held[at - 1];
        }

        for (; at + 1 < held.Length && held[at + 1].Number < to.Number; at++)
        {
            held[at] = held[at + 1];
        }

        held[at] = to;
    }

    /// <summary>Where an inspector's seats are to be written anew, ascending; whoever does so calls <see cref="SetHolder"/> for those that are new.</summary>
    /// <param name="inspector">The inspector.</param>
    /// <param name="count">How many there will be.</param>
    /// <returns>Room for them and for one more.</returns>
    public Span<MovableSeat> Rewrite(int inspector, int count)
    {
        Span<MovableSeat> room = HeldBy(inspector, count + 1);
        ref Person person = ref _people[inspector];
        person.Level += count - person.Count;
        person.Count = count;
        return room;
    }

    /// <summary>Says who holds a seat; the inspector's list is another matter.</summary>
    public void SetHolder(MovableSeat seat, int inspector) => _holders[seat.Number] = inspector;

    /// <summary>Writes everything back.</summary>
    /// <returns>How many seats have an inspector who was in their team before.</returns>
    public int WriteBack()
    {
        int stayed = 0;
        for (int team = 0; team < _graph.Teams; team++)
        {
            stayed += _state.Reseat(team, HoldersOf(team));
        }

        // Stryker disable once CollectionExpression: it is emptied first
        List<int> teams = [];
        for (int inspector = 0; inspector < _people.Length; inspector++)
        {
            teams.Clear();
            foreach (MovableSeat seat in Held(inspector))
            {
                teams.Add(Team(seat));
            }

            _state.SetHeld(inspector, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(teams));
        }

        return stayed;
    }

    private ReadOnlySpan<int> HoldersOf(int team) => _holders.AsSpan(_firstSeat[team], _firstSeat[team + 1] - _firstSeat[team]);

    private int PlaceOfRank(ReadOnlySpan<int> holders, int rank)
    {
        // Stryker disable once Equality: more room than is needed changes nothing
        if (_sorted.Length < holders.Length)
        {
            _sorted = new int[2 * holders.Length];
        }

        Span<int> sorted = _sorted.AsSpan(0, holders.Length);
        holders.CopyTo(sorted);
        sorted.Sort();
        return holders.IndexOf(sorted[rank]);
    }

    /// <summary>An inspector's list with room for a number of seats; a list that grows out of its room moves to the end.</summary>
    private Span<MovableSeat> HeldBy(int inspector, int count)
    {
        ref Person person = ref _people[inspector];
        // Stryker disable once Equality: more room than is needed changes nothing
        if (person.Room < count)
        {
            int room = 2 * count;
            // Stryker disable once Equality: more room than is needed changes nothing
            if (_held.Length < _heldEnd + room)
            {
                // Stryker disable once Arithmetic: more room than is needed changes nothing
                Array.Resize(ref _held, _held.Length + Math.Max(room, _held.Length / 2));
            }

            _held.AsSpan(person.Start, person.Count).CopyTo(_held.AsSpan(_heldEnd));
            (person.Start, person.Room) = (_heldEnd, room);
            _heldEnd += room;
        }

        return _held.AsSpan(person.Start, count);
    }

    private struct Person
    {
        public int Start;
        public int Room;
        public int Count;
        public int Level;
        public int MostLevel;
    }
}

namespace RandomInspection.Matching;

/// <summary>The trades of stage E: two inspectors pool the seats that either may hold and deal them out again.</summary>
/// <remarks>
/// Half a million trades of some forty seats each decide how long a large match takes. So the questions are asked one after the other for all seats,
/// without branches that depend on chance, and held seats are written once a trade. Source: docs/match-specification.md, stage E.
/// </remarks>
internal sealed class Trading
{
    private readonly SeatHolders _seats;
    private readonly MatchGraph _graph;
    private readonly MatchStream _stream;
    private readonly EligibilityBits _bits;
    private readonly bool _balanced;

    // The seats of two, ascending, from place 1 on, with one of no team before and behind them; and whose they are: 0 the first's, 1 the second's.
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private MovableSeat[] _both = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private byte[] _sides = [];

    // The pooled ones: places in those lists.
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private int[] _pooled = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private int[] _suspects = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private int[] _items = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private byte[] _dealt = [];

    public Trading(MatchGraph graph, SeatHolders seats, MatchStream stream)
    {
        (_graph, _seats, _stream) = (graph, seats, stream);
        _balanced = _graph.Problem.LoadPolicy == LoadPolicy.Balanced;
        _bits = new EligibilityBits(graph, seats.FirstSeats);
        Room(64);
    }

    /// <summary>One trade.</summary>
    /// <param name="seat">A uniform seat.</param>
    /// <param name="a">Who holds it.</param>
    public void Trade(MovableSeat seat, int a)
    {
        int[] pool = _graph.Pools.Of(seat.Class);
        int b = pool[_stream.Below(pool.Length)];
        if (a == b)
        {
            return;
        }

        // The higher one first.
        (int first, int second) = _balanced && _seats.Level(b) > _seats.Level(a) ? (b, a) : (a, b);
        ReadOnlySpan<MovableSeat> held = _seats.Held(first);
        int seats = Merge(held, _seats.Held(second));
        (int count, int ofFirst) = Pool(seats, first, second);
        if (count > 0)
        {
            int toFirst = Deal(first, second, count, ofFirst);
            Write(first, second, seats, count, held.Length - ofFirst + toFirst);
        }
    }

    /// <summary>Lists the seats of two; how many there are.</summary>
    private int Merge(ReadOnlySpan<MovableSeat> ofFirst, ReadOnlySpan<MovableSeat> ofSecond)
    {
        unchecked
        {
            int all = ofFirst.Length + ofSecond.Length;
            if (_both.Length < all + 2)
            {
                Room(2 * (all + 2));
            }

            Span<MovableSeat> both = _both.AsSpan(0, all + 2);
            Span<byte> sides = _sides.AsSpan(0, all + 2);
            int at = 1, i = 0, j = 0;
            while (i < ofFirst.Length && j < ofSecond.Length)
            {
                MovableSeat one = ofFirst[i], two = ofSecond[j];
                bool isTwo = two.Number < one.Number;
                both[at] = isTwo ? two : one;
                int side = isTwo ? 1 : 0;
                sides[at++] = (byte)side;
                i += 1 - side;
                j += side;
            }

            sides[at..].Fill(i < ofFirst.Length ? (byte)0 : (byte)1);
            ofFirst[i..].CopyTo(both[at..]);
            ofSecond[j..].CopyTo(both[at..]);
            both[^1] = MovableSeat.None;
            return all;
        }
    }

    /// <summary>Finds the seats of one of the two that the other may take; how many there are, and how many of them are the first's.</summary>
    private (int Count, int OfFirst) Pool(int seats, int first, int second)
    {
        unchecked
        {
            int count = 0, ofSecond = 0, suspected = 0;
            ReadOnlySpan<EligibilityBits.ClassBits> classes = _bits.Classes;
            ReadOnlySpan<ulong> firstMay = _bits.MayServe(first), secondMay = _bits.MayServe(second);
            ReadOnlySpan<ulong> firstOut = _bits.MayBeExcluded(first), secondOut = _bits.MayBeExcluded(second);
            Span<MovableSeat> both = _both.AsSpan(0, seats + 2);
            Span<byte> sides = _sides.AsSpan(0, both.Length);
            Span<int> pooled = _pooled.AsSpan(0, both.Length), suspects = _suspects.AsSpan(0, both.Length);
            int before = -1, own = both[1].FirstOfTeam;
            for (int at = 1; at < both.Length - 1; at++)
            {
                MovableSeat seat = both[at];
                int behind = both[at + 1].FirstOfTeam, side = sides[at];
                (int need, int window) = classes[seat.Class];
                ReadOnlySpan<ulong> may = side == 0 ? secondMay : firstMay, @out = side == 0 ? secondOut : firstOut;
                int bit = EligibilityBits.ExclusionBit(own);
                int alone = own != before & own != behind ? 1 : 0;
                // Stryker disable once Bitwise: nothing is negative here: both shifts agree
                int takes = (int)(may[need >> 6] >> need & may[window >> 6] >> window) & alone;
                // Stryker disable once Bitwise,Conditional: nothing is negative here: both shifts agree; who is suspected for nothing is looked at once more
                int suspect = ((int)(@out[bit >> 6] >> bit) | (seat.SitsElsewhere ? 1 : 0)) & takes;
                pooled[count] = at;
                suspects[suspected] = count;
                count += takes;
                suspected += suspect;
                ofSecond += takes & side;
                (before, own) = (own, behind);
            }

            (int Count, int OfFirst) found = (count, count - ofSecond);
            return suspected == 0 ? found : WithoutRefused(found, suspected, first, second);
        }
    }

    /// <summary>Asks about those whom the bits do not clear.</summary>
    private (int Count, int OfFirst) WithoutRefused((int Count, int OfFirst) found, int suspected, int first, int second)
    {
        for (int i = suspected - 1; i >= 0; i--)
        {
            int place = _suspects[i], at = _pooled[place], side = _sides[at], other = side == 0 ? second : first, team = _seats.Team(_both[at]);
            if (_graph.IsExcluded(team, other) || (_both[at].SitsElsewhere && _seats.SitsElsewhere(team, other)))
            {
                _pooled.AsSpan((place + 1)..found.Count).CopyTo(_pooled.AsSpan(place));
                found = (found.Count - 1, found.OfFirst - 1 + side);
            }
        }

        return found;
    }

    /// <summary>Deals the pooled seats out again; how many the first has got.</summary>
    private int Deal(int first, int second, int count, int ofFirst)
    {
        if (_balanced)
        {
            return Deal(count, ofFirst, odd: _seats.Level(first) == _seats.Level(second) + 1 && _seats.HasSpare(second));
        }

        if (DealFreely(first, second, count, ofFirst) is >= 0 and int toFirst)
        {
            return toFirst;
        }

        if (_seats.Level(second) <= _seats.Level(first))
        {
            return Deal(count, ofFirst, odd: false);
        }

        toFirst = count - Deal(count, count - ofFirst, odd: false);
        foreach (ref byte side in _dealt.AsSpan(0, count))
        {
            side ^= 1;
        }

        return toFirst;
    }

    /// <summary>Under <see cref="LoadPolicy.CapacityOnly"/>: a coin for each seat, if the capacities allow it.</summary>
    /// <returns>How many the first has got; negative if the capacities do not allow it.</returns>
    private int DealFreely(int first, int second, int count, int ofFirst)
    {
        int toFirst = count;
        for (int i = 0; i < count; i++)
        {
            int coin = _stream.Below(2);
            _dealt[i] = (byte)coin;
            toFirst -= coin;
        }

        return _seats.HasSpare(first, toFirst - ofFirst) && _seats.HasSpare(second, ofFirst - toFirst) ? toFirst : -1;
    }

    /// <summary>Deals the pooled seats, and the odd one behind them: to the higher one as many as before, the odd one counted.</summary>
    /// <returns>How many of the pooled seats the higher one has got.</returns>
    private int Deal(int count, int ofHigher, bool odd)
    {
        unchecked
        {
            int items = count + (odd ? 1 : 0);
            (int drawn, byte side) = 2 * ofHigher <= items ? (ofHigher, (byte)0) : (items - ofHigher, (byte)1);
            Span<int> order = _items.AsSpan(0, items);
            Span<byte> dealt = _dealt.AsSpan(0, items);
            dealt.Fill((byte)(1 - side));
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            for (int i = 0; i < drawn; i++)
            {
                int j = i + _stream.Below(items - i), item = order[j];
                order[j] = order[i];
                dealt[item] = side;
            }

            return odd && dealt[count] == 0 ? ofHigher - 1 : ofHigher;
        }
    }

    private void Write(int first, int second, int seats, int count, int toFirst)
    {
        unchecked
        {
            Span<MovableSeat> both = _both.AsSpan(0, seats + 1);
            Span<byte> sides = _sides.AsSpan(0, both.Length), dealt = _dealt.AsSpan(0, count);
            Span<int> pooled = _pooled.AsSpan(0, count), changed = _suspects.AsSpan(0, count + 1);
            int changes = 0;
            for (int i = 0; i < pooled.Length; i++)
            {
                ref byte side = ref sides[pooled[i]];
                changed[changes] = pooled[i];
                changes += side ^ dealt[i];
                side = dealt[i];
            }

            foreach (int at in changed[..changes])
            {
                _seats.SetHolder(both[at], sides[at] == 0 ? first : second);
            }

            // Making room for one may move the list of the other: the first is asked for again when both have theirs.
            _ = _seats.Rewrite(first, toFirst);
            Span<MovableSeat> ofSecond = _seats.Rewrite(second, seats - toFirst), ofFirst = _seats.Rewrite(first, toFirst);
            int one = 0, two = 0;
            for (int at = 1; at < both.Length; at++)
            {
                int side = sides[at];
                ofFirst[one] = both[at];
                ofSecond[two] = both[at];
                one += 1 - side;
                two += side;
            }
        }
    }

    private void Room(int seats)
    {
        (_both, _sides, _dealt) = (new MovableSeat[seats], new byte[seats], new byte[seats]);
        (_pooled, _suspects, _items) = (new int[seats], new int[seats], new int[seats]);
        _both[0] = MovableSeat.None;
    }
}

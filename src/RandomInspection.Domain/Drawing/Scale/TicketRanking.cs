using System.Collections.Immutable;

namespace RandomInspection.Drawing.Scale;

/// <summary>The units of a log by ticket, then by the bytes of their ids.</summary>
/// <remarks>
/// Tickets are uniform, so that their first 33 bits tell nearly all of them apart: three passes over those, eleven bits each, and whatever
/// shares them is compared as it is. O(units); 24 bytes a unit while it sorts, 12 afterwards.
/// </remarks>
internal sealed class TicketRanking
{
    private const int Digit = 11;
    private const int Buckets = 1 << Digit;
    private const int Passes = 3;
    private const int PlaceBits = 64 - (Passes * Digit);
    private const ulong PlaceMask = (1UL << PlaceBits) - 1;

    private readonly UnitLog _log;

    // The first bits of a ticket, and behind them the place of its cell.
    private ulong[] _keys;
    private int[] _numbers;

    private TicketRanking(UnitLog log, int count)
    {
        _log = log;
        _keys = GC.AllocateUninitializedArray<ulong>(count);
        _numbers = GC.AllocateUninitializedArray<int>(count);
    }

    /// <summary>All units of a log.</summary>
    /// <param name="log">The log.</param>
    public static TicketRanking Of(UnitLog log)
    {
        TicketRanking ranking = new(log, log.Count);
        log.CopyKeys(ranking._keys, ranking._numbers, PlaceMask);
        ranking.Sort();
        return ranking;
    }

    /// <summary>Some units of a log, each with a place.</summary>
    /// <param name="log">The log.</param>
    /// <param name="lists">Units of it, whose place is the list's.</param>
    public static TicketRanking Of(UnitLog log, IReadOnlyList<UnitList> lists)
    {
        TicketRanking ranking = new(log, lists.Sum(list => list.Count));
        int next = 0;
        for (int place = 0; place < lists.Count; place++)
        {
            foreach (int number in lists[place].Numbers)
            {
                ranking._keys[next] = (log.Leading(number) & ~PlaceMask) | (uint)place;
                ranking._numbers[next++] = number;
            }
        }

        ranking.Sort();
        return ranking;
    }

    /// <summary>How many units each place has.</summary>
    /// <param name="places">Places.</param>
    public int[] Counts(int places)
    {
        int[] counts = new int[places];
        foreach (ulong key in _keys)
        {
            counts[PlaceOf(key)]++;
        }

        return counts;
    }

    /// <summary>The first units of each place, in order.</summary>
    /// <param name="wanted">How many at most, by place.</param>
    public ImmutableArray<UnitList> Smallest(ReadOnlySpan<int> wanted)
    {
        int[] counts = Counts(wanted.Length), starts = new int[wanted.Length];
        int total = 0;
        for (int place = 0; place < counts.Length; place++)
        {
            starts[place] = total;
            total += counts[place] = Math.Min(counts[place], wanted[place]);
        }

        int[] numbers = new int[total], taken = new int[counts.Length];
        for (int i = 0; i < _keys.Length; i++)
        {
            int place = PlaceOf(_keys[i]);
            if (taken[place] < counts[place])
            {
                numbers[starts[place] + taken[place]++] = _numbers[i];
            }
        }

        return [.. starts.Select((start, place) => new UnitList(_log, numbers, start, counts[place]))];
    }

    /// <summary>What a draw gives whose units these are.</summary>
    /// <param name="plan">Its plan, of whose cells every one has as many units here as are wanted.</param>
    /// <exception cref="RefusalException">A unit that was selected stands there twice (RI1376).</exception>
    public DrawResult Result(DrawPlan plan)
    {
        int cells = plan.Cells.Length;
        int[] taken = new int[cells], cutoffs = new int[cells];
        int[] selected = GC.AllocateUninitializedArray<int>((int)plan.Sizes.Sum());
        int next = 0;
        ulong last = 0;
        List<(int Place, int Number)> reserves = [];
        for (int i = 0; i < _keys.Length; i++)
        {
            int place = PlaceOf(_keys[i]), rank = taken[place]++;
            if (rank < plan.Sizes[place])
            {
                if (next > 0 && ((_keys[i] ^ last) & ~PlaceMask) == 0 && _log.Id(_numbers[i]).SequenceEqual(_log.Id(selected[next - 1])))
                {
                    throw ScaleRefusals.UnitTwice.Refuse(("id", UnitList.Unit(_log, _numbers[i]).Id));
                }

                selected[next++] = _numbers[i];
                cutoffs[place] = _numbers[i];
                last = _keys[i];
            }
            else if (rank < plan.Wanted(place))
            {
                reserves.Add((place, _numbers[i]));
            }
        }

        return new DrawResult(
            [.. plan.Cells.Select((cell, place) => new CellResult(cell, plan.Sizes[place], plan.Sizes[place] == 0 ? null : new Ticket(_log.Ticket(cutoffs[place]))))],
            new UnitList(_log, selected, 0, next),
            [.. reserves.OrderBy(unit => unit.Place).Select(unit => (unit.Place, Unit: UnitList.Unit(_log, unit.Number))).Select(unit => new ReserveUnit(plan.Cells[unit.Place].Count.Cell, unit.Unit.Ticket, unit.Unit.Id))]);
    }

    private static int PlaceOf(ulong key) => (int)(key & PlaceMask);

    private void Sort()
    {
        int count = _keys.Length;
        int[] starts = new int[Passes * Buckets];
        foreach (ulong key in _keys)
        {
            for (int pass = 0; pass < Passes; pass++)
            {
                starts[(pass * Buckets) + DigitOf(key, pass)]++;
            }
        }

        ulong[] keys = GC.AllocateUninitializedArray<ulong>(count);
        int[] numbers = GC.AllocateUninitializedArray<int>(count);
        for (int pass = 0; pass < Passes; pass++)
        {
            Span<int> next = starts.AsSpan(pass * Buckets, Buckets);
            int start = 0;
            foreach (ref int bucket in next)
            {
                (bucket, start) = (start, start + bucket);
            }

            ulong[] fromKeys = _keys;
            int[] fromNumbers = _numbers;
            for (int i = 0; i < fromKeys.Length; i++)
            {
                ulong key = fromKeys[i];
                int to = next[DigitOf(key, pass)]++;
                keys[to] = key;
                numbers[to] = fromNumbers[i];
            }

            (_keys, keys) = (keys, _keys);
            (_numbers, numbers) = (numbers, _numbers);
        }

        SortTies();
    }

    private static int DigitOf(ulong key, int pass) => (int)((key >> (PlaceBits + (pass * Digit))) & (Buckets - 1));

    /// <summary>Puts units that share their first bits into order.</summary>
    private void SortTies()
    {
        for (int first = 0, next = 1; next <= _keys.Length; next++)
        {
            if (next < _keys.Length && ((_keys[next] ^ _keys[first]) & ~PlaceMask) == 0)
            {
                continue;
            }

            if (next - first > 1)
            {
                (int Number, ulong Key)[] ties = [.. _numbers[first..next].Zip(_keys[first..next])];
                Array.Sort(ties, (a, b) => UnitList.Compare(_log, a.Number, _log, b.Number));
                for (int i = 0; i < ties.Length; i++)
                {
                    (_numbers[first + i], _keys[first + i]) = ties[i];
                }
            }

            first = next;
        }
    }
}

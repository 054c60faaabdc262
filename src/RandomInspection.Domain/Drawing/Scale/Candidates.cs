namespace RandomInspection.Drawing.Scale;

/// <summary>The units that one thread met and that may be among the smallest of their cells: whoever is above its cell's threshold can be none.</summary>
/// <remarks>
/// Tickets are uniform, so the counts of the first reading say below which of them the wanted ones lie, all but certainly. Where the seed
/// gives many more than that the thresholds fall; where it gives fewer, the frame is read once more without one.
/// </remarks>
internal sealed class Candidates
{
    private const int Spare = 4096;

    private readonly int[] _wanted;
    private readonly ulong[] _thresholds;
    private long _most;

    /// <summary>None yet.</summary>
    /// <param name="wanted">Units wanted, by the cell's place; 0 or more.</param>
    /// <param name="thresholds">The thresholds to begin with.</param>
    /// <param name="expected">How many will be met below them, as far as one knows.</param>
    public Candidates(ReadOnlySpan<int> wanted, ReadOnlySpan<ulong> thresholds, long expected)
    {
        _wanted = wanted.ToArray();
        _thresholds = thresholds.ToArray();
        _most = MostFor(expected);
    }

    /// <summary>The units.</summary>
    public UnitLog Log { get; private set; } = new();

    /// <summary>The first 64 bits below which so many of a cell's units lie, all but certainly: eight standard deviations more than are wanted.</summary>
    /// <param name="wanted">Units wanted, 1 or more.</param>
    /// <param name="drawable">Units of the cell that can be drawn.</param>
    public static ulong ThresholdOf(int wanted, long drawable)
    {
        long expected = Expected(wanted);
        return expected >= drawable ? ulong.MaxValue : (ulong)(((UInt128)expected << 64) / (ulong)drawable);
    }

    /// <summary>How many units lie below that threshold on average.</summary>
    /// <param name="wanted">Units wanted.</param>
    public static long Expected(int wanted)
    {
        long root = 1;
        while (root * root < wanted)
        {
            root++;
        }

        return wanted + (8 * root) + 32;
    }

    /// <summary>The threshold of a cell; 0 where none of its units is wanted.</summary>
    /// <param name="place">The cell's place, negative where the plan does not know it.</param>
    public ulong Threshold(int place) => place < 0 || _wanted[place] == 0 ? 0 : _thresholds[place];

    /// <summary>Takes a unit, unless it can be none of the smallest.</summary>
    /// <param name="place">Its cell's place, negative where the plan does not know it.</param>
    /// <param name="leading">The first 64 bits of its ticket.</param>
    /// <param name="ticket">The ticket's 32 bytes.</param>
    /// <param name="id">Its id.</param>
    /// <returns>Whether thresholds fell.</returns>
    public bool Add(int place, ulong leading, ReadOnlySpan<byte> ticket, ReadOnlySpan<byte> id)
    {
        if (place < 0 || _wanted[place] == 0 || leading > _thresholds[place])
        {
            return false;
        }

        Log.Add(place, ticket, id);
        if (Log.Count <= _most)
        {
            return false;
        }

        KeepSmallest();
        return true;
    }

    private static long MostFor(long units) => (2 * units) + Spare;

    /// <summary>Keeps of each cell as many as are wanted.</summary>
    private void KeepSmallest()
    {
        UnitLog kept = new();
        foreach ((int place, UnitList units) in TicketRanking.Of(Log).Smallest(_wanted).Index())
        {
            foreach (int number in units.Numbers)
            {
                kept.Add(place, Log.Ticket(number), Log.Id(number));
            }

            if (units.Count > 0 && units.Count == _wanted[place])
            {
                _thresholds[place] = Log.Leading(units.Numbers[^1]);
            }
        }

        Log = kept;
        _most = Math.Max(_most, MostFor(kept.Count));
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RandomInspection.Drawing.Scale;

/// <summary>A unit that may be among the smallest of its cell: the first 64 bits of its ticket, and its id.</summary>
internal struct Candidate
{
    private IdBytes _id;

    public Candidate(ulong ticket, ReadOnlySpan<byte> id)
    {
        Ticket = ticket;
        _id[0] = (byte)id.Length;
        id.CopyTo(((Span<byte>)_id)[1..]);
    }

    public ulong Ticket { get; }

    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Id => ((ReadOnlySpan<byte>)_id).Slice(1, _id[0]);

    [InlineArray(FrameUnit.MaxIdLength + 1)]
    private struct IdBytes
    {
        private byte _first;
    }
}

/// <summary>The candidates of one cell that one thread met: whoever is above the threshold can be none.</summary>
/// <remarks>
/// Tickets are uniform, so the counts of the first reading say below which of them the wanted ones lie, all but certainly. Where the seed
/// gives more than that the threshold falls; where it gives fewer, the frame is read once more without one.
/// </remarks>
/// <param name="wanted">Units wanted, 1 or more.</param>
/// <param name="threshold">The threshold to begin with.</param>
/// <param name="expected">How many will be met below it, as far as one knows.</param>
internal sealed class Candidates(int wanted, ulong threshold, int expected)
{
    private const int Spare = 1024;

    private Candidate[] _items = [];

    public int Count { get; private set; }

    public ulong Threshold { get; private set; } = threshold;

    public ReadOnlySpan<Candidate> Items => _items.AsSpan(0, Count);

    /// <summary>The first 64 bits below which so many of a cell's units lie, all but certainly: eight standard deviations more than are wanted.</summary>
    /// <param name="wanted">Units wanted, 1 or more.</param>
    /// <param name="drawable">Units of the cell that can be drawn.</param>
    public static ulong ThresholdOf(int wanted, long drawable)
    {
        long expected = Expected(wanted);
        return expected >= drawable ? ulong.MaxValue : (ulong)(((UInt128)expected << 64) / (ulong)drawable);
    }

    /// <summary>How many units lie below that threshold on average.</summary>
    public static long Expected(int wanted)
    {
        long root = 1;
        while (root * root < wanted)
        {
            root++;
        }

        return wanted + (8 * root) + 32;
    }

    public void Add(ulong ticket, ReadOnlySpan<byte> id)
    {
        if (Count == _items.Length)
        {
            if (Count < 2L * wanted + Spare)
            {
                // Once to what is expected, then by eighths: what is reserved and never used counts as used.
                Array.Resize(ref _items, _items.Length == 0 ? Math.Max(expected, 16) : _items.Length + Math.Max(16, _items.Length / 8));
            }
            else
            {
                KeepSmallest();
            }
        }

        if (ticket <= Threshold)
        {
            _items[Count++] = new Candidate(ticket, id);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        _items = [];
        Count = 0;
    }

    /// <summary>Keeps what the smallest of these can be: as many as are wanted, and all that share the last one's first bits.</summary>
    private void KeepSmallest()
    {
        Array.Sort(_items, 0, Count, Comparer<Candidate>.Create(static (a, b) => a.Ticket.CompareTo(b.Ticket)));
        Threshold = _items[wanted - 1].Ticket;
        int kept = wanted;
        while (kept < Count && _items[kept].Ticket == Threshold)
        {
            kept++;
        }

        if (kept == _items.Length)
        {
            Array.Resize(ref _items, 2 * _items.Length);
        }

        Count = kept;
    }
}

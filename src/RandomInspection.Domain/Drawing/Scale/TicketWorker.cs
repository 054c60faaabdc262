using System.Buffers.Binary;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>The second reading: every unit's ticket, and the candidates of each cell.</summary>
/// <remarks>Source: random-inspection-draw/1 §4 and §6.</remarks>
internal sealed class TicketWorker : IBlockWorker
{
    private const int Batch = 512;
    private const int Stride = Batch + BatchHash.MostLanes;

    private readonly FrameCells _cells;
    private readonly DrawPlan _plan;
    private readonly Candidates _candidates;
    private readonly BatchHash _hash;
    private readonly uint[] _tickets = new uint[BatchHash.DigestWords * Stride];
    private readonly ushort[] _low = new ushort[Batch];

    // By the source's numbers: the cell's place, and for its resting and its drawable units the count and the first 32 bits of the threshold.
    private int[] _places = [];
    private long[] _counts = [];
    private uint[] _bounds = [];

    /// <summary>A worker.</summary>
    /// <param name="cells">The source's cells.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="candidates">Takes the candidates.</param>
    public TicketWorker(FrameCells cells, DrawPlan plan, Candidates candidates)
    {
        _cells = cells;
        _plan = plan;
        _candidates = candidates;
        _hash = BatchHash.Of(plan.Hash);
        _hash.Begin(Encoding.ASCII.GetBytes(plan.Seed.Hex));
    }

    /// <summary>The candidates.</summary>
    public UnitLog Found => _candidates.Log;

    public void Take(long number, FrameBlock block)
    {
        if (_places.Length < _cells.Count)
        {
            Grow(_cells.Count);
        }

        for (int first = 0; first < block.Count; first += Batch)
        {
            int count = Math.Min(Batch, block.Count - first);
            _hash.Hash(block.Ids, block.Starts.Slice(first, count + 1), _tickets, Stride);
            int low = Sift(block.Cells.Slice(first, count), block.Drawable.Slice(first, count));
            foreach (ushort unit in _low.AsSpan(0, low))
            {
                if (block.Drawable[first + unit])
                {
                    Keep(_places[block.Cells[first + unit]], unit, block.Id(first + unit));
                }
            }
        }
    }

    /// <summary>Adds this worker's counts to those of others.</summary>
    /// <param name="counts">By place; behind the last what the plan does not know.</param>
    public void AddTo(Span<(long Population, long Drawable)> counts)
    {
        for (int cell = 0; cell < _places.Length; cell++)
        {
            ref (long Population, long Drawable) count = ref counts[_places[cell] < 0 ? counts.Length - 1 : _places[cell]];
            count = (count.Population + _counts[2 * cell] + _counts[(2 * cell) + 1], count.Drawable + _counts[(2 * cell) + 1]);
        }
    }

    /// <summary>Counts units, and notes the low ones without a branch: one in twenty is, and no processor guesses which.</summary>
    private int Sift(ReadOnlySpan<int> cells, ReadOnlySpan<bool> drawable)
    {
        ReadOnlySpan<uint> high = _tickets.AsSpan(0, cells.Length);
        ReadOnlySpan<uint> bounds = _bounds;
        Span<long> counts = _counts;
        Span<ushort> low = _low;
        int next = 0;
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                int slot = (2 * cells[i]) + (drawable[i] ? 1 : 0);
                counts[slot]++;
                low[next] = (ushort)i;
                next += high[i] <= bounds[slot] ? 1 : 0;
            }
        }

        return next;
    }

    private void Keep(int place, int unit, ReadOnlySpan<byte> id)
    {
        Span<byte> ticket = stackalloc byte[UnitLog.TicketBytes];
        for (int word = 0; word < BatchHash.DigestWords; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(ticket[(sizeof(uint) * word)..], _tickets[(Stride * word) + unit]);
        }

        if (_candidates.Add(place, BinaryPrimitives.ReadUInt64BigEndian(ticket), ticket, id))
        {
            WriteBounds();
        }
    }

    private void Grow(int cells)
    {
        _places = [.. _places, .. Enumerable.Range(_places.Length, cells - _places.Length).Select(number => _plan.PlaceOf(_cells[number]))];
        Array.Resize(ref _counts, 2 * cells);
        _bounds = new uint[2 * cells];
        WriteBounds();
    }

    private void WriteBounds()
    {
        for (int cell = 0; cell < _places.Length; cell++)
        {
            _bounds[(2 * cell) + 1] = (uint)(_candidates.Threshold(_places[cell]) >> 32);
        }
    }
}

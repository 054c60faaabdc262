using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>The second reading: every unit's ticket, and the candidates of each cell.</summary>
/// <remarks>Source: random-inspection-draw/1 §4 and §6.</remarks>
internal sealed class TicketWorker : IBlockWorker
{
    private const int Batch = 1024;
    private const int Stride = Batch + BatchHash.MostLanes;

    private readonly BatchHash _hash;
    private readonly CellNumbers<Found> _cells;
    private readonly uint[] _tickets = new uint[2 * Stride];

    /// <summary>A worker.</summary>
    /// <param name="cells">The source's cells.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="thresholdOf">The threshold to begin with, by the cell's place in the plan.</param>
    /// <param name="threads">How many workers share the frame.</param>
    public TicketWorker(FrameCells cells, DrawPlan plan, Func<int, ulong> thresholdOf, int threads)
    {
        _hash = BatchHash.Of(plan.Hash);
        _hash.Begin(Encoding.ASCII.GetBytes(plan.Seed.Hex));
        _cells = new CellNumbers<Found>(cells, number =>
        {
            int place = plan.PlaceOf(cells[number]);
            int wanted = place < 0 ? 0 : plan.Wanted(place);
            return new Found(place, wanted == 0 ? null : new Candidates(wanted, thresholdOf(place), (int)(Math.Min(Candidates.Expected(wanted), plan.Cells[place].Count.Drawable) / threads)));
        });
    }

    /// <summary>What was found, by the source's numbers.</summary>
    public ReadOnlySpan<Found> Cells => _cells.Known;

    public void Take(long number, FrameBlock block)
    {
        for (int first = 0; first < block.Count; first += Batch)
        {
            int count = Math.Min(Batch, block.Count - first);
            _hash.Hash(block.Ids, block.Starts.Slice(first, count + 1), _tickets, Stride, words: 2);
            Sift(block, first, count);
        }
    }

    private void Sift(FrameBlock block, int first, int count)
    {
        ReadOnlySpan<int> cells = block.Cells.Slice(first, count);
        ReadOnlySpan<bool> drawable = block.Drawable.Slice(first, count);
        ReadOnlySpan<uint> high = _tickets.AsSpan(0, count), low = _tickets.AsSpan(Stride, count);
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                Found found = _cells[cells[i]];
                found.Population++;
                if (drawable[i])
                {
                    found.Drawable++;
                    ulong ticket = ((ulong)high[i] << 32) | low[i];
                    if (ticket <= found.Threshold)
                    {
                        found.Keep(ticket, block.Id(first + i));
                    }
                }
            }
        }
    }

    /// <summary>What one thread found of a cell.</summary>
    internal sealed class Found(int place, Candidates? candidates)
    {
        /// <summary>The cell's place in the plan; negative where the plan does not know it.</summary>
        public int Place => place;

        public Candidates? Candidates => candidates;

        public long Population { get; set; }

        public long Drawable { get; set; }

        /// <summary>Tickets above it can be none of the smallest.</summary>
        public ulong Threshold { get; private set; } = candidates?.Threshold ?? 0;

        public void Keep(ulong ticket, ReadOnlySpan<byte> id)
        {
            if (candidates is not null)
            {
                candidates.Add(ticket, id);
                Threshold = candidates.Threshold;
            }
        }
    }
}

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
    public TicketWorker(FrameCells cells, DrawPlan plan, Func<int, ulong> thresholdOf)
    {
        _hash = BatchHash.Of(plan.Hash);
        _hash.Begin(Encoding.ASCII.GetBytes(plan.Seed.Hex));
        _cells = new CellNumbers<Found>(cells, number =>
        {
            int place = plan.PlaceOf(cells[number]);
            int wanted = place < 0 ? 0 : plan.Wanted(place);
            return new Found(place, wanted == 0 ? null : new Candidates(wanted, thresholdOf(place)));
        });
    }

    /// <summary>What was found, by the source's numbers.</summary>
    public ReadOnlySpan<Found> Cells => _cells.Known;

    public void Take(long number, FrameBlock block)
    {
        ReadOnlySpan<int> cells = block.Cells;
        ReadOnlySpan<bool> drawable = block.Drawable;
        for (int first = 0; first < block.Count; first += Batch)
        {
            int count = Math.Min(Batch, block.Count - first);
            _hash.Hash(block.Ids, block.Starts.Slice(first, count + 1), _tickets, Stride, words: 2);
            for (int i = 0; i < count; i++)
            {
                int unit = first + i;
                Found found = _cells[cells[unit]];
                found.Population++;
                if (!drawable[unit])
                {
                    continue;
                }

                found.Drawable++;
                ulong ticket = ((ulong)_tickets[i] << 32) | _tickets[Stride + i];
                if (found.Candidates is { } candidates && ticket <= candidates.Threshold)
                {
                    candidates.Add(ticket, block.Id(unit));
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
    }
}

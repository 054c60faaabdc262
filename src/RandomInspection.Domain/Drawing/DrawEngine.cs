using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>The draw as <c>random-inspection-draw/1</c> lays it down, plain and short: the oracle for every faster one.</summary>
/// <remarks>Safe to share between threads.</remarks>
/// <param name="hashes">The hashes that openings may name.</param>
public sealed class DrawEngine(DrawHashes hashes) : IDrawEngine
{
    /// <summary>An engine that knows SHA-256.</summary>
    public DrawEngine()
        : this(new DrawHashes())
    {
    }

    /// <inheritdoc />
    public Digest Root(Frame frame, FrameKey key, string hash)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(key);
        return FrameTree.Root(frame, key, hashes[hash]);
    }

    /// <inheritdoc />
    public Digest Root(ImmutableArray<FramePartition> partitions, string hash)
    {
        ArgumentOutOfRangeException.ThrowIfZero(partitions.Length, nameof(partitions));
        return FrameTree.Root(partitions, hashes[hash]);
    }

    /// <inheritdoc />
    public InclusionProof? Prove(Frame frame, FrameKey key, string hash, string id)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(key);
        return FrameTree.Prove(frame, key, hashes[hash], id);
    }

    /// <inheritdoc />
    public ImmutableArray<CellExpectation> Expect(ImmutableArray<CellCount> cells, DrawDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Expectation.Of(cells, design);
    }

    /// <inheritdoc />
    public DrawResult Draw(Frame frame, DrawDesign design, Seed seed, string hash)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(seed);
        SeededHash random = new(seed, hashes[hash]);
        ImmutableArray<CellExpectation> expected = Expectation.Of(frame.Cells, design);
        long[] sizes = PivotalRounding.Round(expected, random);

        ILookup<Cell, SelectedUnit> tickets = frame.Units
            .Where(unit => unit.Standing == Standing.Drawable)
            .ToLookup(unit => new Cell(unit.Stratum, unit.Class), unit => new SelectedUnit(random.Ticket(unit.Id), unit.Id));

        ImmutableArray<CellResult>.Builder cells = ImmutableArray.CreateBuilder<CellResult>(expected.Length);
        List<SelectedUnit> selected = [];
        ImmutableArray<ReserveUnit>.Builder reserves = ImmutableArray.CreateBuilder<ReserveUnit>();
        for (int i = 0; i < expected.Length; i++)
        {
            Cell cell = expected[i].Count.Cell;
            SelectedUnit[] ranked = [.. tickets[cell].Order(TicketThenId.Instance)];
            int size = (int)sizes[i];
            selected.AddRange(ranked[..size]);
            cells.Add(new CellResult(expected[i], size, size == 0 ? null : ranked[size - 1].Ticket));
            if (expected[i].ExpectedNano > 0)
            {
                reserves.AddRange(ranked.Skip(size).Take(design.ReservesPerCell).Select(r => new ReserveUnit(cell, r.Ticket, r.Id)));
            }
        }

        selected.Sort(TicketThenId.Instance);
        return new DrawResult(cells.MoveToImmutable(), [.. selected], reserves.ToImmutable());
    }

    private sealed class TicketThenId : IComparer<SelectedUnit>
    {
        public static TicketThenId Instance { get; } = new();

        public int Compare(SelectedUnit? x, SelectedUnit? y)
        {
            int byTicket = x!.Ticket.CompareTo(y!.Ticket);
            return byTicket != 0 ? byTicket : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing.Scale;

/// <summary>The draw over frames of any size: read twice in blocks, never held as a whole. It gives the bytes of <see cref="DrawEngine"/>.</summary>
/// <remarks>
/// Memory grows with cells, threads and selected units, not with the frame. The result depends neither on the threads nor on the width of the
/// processor's vectors. Safe to share between threads. Source: random-inspection-draw/1.
/// </remarks>
/// <param name="hashes">The hashes that openings may name; SHA-256 runs in vectors.</param>
public sealed class StreamedDraw(DrawHashes hashes)
{
    /// <summary>A draw that knows SHA-256.</summary>
    public StreamedDraw()
        : this(new DrawHashes())
    {
    }

    /// <summary>The first reading: root, size and counts per cell (§1).</summary>
    /// <param name="source">The frame.</param>
    /// <param name="key">The frame's key.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <param name="threads">How many threads work, 1 or more.</param>
    /// <param name="progress">Is told how many units are done, one call at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="InputRefusedException">The frame is none (RI1101 to RI1107), or the hash is not known (RI1302).</exception>
    /// <remarks>O(units); O(cells + log units) memory.</remarks>
    public FrameCensus Count(
        IFrameSource source, FrameKey key, string hash, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Count(source, null, key, hash, threads, progress, cancellation);

    /// <summary>The first reading of one partition, whose units must obey its rule (§1).</summary>
    /// <param name="source">The partition.</param>
    /// <param name="rule">Which ids belong to it.</param>
    /// <param name="key">The frame's key.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <param name="threads">How many threads work, 1 or more.</param>
    /// <param name="progress">Is told how many units are done, one call at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="InputRefusedException">As for a whole frame, or a unit belongs to another partition (RI1375).</exception>
    public FrameCensus CountPartition(
        IFrameSource source, PartitionRule rule, FrameKey key, string hash, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Count(source, rule, key, hash, threads, progress, cancellation);
    }

    private FrameCensus Count(
        IFrameSource source, PartitionRule? rule, FrameKey key, string hash, int threads, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        IDrawHash named = hashes[hash];
        FrameRoots roots = new(FrameTree.Over(named));
        CountingWorker[] workers = [.. Enumerable.Range(0, threads).Select(_ => new CountingWorker(source.Cells, key, named, roots, rule))];
        FrameBlocks.Read(source, workers, progress, cancellation);
        return new FrameCensus(roots.Root(), roots.Size, CellTally.Sum(source.Cells, [.. workers.Select(worker => worker.Cells)]));
    }

    /// <summary>A reading for its counts alone, where nobody asks for the root: a preview, or a draw whose root is known.</summary>
    /// <param name="source">The frame.</param>
    /// <param name="threads">How many threads work, 1 or more.</param>
    /// <param name="progress">Is told how many units are done, one call at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="InputRefusedException">The frame is none (RI1101 to RI1107).</exception>
    public static ImmutableArray<CellCount> CountCells(
        IFrameSource source, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        FrameRoots order = new(FrameTree.Over(Sha256.Instance));
        CellWorker[] workers = [.. Enumerable.Range(0, threads).Select(_ => new CellWorker(source.Cells, order))];
        FrameBlocks.Read(source, workers, progress, cancellation);
        return CellTally.Sum(source.Cells, [.. workers.Select(worker => worker.Cells)]);
    }

    /// <summary>What the second reading looks for (§2 and §5).</summary>
    /// <param name="cells">The counts of the whole frame: of one census, or <see cref="FrameCensus.CellsOf"/> several.</param>
    /// <param name="design">The design.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <exception cref="InputRefusedException">The design does not fit the cells (RI1210 to RI1215), or the hash is not known (RI1302).</exception>
    public DrawPlan Plan(ImmutableArray<CellCount> cells, DrawDesign design, Seed seed, string hash) => DrawPlan.Of(hashes, cells, design, seed, hash);

    /// <summary>The second reading: the smallest tickets of each cell (§4 and §6).</summary>
    /// <param name="source">The frame, or one partition of it.</param>
    /// <param name="name">The partition's name.</param>
    /// <param name="census">What the first reading of this partition gave.</param>
    /// <param name="plan">The draw's plan, from the counts of all partitions.</param>
    /// <param name="threads">How many threads work, 1 or more.</param>
    /// <param name="progress">Is told how many units are done, one call at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="RefusalException">Its units are not those that were counted (RI1110).</exception>
    /// <remarks>O(units + selected); some 80 bytes of memory per selected unit while it ranks, 60 afterwards.</remarks>
    public static DrawPartial DrawPartition(
        IFrameSource source, string name, FrameCensus census, DrawPlan plan, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(census);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        CellCount[] own = CountsOf(census, plan);
        TicketRanking ranking = Read(source, own, plan, ThresholdsOf(own, plan), threads, progress, cancellation);
        ImmutableArray<UnitList> smallest = ranking.Smallest(plan.WantedPerCell.AsSpan());
        return new DrawPartial(
            plan.Digest,
            [new FramePartition(name, census.Root, census.Size)],
            [.. own.Select((count, place) => new PartialCell(count.Population, count.Drawable, smallest[place]))]);
    }

    /// <summary>The draw of a frame that is kept in one place.</summary>
    /// <param name="source">The frame.</param>
    /// <param name="plan">The draw's plan, from the counts of the first reading.</param>
    /// <param name="threads">How many threads work, 1 or more.</param>
    /// <param name="progress">Is told how many units are done, one call at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="RefusalException">Its units are not those that were counted (RI1110).</exception>
    public static DrawResult Draw(
        IFrameSource source, DrawPlan plan, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        CellCount[] counts = [.. plan.Cells.Select(cell => cell.Count)];
        return Read(source, counts, plan, ThresholdsOf(counts, plan), threads, progress, cancellation).Result(plan);
    }

    /// <summary>The candidates of a frame or partition, with these thresholds to begin with, by the cell's place.</summary>
    internal static TicketRanking Read(
        IFrameSource source, CellCount[] counts, DrawPlan plan, ulong[] thresholds, int threads, IProgress<long>? progress, CancellationToken cancellation)
    {
        int[] wanted = [.. plan.WantedPerCell];
        while (true)
        {
            long expected = counts.Select((count, place) => thresholds[place] == ulong.MaxValue ? count.Drawable : Math.Min(count.Drawable, Candidates.Expected(wanted[place]))).Sum();
            TicketWorker[] workers = [.. Enumerable.Range(0, threads).Select(_ => new TicketWorker(source.Cells, plan, new Candidates(wanted, thresholds, expected / threads)))];
            FrameBlocks.Read(source, workers, progress, cancellation);
            Require(workers, counts);
            TicketRanking ranking = TicketRanking.Of(UnitLog.Of([.. workers.Select(worker => worker.Found)]));

            // Where fewer were kept than are wanted and than there are, some of the smallest may be above the threshold.
            int[] kept = ranking.Counts(counts.Length);
            int[] tooFew = [.. Enumerable.Range(0, counts.Length).Where(place => thresholds[place] < ulong.MaxValue && kept[place] < Math.Min(counts[place].Drawable, wanted[place]))];
            if (tooFew.Length == 0)
            {
                return ranking;
            }

            foreach (int place in tooFew)
            {
                thresholds[place] = ulong.MaxValue;
            }
        }
    }

    private static ulong[] ThresholdsOf(CellCount[] counts, DrawPlan plan) =>
        [.. counts.Select((count, place) => count.Drawable == 0 ? 0 : Candidates.ThresholdOf(plan.Wanted(place), count.Drawable))];

    /// <summary>A partition's counts in the plan's order, 0 where it has no unit of a cell.</summary>
    internal static CellCount[] CountsOf(FrameCensus census, DrawPlan plan)
    {
        Dictionary<Cell, CellCount> own = census.Cells.ToDictionary(count => count.Cell);
        CellCount[] counts = [.. plan.Cells.Select(cell => own.Remove(cell.Count.Cell, out CellCount? count) ? count : cell.Count with { Population = 0, Drawable = 0 })];
        return own.Values.MinBy(count => count.Cell) is { } unplanned ? throw Changed(unplanned.Cell.ToString(), (0, 0), (unplanned.Population, unplanned.Drawable)) : counts;
    }

    private static void Require(TicketWorker[] workers, CellCount[] counts)
    {
        (long Population, long Drawable)[] found = new (long, long)[counts.Length + 1];
        Array.ForEach(workers, worker => worker.AddTo(found));
        if (found[^1] != (0, 0))
        {
            throw Changed("—", (0, 0), found[^1]);
        }

        for (int place = 0; place < counts.Length; place++)
        {
            (long Population, long Drawable) before = (counts[place].Population, counts[place].Drawable);
            if (found[place] != before)
            {
                throw Changed(counts[place].Cell.ToString(), before, found[place]);
            }
        }
    }

    internal static RefusalException Changed(string cell, (long Population, long Drawable) before, (long Population, long Drawable) now) => ScaleRefusals.FrameChanged.Refuse(
        ("cell", cell),
        ("expected", string.Create(CultureInfo.InvariantCulture, $"{before.Population}/{before.Drawable}")),
        ("found", string.Create(CultureInfo.InvariantCulture, $"{now.Population}/{now.Drawable}")));
}

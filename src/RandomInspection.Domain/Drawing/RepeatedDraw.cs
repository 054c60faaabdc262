using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Repeats a draw with the seeds that follow from one, and counts how often each unit comes up.</summary>
/// <remarks>
/// The same selections as <see cref="DrawEngine"/> gives, found faster: what the frame and the design fix is computed once, and of a cell
/// only the candidates for its smallest tickets are ranked. Safe to share between threads.
/// </remarks>
/// <param name="hashes">The hashes that openings may name.</param>
public sealed class RepeatedDraw(DrawHashes hashes)
{
    /// <summary>One that knows SHA-256.</summary>
    public RepeatedDraw()
        : this(new DrawHashes())
    {
    }

    /// <summary>How often each unit comes up with the seeds <see cref="AuditSeeds"/> 1 to <paramref name="repeats"/>.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="design">The design.</param>
    /// <param name="seed">The seed from which the others follow.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <param name="repeats">1 to 1,000,000.</param>
    /// <param name="threads">How many repeats run at a time, 1 or more; the counts do not depend on it.</param>
    /// <param name="progress">Is told how many repeats are done, one at a time.</param>
    /// <param name="cancellation">Stops between two repeats.</param>
    /// <exception cref="InputRefusedException">The design does not fit the frame (RI1210 to RI1215), the hash is not known (RI1302), or there are too many repeats (RI1360).</exception>
    /// <remarks>O(repeats × drawable units).</remarks>
    public DrawTally Tally(Frame frame, DrawDesign design, Seed seed, string hash, int repeats, int threads = 1, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (repeats is < 1 or > AuditSeeds.MostRepeats)
        {
            throw AuditRefusals.RepeatsOutOfRange.Refuse(("repeats", repeats), ("most", AuditSeeds.MostRepeats));
        }

        IDrawHash named = hashes[hash];
        RepeatedCells cells = new(frame, Expectation.Of(frame.Cells, design), named);
        int[] counts = new int[frame.Size];
        Lock gate = new();
        int next = 0, done = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, Math.Min(threads, repeats), options, _ =>
        {
            RepeatedSelection selection = cells.Select();
            for (int i = Interlocked.Increment(ref next); i <= repeats; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                selection.Draw(AuditSeeds.Of(seed, i));
                lock (gate)
                {
                    progress?.Report(++done);
                }
            }

            lock (gate)
            {
                selection.AddTo(counts);
            }
        });
        return new DrawTally(repeats, [.. frame.Units.Select((unit, i) => new UnitCount(unit.Id, counts[i]))]);
    }
}

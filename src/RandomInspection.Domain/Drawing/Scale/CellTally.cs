using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace RandomInspection.Drawing.Scale;

/// <summary>The units of one cell that one thread counted.</summary>
internal sealed class CellTally(ReadOnlySpan<byte> cell)
{
    private readonly byte[] _drawable = [(byte)'\t', .. cell, .. "\tdrawable"u8, .. new byte[Vector256<byte>.Count]];
    private readonly byte[] _resting = [(byte)'\t', .. cell, .. "\tresting"u8, .. new byte[Vector256<byte>.Count]];

    public long Population { get; private set; }

    public long Drawable { get; private set; }

    /// <summary>The end of a leaf, and 32 bytes more.</summary>
    public ReadOnlySpan<byte> End(bool isDrawable) => isDrawable ? _drawable : _resting;

    public int EndLength(bool isDrawable) => (isDrawable ? _drawable : _resting).Length - Vector256<byte>.Count;

    public void Count(bool isDrawable)
    {
        Population++;
        Drawable += isDrawable ? 1 : 0;
    }

    /// <summary>One for each cell of a source.</summary>
    public static CellNumbers<CellTally> Of(FrameCells cells) => new(cells, number => new CellTally(cells.Text(number).Span));

    /// <summary>What all threads counted together, in the order of cells.</summary>
    public static ImmutableArray<CellCount> Sum(FrameCells cells, IReadOnlyCollection<CellNumbers<CellTally>> threads) =>
    [
        .. Enumerable.Range(0, cells.Count)
            .Select(number => (Number: number, Parts: threads.Where(thread => number < thread.Known.Length).Select(thread => thread[number]).ToArray()))
            .Select(cell => new CellCount(cells[cell.Number], cell.Parts.Sum(part => part.Population), cell.Parts.Sum(part => part.Drawable)))
            .Where(count => count.Population > 0)
            .OrderBy(count => count.Cell),
    ];
}

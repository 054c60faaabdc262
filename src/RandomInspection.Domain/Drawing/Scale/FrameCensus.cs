using System.Collections.Immutable;

namespace RandomInspection.Drawing.Scale;

/// <summary>What the first reading of a frame gives: what is committed to before the seed exists.</summary>
/// <param name="Root">The frame's root.</param>
/// <param name="Size">Its units.</param>
/// <param name="Cells">The cells that occur, in the order of cells.</param>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed record FrameCensus(Digest Root, long Size, ImmutableArray<CellCount> Cells)
{
    /// <summary>The cells of several partitions together, in the order of cells.</summary>
    /// <param name="parts">The partitions' censuses, in any order.</param>
    public static ImmutableArray<CellCount> CellsOf(IEnumerable<FrameCensus> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return
        [
            .. parts.SelectMany(part => part.Cells)
                .GroupBy(cell => cell.Cell, (cell, counts) => counts.Aggregate((a, b) => new CellCount(cell, a.Population + b.Population, a.Drawable + b.Drawable)))
                .OrderBy(count => count.Cell),
        ];
    }
}

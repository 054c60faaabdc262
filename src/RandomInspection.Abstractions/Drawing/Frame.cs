using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>冻结的名单（总体）：all units of one task, ids distinct, in the order of ids by bytes.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed class Frame
{
    private Frame(ImmutableArray<FrameUnit> units, ImmutableArray<CellCount> cells)
    {
        Units = units;
        Cells = cells;
    }

    /// <summary>The units in the order of ids.</summary>
    public ImmutableArray<FrameUnit> Units { get; }

    /// <summary>The cells that occur, in the order of cells.</summary>
    public ImmutableArray<CellCount> Cells { get; }

    /// <summary>Units in the frame.</summary>
    public int Size => Units.Length;

    /// <summary>The frame of these units.</summary>
    /// <param name="units">The units in any order.</param>
    /// <exception cref="InputRefusedException">Two units have the same id (RI1104).</exception>
    /// <remarks>O(n log n).</remarks>
    public static Frame Of(IEnumerable<FrameUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        FrameUnit[] sorted = [.. units];
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Id == sorted[i - 1].Id)
            {
                throw DrawingRefusals.DuplicateId.Refuse(("id", sorted[i].Id));
            }
        }

        Dictionary<Cell, (long Population, long Drawable)> counts = [];
        foreach (FrameUnit unit in sorted)
        {
            Cell cell = new(unit.Stratum, unit.Class);
            (long population, long drawable) = counts.GetValueOrDefault(cell);
            counts[cell] = (population + 1, unit.Standing == Standing.Drawable ? drawable + 1 : drawable);
        }

        return new Frame(
            ImmutableArray.Create(sorted),
            [.. counts.Select(c => new CellCount(c.Key, c.Value.Population, c.Value.Drawable)).OrderBy(c => c.Cell)]);
    }

    /// <summary>The place of a unit in the order of ids, from 0; negative if there is no such unit.</summary>
    /// <param name="id">An id.</param>
    /// <remarks>O(log n).</remarks>
    public int IndexOf(string id)
    {
        int low = 0, high = Units.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = string.CompareOrdinal(Units[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}

using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The frame and the design of a supplementary draw: the exhausted cells, without anybody whom an earlier draw of the list named.</summary>
/// <remarks>Source: random-inspection-draw/1 §6; docs/reserves.md.</remarks>
internal static class SupplementSource
{
    private const string OtherCell = "otherCell";
    private const string DrawnBefore = "drawnBefore";

    /// <summary>What the list is short of, by cell.</summary>
    public static ImmutableSortedDictionary<Cell, int> ShortCells(DrawnList list)
    {
        Dictionary<string, Cell> cells = list.Units.ToDictionary(unit => unit.Id, unit => unit.Cell, StringComparer.Ordinal);
        return list.Short.GroupBy(change => cells[change.Unit]).ToImmutableSortedDictionary(cell => cell.Key, cell => cell.Count());
    }

    /// <summary>The frame among today's units, and how many were left out besides, by reason.</summary>
    /// <param name="today">The task's frame as it would be taken today.</param>
    /// <param name="leftOut">Subjects that are not even in that one, by reason.</param>
    /// <param name="list">The list.</param>
    public static (Frame Frame, ImmutableSortedDictionary<string, long> LeftOut) Take(Frame today, ImmutableSortedDictionary<string, long> leftOut, DrawnList list)
    {
        ImmutableSortedDictionary<Cell, int> cells = ShortCells(list);
        HashSet<string> named = list.Named();
        List<FrameUnit> units = [];
        long other = 0, before = 0;
        foreach (FrameUnit unit in today.Units)
        {
            if (!cells.ContainsKey(new Cell(unit.Stratum, unit.Class)))
            {
                other++;
            }
            else if (named.Contains(unit.Id))
            {
                before++;
            }
            else
            {
                units.Add(unit);
            }
        }

        return (Frame.Of(units), leftOut.SetItem(OtherCell, other).SetItem(DrawnBefore, before));
    }

    /// <summary>How many units of each stratum are drawn: what its cells are short of, as far as they have units.</summary>
    public static ImmutableSortedDictionary<Stratum, int> Sizes(Frame frame, ImmutableSortedDictionary<Cell, int> shortCells) =>
        frame.Cells.GroupBy(cell => cell.Cell.Stratum).ToImmutableSortedDictionary(
            stratum => stratum.Key,
            stratum => (int)stratum.Sum(cell => Math.Min(shortCells[cell.Cell], cell.Drawable)));

    /// <summary>The design: a fixed number for each stratum, classes weighted alike, so that a stratum with one exhausted cell gets exactly what that is short of.</summary>
    public static string Design(Frame frame, ImmutableSortedDictionary<Stratum, int> sizes, int reservesPerCell, string basis) =>
        CanonicalJson.WriteText(json =>
        {
            json.WriteString("kind", "stratumSizes");
            json.WriteStartObject("sizes");
            foreach ((Stratum stratum, int size) in sizes)
            {
                json.WriteNumber(stratum.ToString(), size);
            }

            json.WriteEndObject();
            json.WriteStartObject("weights");
            foreach (string @class in frame.Cells.Select(cell => cell.Cell.Class).Distinct().Order(StringComparer.Ordinal))
            {
                json.WriteNumber(@class, 1);
            }

            json.WriteEndObject();
            json.WriteNumber("reservesPerCell", reservesPerCell);
            json.WriteString("basis", basis);
        });
}

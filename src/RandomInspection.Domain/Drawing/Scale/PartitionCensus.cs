using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>What a site sends when its partition is frozen: name, rule, root, size, counts per cell. As a text of lines that a database can write too.</summary>
/// <param name="Name">The partition's name.</param>
/// <param name="Rule">Which ids belong to it.</param>
/// <param name="Census">What the first reading gave.</param>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed record PartitionCensus(string Name, PartitionRule Rule, FrameCensus Census)
{
    private const string Head = "random-inspection-census/1";

    /// <summary>Its text: a head, the partition's line, a line for each cell; tabs between, LF after each.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Head}\npartition\t{Name}\t{Rule}\t{Census.Root}\t{Census.Size}\n");
        foreach (CellCount cell in Census.Cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"cell\t{cell.Cell.Stratum}\t{cell.Cell.Class}\t{cell.Population}\t{cell.Drawable}\n");
        }

        return text.ToString();
    }

    /// <summary>The census that a text keeps; cells may stand in any order.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputRefusedException">It is none (RI1379), or its rule is none (RI1377).</exception>
    public static PartitionCensus Parse(string text)
    {
        PartitionLines lines = PartitionLines.Of(text, Head, ScaleRefusals.MalformedCensus);
        (string name, string rule, string root, long size) = lines.One("partition", 4, static p => (p[0], p[1], p[2], PartitionLines.Count(p[3])));
        ImmutableArray<CellCount> cells = [.. lines.Many("cell", 4, PartitionLines.Cell).OrderBy(cell => cell.Cell)];
        lines.Require(lines.IsDone && cells.Sum(cell => cell.Population) == size && cells.DistinctBy(cell => cell.Cell).Count() == cells.Length, "counts");
        PartitionRule parsed = PartitionRule.Parse(rule);
        return new PartitionCensus(name, parsed, new FrameCensus(lines.Try(() => Digest.Parse(root)), size, cells));
    }

    /// <summary>The frame of several, whose rules have to keep them apart.</summary>
    /// <param name="all">The partitions' censuses, one or more.</param>
    /// <exception cref="InputRefusedException">A name is malformed (RI1103, RI1108) or stands twice (RI1109), or two rules overlap (RI1378).</exception>
    public static PartitionedFrame FrameOf(IEnumerable<PartitionCensus> all)
    {
        PartitionCensus[] given = [.. all];
        PartitionedFrame frame = new(given.Select(one => KeyValuePair.Create(one.Name, one.Census)));
        PartitionedFrame.RequireDisjoint(given.Select(one => KeyValuePair.Create(one.Name, one.Rule)));
        return frame;
    }
}

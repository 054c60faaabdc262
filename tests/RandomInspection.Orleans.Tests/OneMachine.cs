using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;

namespace RandomInspection.Tests;

/// <summary>The same partitions on one machine, and the whole frame by the plain engine.</summary>
internal static class OneMachine
{
    public static FrameKey Key { get; } = FrameKey.Parse(new string('5', 64));

    /// <summary>A frame cut at some of its units into ranges.</summary>
    public static (PartitionRule Rule, FrameUnit[] Units)[] Cut(Frame frame, int parts)
    {
        FrameUnit[] units = [.. frame.Units];
        parts = units.Length == 0 ? 1 : parts;
        int[] ends = [.. Enumerable.Range(0, parts + 1).Select(part => units.Length * part / parts)];
        return
        [
            .. Enumerable.Range(0, parts).Where(part => parts == 1 || ends[part] < ends[part + 1]).Select(part => (
                (PartitionRule)new PartitionRule.Range(
                    ends[part] == 0 ? "" : units[ends[part]].Id, ends[part + 1] == units.Length ? null : units[ends[part + 1]].Id),
                units[ends[part]..ends[part + 1]])),
        ];
    }

    public static PartitionedFrame Freeze(IEnumerable<(string Name, FrameUnit[] Units)> parts) => new(
        parts.Select(part => KeyValuePair.Create(part.Name, new StreamedDraw().Count(new UnitFrameSource(part.Units), Key, "sha-256"))));

    public static DrawResult Draw(IEnumerable<FrameUnit> units, DrawDesign design, Seed seed) => new DrawEngine().Draw(Frame.Of(units), design, seed, "sha-256");

    public static void RequireSame(PartitionedFrame due, PartitionedFrame found)
    {
        Assert.Equal(due.Partitions, found.Partitions);
        Assert.Equal(due.Cells, found.Cells);
        Assert.Equal(due.Root(Cluster.Hashes, "sha-256"), found.Root(Cluster.Hashes, "sha-256"));
    }

    public static void RequireSame(DrawResult due, DrawResult found)
    {
        Assert.Equal(due.Cells, found.Cells);
        Assert.Equal(due.Selected, found.Selected);
        Assert.Equal(due.Reserves, found.Reserves);
    }

    /// <summary>A frame of some size: ids of eighteen characters, four strata, three classes.</summary>
    public static Frame FrameOf(int size) => Frame.Of(Enumerable.Range(0, size).Select(i => new FrameUnit(
        FormattableString.Invariant($"9121{i % 4}10{i:00000000000}"), Stratum.Parse($"区{i % 4}"), "ABC"[i * 5 % 13 % 3].ToString(), i % 20 == 3 ? Standing.Resting : Standing.Drawable)));

    public static DrawDesign Design { get; } = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.02","B":"0.05","C":"0.1"},"reservesPerCell":2}""").Design;

    public static Seed Seed { get; } = Seed.Parse(new string('a', 64));

    /// <summary>An order over parts by the digit of their region, each under a source's name.</summary>
    public static ClusterOrder Order(IEnumerable<(string Name, string Source)> parts) =>
        new(parts.Select((part, place) => new ClusterPartition(part.Name, new PartitionRule.At(4, place.ToString(System.Globalization.CultureInfo.InvariantCulture)), part.Source)), Key, "sha-256");
}

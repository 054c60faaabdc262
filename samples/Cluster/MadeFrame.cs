using System.Globalization;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;
using RandomInspection.Orleans;

namespace Cluster;

/// <summary>A made-up country in a folder: a file for each region, and the same draws on one machine.</summary>
internal sealed class MadeFrame(string folder, int units, int partitions)
{
    private readonly StreamedDraw _draw = new();

    public FrameKey Key { get; } = FrameKey.Parse(new string('c', 64));

    public DrawDesign Design { get; } = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.0005","B":"0.001","C":"0.005","D":"0.02"},"minimumPerStratum":3,"reservesPerCell":2}""").Design;

    public int Units => units;

    public ClusterOrder Order => new(
        Enumerable.Range(0, partitions).Select(part => new ClusterPartition(Name(part), new PartitionRule.At(2, Region(part)), $"frames/{File(part)}")), Key, "sha-256");

    /// <summary>Writes the files: ids of eighteen characters, each region with strata of its own and three that it has in common with the others.</summary>
    public void Write()
    {
        Parallel.For(0, partitions, part =>
        {
            using StreamWriter file = new(Path.Combine(folder, File(part)), append: false, new UTF8Encoding(false), 1 << 20);
            long from = (long)units * part / partitions, to = (long)units * (part + 1) / partitions;
            for (long i = from; i < to; i++)
            {
                int mixed = unchecked((int)((uint)(i * 2_654_435_761) >> 8));
                string stratum = mixed % 5 == 0 ? $"跨区/{mixed / 5 % 3}" : $"{Name(part)}/{mixed / 5 % 4}";
                string @class = (mixed / 64 % 100) switch { < 35 => "A", < 85 => "B", < 96 => "C", _ => "D" };
                file.Write(string.Create(CultureInfo.InvariantCulture, $"91{Region(part)}{i:00000000000000}\t{stratum}\t{@class}\t{(mixed / 7 % 20 == 0 ? "resting" : "drawable")}\n"));
            }
        });
    }

    /// <summary>What one machine freezes.</summary>
    public (PartitionedFrame Frame, FrameCensus[] Censuses) Freeze()
    {
        FrameCensus[] censuses = [.. Enumerable.Range(0, partitions).Select(part => Over(part, source => _draw.CountPartition(source, new PartitionRule.At(2, Region(part)), Key, "sha-256", Environment.ProcessorCount)))];
        return (new PartitionedFrame(censuses.Select((census, part) => KeyValuePair.Create(Name(part), census))), censuses);
    }

    /// <summary>What one machine draws.</summary>
    public DrawResult Draw(PartitionedFrame frame, FrameCensus[] censuses, Seed seed)
    {
        DrawPlan plan = _draw.Plan(frame.Cells, Design, seed, "sha-256");
        return Enumerable.Range(0, partitions)
            .Select(part => Over(part, source => StreamedDraw.DrawPartition(source, Name(part), censuses[part], plan, Environment.ProcessorCount)))
            .Aggregate((a, b) => a.Merge(plan, b))
            .Complete(plan, frame.Partitions);
    }

    /// <summary>A result's bytes.</summary>
    public static byte[] BytesOf(Digest root, DrawResult result)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{root}\n");
        foreach (CellResult cell in result.Cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"{cell.Expectation.Count.Cell}\t{cell.Expectation.ExpectedNano}\t{cell.Size}\t{cell.Cutoff}\n");
        }

        result.Selected.ToList().ForEach(unit => text.Append(CultureInfo.InvariantCulture, $"{unit.Ticket} {unit.Id}\n"));
        result.Reserves.ToList().ForEach(unit => text.Append(CultureInfo.InvariantCulture, $"{unit.Cell} {unit.Ticket} {unit.Id}\n"));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Name(int part) => string.Create(CultureInfo.InvariantCulture, $"省{part:00}");

    private static string Region(int part) => (11 + part).ToString("00", CultureInfo.InvariantCulture);

    private static string File(int part) => string.Create(CultureInfo.InvariantCulture, $"{part:00}.tsv");

    private T Over<T>(int part, Func<CanonicalFrameSource, T> read)
    {
        using CanonicalFrameSource source = new(Path.Combine(folder, File(part)));
        return read(source);
    }
}

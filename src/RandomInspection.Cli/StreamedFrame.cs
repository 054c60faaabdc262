using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Cli;

/// <summary>Readings of a canonical frame file by several threads, with progress in bytes.</summary>
/// <param name="console">Shows the progress.</param>
/// <param name="source">The file.</param>
/// <param name="threads">How many threads work at most, 1 or more.</param>
internal sealed class StreamedFrame(RiConsole console, CanonicalFrameSource source, int threads)
{
    /// <summary>What one more thread is worth starting for.</summary>
    private const int BytesPerThread = 1 << 19;

    private static readonly StreamedDraw Streamed = new(Options.Hashes);

    private readonly int _threads = (int)Math.Min(threads, 1 + (source.Length / BytesPerThread));

    /// <summary>Root, size and cells.</summary>
    public FrameCensus Count(FrameKey key, string hash) => console.WithProgress("清点名单", "Counting the frame", source.Length, progress =>
        Streamed.Count(source, key, hash, _threads, InBytes(progress)));

    /// <summary>Root, size and cells of a partition, whose units obey its rule.</summary>
    public FrameCensus CountPartition(PartitionRule rule, FrameKey key, string hash) => console.WithProgress("清点名单", "Counting the frame", source.Length, progress =>
        Streamed.CountPartition(source, rule, key, hash, _threads, InBytes(progress)));

    /// <summary>A partition's part of a draw.</summary>
    public DrawPartial DrawPartition(string name, FrameCensus census, DrawPlan plan) => console.WithProgress("抽取", "Drawing", source.Length, progress =>
        StreamedDraw.DrawPartition(source, name, census, plan, _threads, InBytes(progress)));

    /// <summary>The cells alone.</summary>
    public ImmutableArray<CellCount> CountCells() => console.WithProgress("清点名单", "Counting the frame", source.Length, progress =>
        StreamedDraw.CountCells(source, _threads, InBytes(progress)));

    /// <summary>The draw.</summary>
    public DrawResult Draw(DrawDesign design, Seed seed, string hash)
    {
        DrawPlan plan = Streamed.Plan(CountCells(), design, seed, hash);
        return console.WithProgress("抽取", "Drawing", source.Length, progress => StreamedDraw.Draw(source, plan, _threads, InBytes(progress)));
    }

    private BytesRead? InBytes(IProgress<long>? progress) => progress is null ? null : new BytesRead(source, progress);

    /// <summary>Nobody knows how many units a file has, but everybody how many bytes.</summary>
    private sealed class BytesRead(CanonicalFrameSource source, IProgress<long> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(source.BytesRead);
    }
}

using System.Diagnostics;
using System.Globalization;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>Both readings of a frame, measured in a process of its own.</summary>
internal static class ScaleRun
{
    public const string Hash = "sha-256";

    /// <summary>Most units that are compared with the plain engine.</summary>
    public const int MostChecked = 2_000_000;

    private const int WarmUpUnits = 100_000;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    public static FrameKey Key { get; } = FrameKey.Parse(new string('3', 64));

    public static Seed Seed { get; } = Seed.Parse(new string('7', 64));

    /// <summary>Prints a line each for <c>freeze</c>, <c>draw</c> and <c>total</c>.</summary>
    /// <param name="options">What is run.</param>
    /// <param name="output">Takes the lines.</param>
    public static void Write(ScaleOptions options, TextWriter output)
    {
        WarmUp(options);
        CityFrame city = new(options.Units);
        using ScaleSources source = ScaleSources.Of(options, city);
        PhaseResult<FrameCensus> freeze = Phase.Of(() => new StreamedDraw().Count(source.Frame, Key, Hash, options.Threads));
        PhaseResult<DrawResult> draw = Phase.Of(() => Draw(source.Frame, freeze.Result, options));
        if (options.Check)
        {
            Require(city.ToFrame(), options, freeze.Result, draw.Result);
        }

        DrawResult result = draw.Result;
        output.WriteLine(Phase.Line("freeze", freeze.Time, options.Units, freeze.Bytes));
        output.WriteLine(Phase.Line("draw", draw.Time, options.Units, draw.Bytes));
        output.WriteLine(Phase.Line("total", freeze.Time + draw.Time, options.Units, Math.Max(freeze.Bytes, draw.Bytes)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor freeze {freeze.Processor.TotalSeconds:0.000} s draw {draw.Processor.TotalSeconds:0.000} s"));
        output.WriteLine($"selected {result.Selected.Count} reserves {result.Reserves.Length} cells {result.Cells.Length} lanes {Sha256Kernel.FastestLanes}");
    }

    /// <summary>From the counts to the list: expected counts, cell sizes, second reading, ranking.</summary>
    /// <param name="source">The frame.</param>
    /// <param name="census">Its counts.</param>
    /// <param name="options">Design and threads.</param>
    public static DrawResult Draw(IFrameSource source, FrameCensus census, ScaleOptions options)
    {
        StreamedDraw draw = new();
        return StreamedDraw.Draw(source, draw.Plan(census.Cells, options.Design, Seed, Hash), options.Threads);
    }

    /// <summary>Small draws until the compiler has done its work.</summary>
    /// <param name="options">Design and threads.</param>
    public static void WarmUp(ScaleOptions options)
    {
        CityFrame small = new(WarmUpUnits);
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < WarmUpTime;)
        {
            Draw(small, new StreamedDraw().Count(small, Key, Hash, options.Threads), options);
        }
    }

    /// <summary>The plain engine must say the same, or nothing is printed.</summary>
    /// <param name="frame">The units.</param>
    /// <param name="options">The design.</param>
    /// <param name="census">What the first reading gave.</param>
    /// <param name="result">What the second gave.</param>
    public static void Require(Frame frame, ScaleOptions options, FrameCensus census, DrawResult result)
    {
        DrawEngine plain = new();
        DrawResult expected = plain.Draw(frame, options.Design, Seed, Hash);
        bool same = census.Root == plain.Root(frame, Key, Hash)
            && census.Size == frame.Size
            && census.Cells.SequenceEqual(frame.Cells)
            && result.Cells.SequenceEqual(expected.Cells)
            && result.Selected.SequenceEqual(expected.Selected)
            && result.Reserves.SequenceEqual(expected.Reserves);
        if (!same)
        {
            throw new InvalidOperationException("The draw differs from DrawEngine's: no figures.");
        }
    }
}

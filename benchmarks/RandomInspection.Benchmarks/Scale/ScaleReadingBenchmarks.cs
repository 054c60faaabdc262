using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Order;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>The two readings of a million units in memory.</summary>
/// <remarks>Aims on one thread: 150 ns a unit for the first, 30 ns for the second.</remarks>
[MemoryDiagnoser(displayGenColumns: false)]
[Orderer(SummaryOrderPolicy.Declared)]
[WarmupCount(3), IterationCount(6)]
public class ScaleReadingBenchmarks
{
    private const int Units = 1_000_000;

    private CityFrame _city = null!;
    private ScaleOptions _options = null!;
    private FrameCensus _census = null!;

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Both readings must give what <see cref="DrawEngine"/> gives before anything is measured.</summary>
    [GlobalSetup]
    public void Agree()
    {
        _options = new ScaleOptions { Units = Units, Threads = Threads };
        _city = new CityFrame(Units);
        _census = Freeze();
        ScaleRun.Require(_city.ToFrame(), _options, _census, Draw());
    }

    /// <summary>Counts and root.</summary>
    [Benchmark]
    public FrameCensus Freeze() => new StreamedDraw().Count(_city, ScaleRun.Key, ScaleRun.Hash, Threads);

    /// <summary>Plan, tickets and list.</summary>
    [Benchmark]
    public DrawResult Draw() => ScaleRun.Draw(_city, _census, _options);
}

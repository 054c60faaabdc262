using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Order;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Benchmarks;

/// <summary>A province's match: one call an iteration, for it takes seconds.</summary>
/// <remarks>Aims: balanced or certified short in 1 s, mixed in 3 s more, a tenth of the peer's time.</remarks>
[MemoryDiagnoser(displayGenColumns: false)]
[Orderer(SummaryOrderPolicy.Declared)]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 5)]
public class MatchProvinceBenchmarks
{
    private readonly InspectorMatcher _matcher = new();
    private MatchProblem _problem = null!;

    /// <summary>Which problem.</summary>
    [Params("province", "short province")]
    public string Size { get; set; } = "";

    /// <summary>The digest is part of the problem, computed once.</summary>
    [GlobalSetup]
    public void Make() => _ = (_problem = MatchAgreement.Problem(Size)).Digest;

    /// <summary>Balanced, with certificate and report, not mixed.</summary>
    [Benchmark(Baseline = true)]
    public MatchResult Balanced() => _matcher.Match(_problem, MatchAgreement.Seed, 0);

    /// <summary>Mixed too.</summary>
    [Benchmark]
    public MatchResult Mixed() => _matcher.Match(_problem, MatchAgreement.Seed);
}

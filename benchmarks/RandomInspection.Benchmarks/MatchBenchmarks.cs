using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Order;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Benchmarks;

/// <summary>A district's and a city's match beside flows that say as much about feasibility and balance, and nothing about chance.</summary>
/// <remarks>Aims: 10 ms and 0.3 s mixed; the balanced answer in a tenth of the peer's time.</remarks>
[MemoryDiagnoser(displayGenColumns: false)]
[Orderer(SummaryOrderPolicy.Declared)]
[WarmupCount(4), IterationCount(6)]
public class MatchBenchmarks
{
    private readonly InspectorMatcher _matcher = new();
    private MatchProblem _problem = null!;
    private MatchFlows _flows = null!;

    /// <summary>Which problem.</summary>
    [Params("district", "city")]
    public string Size { get; set; } = "";

    /// <summary>All must agree before anything is measured.</summary>
    [GlobalSetup]
    public void Agree() => (_problem, _flows) = MatchAgreement.Of(Size);

    /// <summary>Balanced, with certificate and report, not mixed.</summary>
    [Benchmark(Baseline = true)]
    public MatchResult Balanced() => _matcher.Match(_problem, MatchAgreement.Seed, 0);

    /// <summary>Mixed too.</summary>
    [Benchmark]
    public MatchResult Mixed() => _matcher.Match(_problem, MatchAgreement.Seed);

    /// <summary>Peer: whether all can be staffed.</summary>
    [Benchmark]
    public long PeerStaffed() => _flows.Staffed();

    /// <summary>Peer: the smallest sum of squares.</summary>
    [Benchmark]
    public long PeerBalanced() => _flows.SquareSum();
}

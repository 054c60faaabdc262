using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>SHA-256 in each width beside the platform's own, one call a message: tickets of 18-character ids, leaves of 100 bytes, nodes of a tree.</summary>
/// <remarks>Figures are per message, on one thread. Aims: 45 M tickets/s with AVX-512, 24 M/s with AVX2.</remarks>
[Orderer(SummaryOrderPolicy.Declared)]
[CategoriesColumn, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[WarmupCount(3), IterationCount(6)]
public class ScaleKernelBenchmarks
{
    private const int Messages = FrameBlock.Capacity;
    private const int Pairs = Messages / 2;
    private const int Stride = Messages + (2 * BatchHash.MostLanes);
    private const int LeafLength = 100;
    private const int NodeLength = 65;
    private const int TicketWords = 2;

    private readonly FrameBlock _ids = new CityFrame(Messages).Blocks[0];
    private readonly byte[] _leaves = new byte[(Messages * LeafLength) + BatchHash.Slack];
    private readonly int[] _leafStarts = [.. Enumerable.Range(0, Messages + 1).Select(leaf => leaf * LeafLength)];
    private readonly uint[] _level = new uint[BatchHash.DigestWords * Stride];
    private readonly uint[] _digests = new uint[BatchHash.DigestWords * Stride];
    private readonly byte[] _seed = Encoding.ASCII.GetBytes(ScaleRun.Seed.Hex);
    private readonly Dictionary<int, Sha256Kernel> _seeded = [];
    private readonly Dictionary<int, Sha256Kernel> _plain = [];

    /// <summary>Every width must give the platform's tickets before anything is measured.</summary>
    [GlobalSetup]
    public void Agree()
    {
        new Random(20261126).NextBytes(_leaves);
        foreach (int lanes in (ReadOnlySpan<int>)[1, 4, 8, 16])
        {
            _seeded.Add(lanes, Sha256Kernel.OfLanes(lanes));
            _seeded[lanes].Begin(_seed);
            _plain.Add(lanes, Sha256Kernel.OfLanes(lanes));
            Ids(lanes);
            for (int unit = 0; unit < Messages; unit++)
            {
                string expected = Convert.ToHexStringLower(SHA256.HashData([.. _seed, .. _ids.Id(unit)]))[..16];
                if ($"{_digests[unit]:x8}{_digests[Stride + unit]:x8}" != expected)
                {
                    throw new InvalidOperationException($"{lanes} lanes give another ticket than the platform.");
                }
            }
        }
    }

    /// <summary>Baseline: the platform's own, seed and id.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory("ids")]
    public void Ids_HashData()
    {
        Span<byte> text = stackalloc byte[_seed.Length + 64], digest = stackalloc byte[SHA256.HashSizeInBytes];
        _seed.CopyTo(text);
        for (int unit = 0; unit < Messages; unit++)
        {
            ReadOnlySpan<byte> id = _ids.Id(unit);
            id.CopyTo(text[_seed.Length..]);
            SHA256.HashData(text[..(_seed.Length + id.Length)], digest);
        }
    }

    /// <summary>Without vectors.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("ids")]
    public void Ids_1() => Ids(1);

    /// <summary>128 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("ids")]
    public void Ids_4() => Ids(4);

    /// <summary>256 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("ids")]
    public void Ids_8() => Ids(8);

    /// <summary>512 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("ids")]
    public void Ids_16() => Ids(16);

    /// <summary>Baseline: the platform's own, 100 bytes.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages), BenchmarkCategory("leaves")]
    public void Leaves_HashData()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        for (int leaf = 0; leaf < Messages; leaf++)
        {
            SHA256.HashData(_leaves.AsSpan(leaf * LeafLength, LeafLength), digest);
        }
    }

    /// <summary>Without vectors.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("leaves")]
    public void Leaves_1() => Leaves(1);

    /// <summary>128 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("leaves")]
    public void Leaves_4() => Leaves(4);

    /// <summary>256 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("leaves")]
    public void Leaves_8() => Leaves(8);

    /// <summary>512 bits.</summary>
    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory("leaves")]
    public void Leaves_16() => Leaves(16);

    /// <summary>Baseline: the platform's own, 0x01 and two digests.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs), BenchmarkCategory("nodes")]
    public void Nodes_HashData()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        for (int pair = 0; pair < Pairs; pair++)
        {
            SHA256.HashData(_leaves.AsSpan(pair * NodeLength, NodeLength), digest);
        }
    }

    /// <summary>Without vectors.</summary>
    [Benchmark(OperationsPerInvoke = Pairs), BenchmarkCategory("nodes")]
    public void Nodes_1() => Nodes(1);

    /// <summary>128 bits.</summary>
    [Benchmark(OperationsPerInvoke = Pairs), BenchmarkCategory("nodes")]
    public void Nodes_4() => Nodes(4);

    /// <summary>256 bits.</summary>
    [Benchmark(OperationsPerInvoke = Pairs), BenchmarkCategory("nodes")]
    public void Nodes_8() => Nodes(8);

    /// <summary>512 bits.</summary>
    [Benchmark(OperationsPerInvoke = Pairs), BenchmarkCategory("nodes")]
    public void Nodes_16() => Nodes(16);

    private void Ids(int lanes) => _seeded[lanes].Hash(_ids.Ids, _ids.Starts, _digests, Stride, TicketWords);

    private void Leaves(int lanes) => _plain[lanes].Hash(_leaves, _leafStarts, _digests, Stride, BatchHash.DigestWords);

    private void Nodes(int lanes) => _plain[lanes].Nodes(_level, Stride, Pairs, _digests);
}

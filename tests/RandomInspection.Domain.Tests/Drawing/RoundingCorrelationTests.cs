using System.Numerics;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Cells of different strata are close to independent; with one random start over the list of cells they are not.</summary>
public sealed class RoundingCorrelationTests
{
    private static readonly BigInteger Nano = BigInteger.Pow(10, 9);

    /// <summary>Four strata of equal make-up; the largest correlation of two cells in different strata, ours and with one start, computed exactly elsewhere (eng/fairness-study.py).</summary>
    public static TheoryData<string, double, double> SmallTrees => new()
    {
        { "0.5 0.25", 1.0 / 9, 1 },
        { "0.3 0.45", 1.0 / 11, 9.0 / 11 },
        { "0.6 0.4", 0, 1 },
    };

    [Theory]
    [MemberData(nameof(SmallTrees))]
    public void Round_EveryOrderEveryBranch_MeansExactCorrelationsSmall(string makeUp, double ours, double oneStartOnly)
    {
        const int strata = 4;
        BigInteger[] rests = [.. makeUp.Split(' ').Select(ExpectationOracle.NanosOf)];
        (string Stratum, string Class, BigInteger Nanos)[] cells = [.. from s in Enumerable.Range(0, strata) from c in Enumerable.Range(0, rests.Length) select ($"s{s}", $"c{c}", rests[c])];
        Moments moments = new(cells.Length);
        int[][] orders = [.. Permutations(strata)];
        foreach (int[] order in orders)
        {
            for (int turned = 0; turned < 1 << strata; turned++)
            {
                Follow(cells, path => Place(path, order, turned), moments, 1.0 / orders.Length / (1 << strata));
            }
        }

        // The weights are sums of exact fractions; what is left is the rounding of doubles.
        Assert.Equal(1, moments.Weight, 9);
        Assert.All(Enumerable.Range(0, cells.Length), i => Assert.Equal((double)rests[i % rests.Length] / 1e9, moments.Mean(i), 9));
        Assert.Equal(ours, LargestAcrossStrata(moments, rests.Length), 9);

        Moments oneStart = new(cells.Length);
        foreach ((double weight, long[] sizes) in OneStart([.. cells.Select(cell => cell.Nanos)]))
        {
            oneStart.Add(weight, sizes);
        }

        Assert.All(Enumerable.Range(0, cells.Length), i => Assert.Equal((double)rests[i % rests.Length] / 1e9, oneStart.Mean(i), 9));
        Assert.Equal(oneStartOnly, LargestAcrossStrata(oneStart, rests.Length), 9);
    }

    [Fact]
    public void Draw_39StrataOfEqualMakeUp_CorrelationsSmallWhereOneStartHasFourOutcomes()
    {
        const int seeds = 1500;
        const int strata = 39;
        Frame frame = Frame.Of(from s in Enumerable.Range(0, strata) from c in "ABCD" from i in Enumerable.Range(0, 1) select new FrameUnit($"{s:00}{c}{i}", Stratum.Parse($"s{s:00}"), c.ToString(), Standing.Drawable));
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.4","B":"0.3","C":"0.2","D":"0.17"}}""").Design;
        Moments moments = new(4 * strata);
        HashSet<string> outcomes = [];
        for (int entropy = 0; entropy < seeds; entropy++)
        {
            long[] sizes = [.. new DrawEngine().Draw(frame, design, DrawCase.SeedOf(entropy), "sha-256").Cells.Select(cell => cell.Size)];
            moments.Add(1.0 / seeds, sizes);
            outcomes.Add(string.Join(',', sizes));
        }

        // 11,856 pairs of cells: independent ones would stay within 4.2 / √1500 = 0.11, and 39 strata with one fixed total correlate by −1/38.
        Assert.InRange(LargestAcrossStrata(moments, 4), 0, 0.15);
        Assert.Equal(seeds, outcomes.Count);

        BigInteger[] equal = [.. Enumerable.Repeat((string[])["0.4", "0.3", "0.2", "0.1"], strata).SelectMany(c => c).Select(ExpectationOracle.NanosOf)];
        (double Weight, long[] Sizes)[] oneStart = [.. OneStart(equal)];
        Assert.Equal(4, oneStart.Select(outcome => string.Join(',', outcome.Sizes)).Distinct().Count());
        Moments together = new(4 * strata);
        foreach ((double weight, long[] sizes) in oneStart)
        {
            together.Add(weight, sizes);
        }

        Assert.Equal(1, together.Correlation(0, 4), 9);
    }

    /// <summary>Systematic rounding: one start u in [0, 1); a cell gets as many units as whole numbers plus u lie in its stretch of the cumulated counts.</summary>
    private static IEnumerable<(double Weight, long[] Sizes)> OneStart(BigInteger[] nanos)
    {
        BigInteger[] cumulated = [BigInteger.Zero, .. nanos];
        for (int i = 1; i < cumulated.Length; i++)
        {
            cumulated[i] += cumulated[i - 1];
        }

        BigInteger[] starts = [.. cumulated.Select(c => c % Nano).Append(BigInteger.Zero).Append(Nano).Distinct().Order()];
        return starts.Zip(starts.Skip(1), (from, to) => (
            (double)(to - from) / 1e9,
            cumulated.Zip(cumulated.Skip(1), (low, high) => (long)(Reached(high, from) - Reached(low, from))).ToArray()));

        // How many of start, start + 1, … lie below a bound.
        static BigInteger Reached(BigInteger bound, BigInteger start) => bound <= start ? 0 : ((bound - start - 1) / Nano) + 1;
    }

    /// <summary>All branches of all meetings, each with its probability.</summary>
    private static void Follow((string Stratum, string Class, BigInteger Nanos)[] cells, Func<string, BigInteger> order, Moments moments, double weight)
    {
        Stack<bool[]> open = new([[]]);
        while (open.TryPop(out bool[]? taken))
        {
            List<bool> wins = [];
            double probability = weight;
            RoundingRule rule = new(order, (_, modulus, first) =>
            {
                bool win = wins.Count >= taken.Length || taken[wins.Count];
                wins.Add(win);
                probability *= (double)(win ? first : modulus - first) / (double)modulus;
                return win;
            });
            long[] sizes = rule.Round(cells);
            moments.Add(probability, sizes);
            for (int turn = taken.Length; turn < wins.Count; turn++)
            {
                open.Push([.. wins.Take(turn), false]);
            }
        }
    }

    /// <summary>The place of a node among its siblings: strata by a permutation, the two classes of each stratum as they are or turned.</summary>
    private static BigInteger Place(string path, int[] order, int turned)
    {
        int stratum = path[1] - '0';
        bool isClass = path.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab && tab < path.Length - 1;
        return isClass ? (path[^1] - '0') ^ ((turned >> stratum) & 1) : order[stratum];
    }

    private static IEnumerable<int[]> Permutations(int count) =>
        count == 0 ? [[]] : Permutations(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));

    private static double LargestAcrossStrata(Moments moments, int classes) =>
        (from i in Enumerable.Range(0, moments.Cells) from j in Enumerable.Range(0, i) where i / classes != j / classes select Math.Abs(moments.Correlation(i, j))).Max();

    /// <summary>Weighted means and products of sizes.</summary>
    private sealed class Moments(int cells)
    {
        private readonly double[] _sums = new double[cells];
        private readonly double[,] _products = new double[cells, cells];

        public int Cells => cells;

        public double Weight { get; private set; }

        public void Add(double weight, long[] sizes)
        {
            Weight += weight;
            for (int i = 0; i < cells; i++)
            {
                if (sizes[i] != 0)
                {
                    _sums[i] += weight * sizes[i];
                    for (int j = 0; j <= i; j++)
                    {
                        _products[i, j] += weight * sizes[i] * sizes[j];
                    }
                }
            }
        }

        public double Mean(int i) => _sums[i];

        public double Correlation(int i, int j) => Covariance(Math.Max(i, j), Math.Min(i, j)) / Math.Sqrt(Covariance(i, i) * Covariance(j, j));

        private double Covariance(int i, int j) => _products[i, j] - (_sums[i] * _sums[j]);
    }
}

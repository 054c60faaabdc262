using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>
/// Exactness by enumeration: every branch of every meeting, each with its exact probability, driven through the engine by a hash
/// that answers with the last number for which the first wins and the first for which it does not.
/// </summary>
public sealed class RoundingExactnessTests
{
    private static readonly BigInteger Nano = BigInteger.Pow(10, 9);

    public static TheoryData<string, string, int> Trees => new()
    {
        // Two cells, sum below, at and above one.
        { "a A 0.3, a B 0.4", "two, below one", 4 },
        { "a A 0.3, a B 0.7", "two, exactly one", 2 },
        { "a A 0.8, a B 0.7", "two, above one", 4 },
        { "a A 0.5", "one alone", 2 },
        { "a A 1", "nothing open", 1 },
        { "a A 0.000000001, b A 0.999999999", "the smallest against the largest rest", 2 },
        { "a A 0.999999999, a B 0.999999999", "two almost certain", 4 },

        // Strata that are prefixes of others, several classes, cells that are closed from the start in between.
        { "a A 0.5, a B 0.25, a/b A 0.75, a/b C 0.5, a/b/c A 0.3, d A 1, d B 0.7", "nested", 0 },
        { "a/b A 0.1, a/c A 0.2, a/d A 0.3, b/b A 0.4, b/c A 0.6, b/d A 0.4", "two branches that sum to whole numbers", 0 },
        { "a A 0.333333333, a B 0.333333333, a C 0.333333334, b A 0.123456789, b B 0.876543211, c A 0.9, c B 0.1", "nanos", 0 },
        { "a A 1.5, a B 2.25, b A 0.25, b B 3, b C 0.6", "above one", 0 },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Round_EveryBranch_EngineFollowsAndTheMeanIsTheExpectedCount(string tree, string what, int outcomes)
    {
        (string Stratum, string Class, BigInteger Nanos)[] cells = [.. tree.Split(", ").Select(Parse).OrderBy(c => c.Stratum, StringComparer.Ordinal).ThenBy(c => c.Class, StringComparer.Ordinal)];
        Frame frame = Frame.Of(cells.SelectMany((c, i) => Enumerable.Range(0, (int)((c.Nanos + Nano - 1) / Nano))
            .Select(n => new FrameUnit($"{i}-{n}", Stratum.Parse(c.Stratum), c.Class, Standing.Drawable))));
        for (int entropy = 0; entropy < 3; entropy++)
        {
            Seed seed = DrawCase.SeedOf(entropy);
            Fraction[] means = [.. cells.Select(_ => Fraction.Zero)];
            Fraction total = Fraction.Zero;
            int branches = 0;
            foreach (Branch branch in Branches(cells, seed))
            {
                ScriptedHash hash = new(branch.Meetings);
                DrawResult result = new DrawEngine(new DrawHashes(hash)).Draw(frame, DesignOf(cells, frame), seed, hash.Name);

                Assert.Equal(cells.Select(c => (c.Stratum, c.Class, c.Nanos)), result.Cells.Select(c => (c.Expectation.Count.Cell.Stratum.Text, c.Expectation.Count.Cell.Class, (BigInteger)c.Expectation.ExpectedNano)));
                Assert.Equal(branch.Sizes, result.Cells.Select(c => c.Size));
                Assert.Equal(branch.Meetings.Count, hash.Answered);
                total += branch.Probability;
                means = [.. means.Zip(branch.Sizes, (mean, size) => mean + (branch.Probability * size))];
                branches++;
                AssertSpread(cells, branch.Sizes);
            }

            Assert.Equal(Fraction.One, total);
            Assert.Equal(cells.Select(c => Fraction.Of(c.Nanos, Nano)), means);
            Assert.True(outcomes == 0 ? branches > 8 : branches == outcomes, $"{what}: {branches} branches");
        }
    }

    private static void AssertSpread((string Stratum, string Class, BigInteger Nanos)[] cells, long[] sizes)
    {
        IEnumerable<string> prefixes = cells.SelectMany(c => c.Stratum.Split('/').Select((_, n) => string.Concat(c.Stratum.Split('/').Take(n).Select(l => l + "/")))).Distinct();
        foreach (string prefix in prefixes.Concat(cells.Select(c => c.Stratum + "/")))
        {
            int[] below = [.. Enumerable.Range(0, cells.Length).Where(i => (cells[i].Stratum + "/").StartsWith(prefix, StringComparison.Ordinal))];
            BigInteger expected = below.Aggregate(BigInteger.Zero, (sum, i) => sum + cells[i].Nanos);
            Assert.InRange(below.Sum(i => sizes[i]), (long)(expected / Nano), (long)((expected + Nano - 1) / Nano));
        }

        foreach (string stratum in cells.Select(c => c.Stratum).Distinct())
        {
            int[] own = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i].Stratum == stratum)];
            BigInteger expected = own.Aggregate(BigInteger.Zero, (sum, i) => sum + cells[i].Nanos);
            Assert.InRange(own.Sum(i => sizes[i]), (long)(expected / Nano), (long)((expected + Nano - 1) / Nano));
        }
    }

    private sealed record Meeting(string Text, BigInteger Modulus, BigInteger First, bool FirstWins);

    private sealed record Branch(IReadOnlyList<Meeting> Meetings, long[] Sizes)
    {
        public Fraction Probability => Meetings.Aggregate(
            Fraction.One, (p, m) => p * Fraction.Of(m.FirstWins ? m.First : m.Modulus - m.First, m.Modulus));
    }

    private static IEnumerable<Branch> Branches((string Stratum, string Class, BigInteger Nanos)[] cells, Seed seed)
    {
        Stack<bool[]> open = new([[]]);
        while (open.TryPop(out bool[]? taken))
        {
            List<Meeting> meetings = [];
            RoundingRule rule = new(path => Order(seed, path), (text, modulus, first) =>
            {
                Assert.InRange(first, 1, modulus - 1);
                bool wins = meetings.Count >= taken.Length || taken[meetings.Count];
                meetings.Add(new Meeting(text, modulus, first, wins));
                return wins;
            });
            long[] sizes = rule.Round(cells);
            yield return new Branch(meetings, sizes);
            for (int turn = taken.Length; turn < meetings.Count; turn++)
            {
                open.Push([.. meetings.Take(turn).Select(m => m.FirstWins), false]);
            }
        }
    }

    private static (string Stratum, string Class, BigInteger Nanos) Parse(string cell)
    {
        string[] parts = cell.Split(' ');
        return (parts[0], parts[1], ExpectationOracle.NanosOf(parts[2]));
    }

    /// <summary>A design with exactly these expected counts: rates of each stratum, population the ceiling.</summary>
    private static DrawDesign DesignOf((string Stratum, string Class, BigInteger Nanos)[] cells, Frame frame)
    {
        IEnumerable<string> tables = cells.GroupBy(c => c.Stratum).Select(s => $"\"{s.Key}\":{{{string.Join(',', s.Select(c =>
        {
            BigInteger rate = c.Nanos / frame.Cells.Single(k => k.Cell.Stratum.Text == c.Stratum && k.Cell.Class == c.Class).Population;
            return $"\"{c.Class}\":\"{rate / Nano}.{(long)(rate % Nano):000000000}\"";
        }))}}}");
        return DesignDocument.Parse($$$"""{"kind":"rates","rates":{},"stratumRates":{ {{{string.Join(',', tables)}}} }}""").Design;
    }

    private static BigInteger Order(Seed seed, string path) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(seed.Hex + ":order " + path)), isUnsigned: true, isBigEndian: true);

    /// <summary>SHA-256 but for the meetings: there the number is at the very border between the two outcomes, far up in 256 bits.</summary>
    private sealed class ScriptedHash(IReadOnlyList<Meeting> meetings) : IDrawHash
    {
        public string Name => "scripted";

        public int Answered { get; private set; }

        public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
        {
            string text = Encoding.UTF8.GetString(message[64..]);
            if (!text.StartsWith(":round ", StringComparison.Ordinal))
            {
                SHA256.HashData(message, digest);
                return;
            }

            Meeting meeting = meetings[Answered++];
            Assert.Equal(meeting.Text, text);
            BigInteger multiple = (BigInteger.Pow(2, 256) / meeting.Modulus - 1) * meeting.Modulus;
            BigInteger number = multiple + (meeting.FirstWins ? meeting.First - 1 : meeting.First);
            byte[] bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            digest.Clear();
            bytes.CopyTo(digest[(32 - bytes.Length)..]);
        }
    }

    private readonly record struct Fraction
    {
        public static readonly Fraction Zero = Of(0, 1);

        public static readonly Fraction One = Of(1, 1);

        private Fraction(BigInteger over, BigInteger under)
        {
            Over = over;
            Under = under;
        }

        private BigInteger Over { get; }

        private BigInteger Under { get; }

        public static Fraction operator +(Fraction a, Fraction b) => Of((a.Over * b.Under) + (b.Over * a.Under), a.Under * b.Under);

        public static Fraction operator *(Fraction a, Fraction b) => Of(a.Over * b.Over, a.Under * b.Under);

        public static Fraction operator *(Fraction a, long b) => Of(a.Over * b, a.Under);

        public static Fraction Of(BigInteger over, BigInteger under)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(over, under);
            return new Fraction(over / common, under / common);
        }

        public override string ToString() => $"{Over}/{Under}";
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>A repeated draw counts what the engine selects, whatever is done to make it fast.</summary>
[Properties(Arbitrary = [typeof(DrawCase)], MaxTest = 60)]
public sealed class RepeatedDrawTests
{
    private const int Repeats = 7;

    [Property]
    public void Tally_AnyCase_CountsWhatTheEngineSelects(DrawCase draw) => AssertAsTheEngine(draw, "sha-256", new DrawHashes());

    [Property]
    public void Tally_AnotherHash_CountsWhatTheEngineSelects(DrawCase draw) => AssertAsTheEngine(draw, "sm3", DrawVector.Hashes);

    [Property]
    public void Tally_TicketsThatBeginAlike_RankedToTheEnd(DrawCase draw) => AssertAsTheEngine(draw, "alike", new DrawHashes(new BeginsAlike()));

    [Property]
    public void Tally_OneThreadOrMany_SameBytes(DrawCase draw, byte threads)
    {
        if (IsDrawn(draw))
        {
            RepeatedDraw repeated = new();
            Assert.Equal(
                TallyDocument.Write(repeated.Tally(draw.Frame, draw.Parsed, draw.Seed, "sha-256", Repeats)),
                TallyDocument.Write(repeated.Tally(draw.Frame, draw.Parsed, draw.Seed, "sha-256", Repeats, 1 + (threads % 8))));
        }
    }

    [Property]
    public void Tally_UnitsInAnyOrderAnyCulture_SameBytes(DrawCase draw, int shuffle)
    {
        if (IsDrawn(draw))
        {
            Frame shuffled = Frame.Of(draw.Lines.OrderBy(line => Of(DrawCase.SeedOf(shuffle), line), StringComparer.Ordinal).Select(DrawCase.Unit));
            byte[] due = TallyDocument.Write(new RepeatedDraw().Tally(draw.Frame, draw.Parsed, draw.Seed, "sha-256", Repeats));
            Assert.All((string[])["ar-SA", "tr-TR", "th-TH"], culture =>
                Assert.Equal(due, UnderCulture.Run(culture, () => TallyDocument.Write(new RepeatedDraw().Tally(shuffled, draw.Parsed, draw.Seed, "sha-256", Repeats)))));
        }
    }

    [Fact]
    public void Tally_ManyUnits_AllListedZerosTooInTheOrderOfIds()
    {
        Frame frame = Frame.Of(Enumerable.Range(0, 500).Select(i => new FrameUnit($"U{i:000}", Stratum.Parse(i % 3 == 0 ? "a" : "b"), i % 5 == 0 ? "N" : "A", i % 7 == 0 ? Standing.Resting : Standing.Drawable)));
        DrawDesign design = DesignDocument.Parse("""{"kind":"fixed","size":40,"weights":{"A":1,"N":0}}""").Design;
        DrawTally tally = new RepeatedDraw().Tally(frame, design, DrawCase.SeedOf(1), "sha-256", 20, 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(frame.Units.Select(unit => unit.Id), tally.Units.Select(unit => unit.Id));
        Assert.Equal(20 * 40, tally.Units.Sum(unit => unit.Count));
        Assert.All(frame.Units.Zip(tally.Units).Where(pair => pair.First.Class == "N" || pair.First.Standing == Standing.Resting), pair => Assert.Equal(0, pair.Second.Count));
        Assert.Equal(TallyDocument.Write(tally), TallyDocument.Write(TallyDocument.Read(TallyDocument.Write(tally))));
    }

    [Fact]
    public void Tally_ManyUnits_EachTicketHashedOnceAndNoneOfWhoNeverComesUp()
    {
        // Of the first stratum all come up, of the second 30; the third and its class never do, so nobody asks for their tickets.
        Frame frame = Frame.Of(Enumerable.Range(0, 2_300).Select(i => new FrameUnit($"U{i:0000}", Stratum.Parse(i < 200 ? "a" : "b"), i >= 2_200 ? "N" : "A", Standing.Drawable)));
        DrawDesign design = DesignDocument.Parse("""{"kind":"stratumSizes","sizes":{"a":200,"b":30},"weights":{"A":1,"N":0}}""").Design;
        Counted hash = new();
        DrawTally tally = new RepeatedDraw(new DrawHashes(hash)).Tally(frame, design, DrawCase.SeedOf(1), hash.Name, 5, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(5 * 230, tally.Units.Sum(unit => unit.Count));
        Assert.Equal(5 * 2_200, hash.Times);
    }

    [Fact]
    public void Tally_FewestAndMostRepeatsBadThreads_AtTheirBounds()
    {
        Assert.Equal(1, new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", 1, cancellation: TestContext.Current.CancellationToken).Repeats);
        Assert.ThrowsAny<OperationCanceledException>(() => new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", AuditSeeds.MostRepeats, 1, null, new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", 1, 0, cancellation: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Tally_RepeatsOutOfRange_Refused(int repeats) =>
        RefusalAssert.Contains("RI1360", () => new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", repeats, cancellation: TestContext.Current.CancellationToken), ("repeats", repeats.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Tally_EmptyFrameCancelledProgress_AsAsked()
    {
        Assert.Empty(new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", 3, cancellation: TestContext.Current.CancellationToken).Units);
        List<long> reported = [];
        new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", 9, 3, new Listed(reported), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), reported);
        Assert.ThrowsAny<OperationCanceledException>(() => new RepeatedDraw().Tally(Frame.Of([]), Empty, DrawCase.SeedOf(1), "sha-256", 9, 3, null, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("""{"repeat":2,"units":[{"id":"a","count":1},{"id":"a","count":1}]}""", "RI1361")]
    [InlineData("""{"repeat":2,"units":[{"id":"a","count":3}]}""", "RI1204")]
    [InlineData("""{"repeat":0,"units":[]}""", "RI1204")]
    [InlineData("""{"repeat":2}""", "RI1203")]
    [InlineData("""{"repeat":2,"pairs":[]}""", "RI1202")]
    [InlineData("""{"repeat":2,"units":[{"id":"a","count":1}]""", "RI1201")]
    public void Read_NotATally_Refused(string document, string code) =>
        Assert.Equal(code, Assert.Throws<InputRefusedException>(() => TallyDocument.Read(Encoding.UTF8.GetBytes(document))).Refusal.Code);

    [Fact]
    public void AuditSeeds_KnownAnswers_Sha256OfSeedColonNumber()
    {
        // printf '%s:%s' 000…0 1 | sha256sum, made elsewhere
        Seed zero = Seed.Parse(new string('0', 64));
        Assert.Equal(Known1, AuditSeeds.Of(zero, 1).Hex);
        Assert.Equal(Known10, AuditSeeds.Of(zero, 10).Hex);
        Assert.Throws<ArgumentOutOfRangeException>(() => AuditSeeds.Of(zero, 0));
    }

    private const string Known1 = "0014ab94578f46aac267ddc24503efc56ad0d5941c006f8ca0ef7e5a63c8f17f";
    private const string Known10 = "f48dabe7511ca0593291f4fa9daa9bbbbb23838e3c0a5b4a4e32f6853fc14891";

    private static DrawDesign Empty => DesignDocument.Parse("""{"kind":"fixed","size":0,"weights":{}}""").Design;

    private static void AssertAsTheEngine(DrawCase draw, string hash, DrawHashes hashes)
    {
        if (!IsDrawn(draw))
        {
            return;
        }

        DrawEngine engine = new(hashes);
        ILookup<string, string> selected = Enumerable.Range(1, Repeats)
            .SelectMany(i => engine.Draw(draw.Frame, draw.Parsed, AuditSeeds.Of(draw.Seed, i), hash).Selected.Select(unit => unit.Id))
            .ToLookup(id => id, StringComparer.Ordinal);
        DrawTally tally = new RepeatedDraw(hashes).Tally(draw.Frame, draw.Parsed, draw.Seed, hash, Repeats);
        Assert.Equal(Repeats, tally.Repeats);
        Assert.Equal(draw.Frame.Units.Select(unit => new UnitCount(unit.Id, selected[unit.Id].Count())), tally.Units);
    }

    private static bool IsDrawn(DrawCase draw) => ExpectationOracle.Expect(draw.Lines, draw.Design) is not null;

    private static string Of(Seed seed, string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed.Hex + text)));

    private sealed class Listed(List<long> reported) : IProgress<long>
    {
        public void Report(long value) => reported.Add(value);
    }

    /// <summary>Digests that agree in their first 64 bits, so that only the rest decides; some agree altogether, so that the id decides.</summary>
    /// <summary>Counts how often it is asked.</summary>
    private sealed class Counted : IDrawHash
    {
        private int _times;

        public int Times => _times;

        public string Name => "counted";

        public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
        {
            Interlocked.Increment(ref _times);
            SHA256.HashData(message, digest);
        }
    }

    private sealed class BeginsAlike : IDrawHash
    {
        public string Name => "alike";

        public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
        {
            SHA256.HashData(message, digest);
            BinaryPrimitives.WriteUInt64BigEndian(digest, 7);
            digest[8..31].Clear();
            digest[31] &= 3;
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>The streamed draw gives the bytes of the plain one.</summary>
public sealed class StreamedDrawTests
{
    private static readonly FrameKey Key = FrameKey.Of(SHA256.HashData("frame key"u8));

    public static TheoryData<string> Vectors => DrawVector.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vector_RootCellsSelectionReserves_AsPublished(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        Frame frame = FrameFile.Read(vector.FrameFile);
        StreamedDraw draw = new(DrawVector.Hashes);
        UnitFrameSource source = new(frame);
        FrameCensus census = draw.Count(source, FrameKey.Parse(vector.Text("frameKey")), vector.Hash, threads: 2, cancellation: Stop);
        Assert.Equal(vector.Text("frameRoot"), census.Root.Hex);

        DrawDesign design = DesignDocument.Parse(vector.Design).Design;
        Seed seed = Seed.Parse(vector.Text("seed"));
        DrawResult found = StreamedDraw.Draw(source, draw.Plan(census.Cells, design, seed, vector.Hash), threads: 2, cancellation: Stop);
        RequireSame(new DrawEngine(DrawVector.Hashes).Draw(frame, design, seed, vector.Hash), found);
    }

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 300)]
    public void AnyFrame_AnyThreads_AsTheEngine(DrawCase given, PositiveInt threads)
    {
        int many = 1 + (threads.Get % 8);
        Frame frame = given.Frame;
        StreamedDraw draw = new();
        UnitFrameSource source = new(frame);
        FrameCensus census = draw.Count(source, Key, "sha-256", many);
        Assert.Equal(new DrawEngine().Root(frame, Key, "sha-256"), census.Root);
        Assert.Equal((frame.Size, frame.Cells), (census.Size, census.Cells), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
        if (Refused(() => new DrawEngine().Draw(frame, given.Parsed, given.Seed, "sha-256")) is { } code)
        {
            Assert.Equal(code, Refused(() => draw.Plan(census.Cells, given.Parsed, given.Seed, "sha-256")));
            return;
        }

        DrawPlan plan = draw.Plan(census.Cells, given.Parsed, given.Seed, "sha-256");
        RequireSame(new DrawEngine().Draw(frame, given.Parsed, given.Seed, "sha-256"), StreamedDraw.Draw(source, plan, many));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(12_289)]
    [InlineData(20_000)]
    public void FrameOverTheEdgesOfBlocks_OneToEightThreads_AsTheEngine(int size)
    {
        Frame frame = FrameOf(size);
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.01","B":"0.2","C":"1"},"reservesPerCell":3}""").Design;
        Seed seed = DrawCase.SeedOf(size);
        Digest root = new DrawEngine().Root(frame, Key, "sha-256");
        DrawResult due = new DrawEngine().Draw(frame, design, seed, "sha-256");
        StreamedDraw draw = new();
        foreach (int threads in (int[])[1, 2, 3, 8])
        {
            UnitFrameSource source = new(frame);
            List<long> told = [];
            FrameCensus census = draw.Count(source, Key, "sha-256", threads, new Told(told), Stop);
            Assert.Equal(root, census.Root);
            Assert.Equal(frame.Cells, StreamedDraw.CountCells(new UnitFrameSource(frame), threads, cancellation: Stop));
            Assert.Equal(size, told.LastOrDefault());
            Assert.Equal(told.Order(), told);
            RequireSame(due, StreamedDraw.Draw(source, draw.Plan(census.Cells, design, seed, "sha-256"), threads, cancellation: Stop));
        }
    }

    [Fact]
    public void Read_ThresholdThatKeepsTooFew_ReadOnceMore()
    {
        Frame frame = FrameOf(5000);
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.1","B":"0.2","C":"0.3"},"reservesPerCell":1}""").Design;
        Seed seed = DrawCase.SeedOf(1);
        StreamedDraw draw = new();
        Counted source = new(new UnitFrameSource(frame));
        FrameCensus census = draw.Count(source, Key, "sha-256", cancellation: Stop);
        DrawPlan plan = draw.Plan(census.Cells, design, seed, "sha-256");
        ulong[] tiny = [.. plan.Cells.Select(_ => 1UL << 40)];
        TicketRanking ranking = StreamedDraw.Read(source, StreamedDraw.CountsOf(census, plan), plan, tiny, 2, null, Stop);
        Assert.Equal(3, source.Readings);
        RequireSame(new DrawEngine().Draw(frame, design, seed, "sha-256"), ranking.Result(plan));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0", 2000)]
    [InlineData("0.000000001", 1)]
    [InlineData("0.05", 0)]
    [InlineData("0.5", 2000)]
    [InlineData("1", 3)]
    public void IdsOfEveryLength_NoneSomeOrAllSelected_ReservesBeyondTheCells_OneToEightThreads_AsTheEngine(string rate, int reserves)
    {
        // Cells of one to some hundred units, one of them all resting; ids of 1 to 55 characters beside each other.
        Frame frame = Frame.Of(Enumerable.Range(0, 9000).Select(i => i.ToString("D4", CultureInfo.InvariantCulture) + new string('x', i % (FrameUnit.MaxIdLength - 3)))
            .Append("!").Append("~~")
            .Select((id, i) => DrawCase.Unit($"{id}\ts{i % 97 * (i % 3)}\tA\t{(i % 97 * (i % 3) == 96 || i % 9 == 0 ? "resting" : "drawable")}"))
            .OrderBy(unit => unit.Id, StringComparer.Ordinal));
        DrawDesign design = DesignDocument.Parse($$"""{"kind":"rates","rates":{"A":"{{rate}}"},"reservesPerCell":{{reserves}}}""").Design;
        DrawResult due = new DrawEngine().Draw(frame, design, DrawCase.SeedOf(reserves), "sha-256");
        StreamedDraw draw = new();
        UnitFrameSource source = new(frame);
        FrameCensus census = draw.Count(source, Key, "sha-256", cancellation: Stop);
        DrawPlan plan = draw.Plan(census.Cells, design, DrawCase.SeedOf(reserves), "sha-256");
        for (int threads = 1; threads <= 8; threads++)
        {
            RequireSame(due, StreamedDraw.Draw(source, plan, threads, cancellation: Stop));
            DrawPartial partial = StreamedDraw.DrawPartition(source, "p", census, plan, threads, cancellation: Stop);
            RequireSame(due, DrawPartial.FromBytes(partial.ToBytes()).Complete(plan, partial.Partitions));
        }
    }

    [Theory]
    [InlineData(0x00, 8)]
    [InlineData(0x00, 31)]
    [InlineData(0x00, 32)]
    [InlineData(0x80, 4)]
    [InlineData(0xff, 8)]
    public void TicketsThatBeginAlike_WholeTicketThenId_AsTheEngine(byte first, int alike)
    {
        // Far more candidates than expected, or none below the threshold at all.
        DrawHashes hashes = new(new Alike(first, alike));
        Frame frame = FrameOf(6000);
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0"},"reservesPerCell":3}""").Design;
        DrawResult due = new DrawEngine(hashes).Draw(frame, design, DrawCase.SeedOf(1), "alike");
        StreamedDraw draw = new(hashes);
        UnitFrameSource source = new(frame);
        DrawPlan plan = draw.Plan(frame.Cells, design, DrawCase.SeedOf(1), "alike");
        for (int threads = 1; threads <= 3; threads++)
        {
            RequireSame(due, StreamedDraw.Draw(source, plan, threads, cancellation: Stop));
        }
    }

    [Theory]
    [InlineData("RI1104", "a", "b", "b")]
    [InlineData("RI1106", "a", "c", "b")]
    public void Count_NotInOrder_RefusedWithTheLine(string code, params string[] ids) =>
        RequireRefused(code, 3, () => new StreamedDraw().Count(new UnitFrameSource(ids.Select(id => DrawCase.Unit($"{id}\ts\tA\tdrawable"))), Key, "sha-256"));

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(9000)]
    public void Count_TwiceAcrossTheEdgeOfABlock_RefusedWithTheLine(int at)
    {
        List<FrameUnit> units = [.. FrameOf(10_000).Units];
        units.Insert(at, units[at - 1]);
        foreach (int threads in (int[])[1, 4])
        {
            RequireRefused("RI1104", at + 1, () => new StreamedDraw().Count(new UnitFrameSource(units), Key, "sha-256", threads));
        }
    }

    [Fact]
    public void CountCells_NotInOrder_RefusedToo()
    {
        RequireRefused("RI1106", 2, () => StreamedDraw.CountCells(new UnitFrameSource([DrawCase.Unit("b\ts\tA\tdrawable"), DrawCase.Unit("a\ts\tA\tdrawable")])));
        Assert.Empty(StreamedDraw.CountCells(new UnitFrameSource([]), cancellation: Stop));
    }

    [Fact]
    public void FrameCells_ThousandsAtOnceByManyThreads_EachItsNumberAndCell()
    {
        FrameCells cells = new();
        byte[][] texts = [.. Enumerable.Range(0, 5_000).Select(i => Encoding.UTF8.GetBytes($"{i * 7919}/{new string('x', i % 20)}y\tA"))];
        int[][] numbers = new int[8][];
        Parallel.For(0, numbers.Length, thread => numbers[thread] = [.. texts.Select((_, i) => cells.NumberOf(texts[(i + (thread * 600)) % texts.Length]))]);
        Assert.Equal(texts.Length, cells.Count);
        for (int thread = 0; thread < numbers.Length; thread++)
        {
            for (int i = 0; i < texts.Length; i++)
            {
                byte[] text = texts[(i + (thread * 600)) % texts.Length];
                Assert.Equal(text, cells.Text(numbers[thread][i]).ToArray());
                Assert.Equal(Encoding.UTF8.GetString(text), $"{cells[numbers[thread][i]].Stratum}\tA");
            }
        }
    }

    [Theory]
    [InlineData("RI1103", "\tA")]
    [InlineData("RI1103", "a//b\tA")]
    [InlineData("RI1102", "s")]
    [InlineData("RI1102", "s\t")]
    [InlineData("RI1102", "s\tA B")]
    public void FrameCells_Malformed_RefusedAndNotKept(string code, string text)
    {
        FrameCells cells = new();
        RefusalAssert.Contains(code, () => cells.NumberOf(Encoding.UTF8.GetBytes(text)));
        RefusalAssert.Contains("RI1103", () => cells.NumberOf([0xff, (byte)'\t', (byte)'A']));
        Assert.Equal(0, cells.Count);
    }

    [Fact]
    public void Count_SeveralFaults_TheFirstOfTheFrameWhateverTheThreads()
    {
        List<FrameUnit> units = [.. FrameOf(30_000).Units];
        foreach (int at in (int[])[29_000, 17_000, 5_000])
        {
            units.Insert(at, units[at - 1]);
        }

        for (int turn = 0; turn < 10; turn++)
        {
            RequireRefused("RI1104", 5001, () => new StreamedDraw().Count(new UnitFrameSource(units), Key, "sha-256", 8));
        }
    }

    [Theory]
    [InlineData(":a")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("01234567890123456789012345678901234567890123456789012345")]
    public void Count_MalformedId_Refused(string id) => RefusalAssert.Input("RI1101", () => new StreamedDraw().Count(new Raw(id), Key, "sha-256"), ("id", id));

    [Fact]
    public void Draw_FrameThatChanged_Refused()
    {
        Frame frame = FrameOf(100), fewer = FrameOf(99);
        StreamedDraw draw = new();
        FrameCensus census = draw.Count(new UnitFrameSource(frame), Key, "sha-256", cancellation: Stop);
        DrawPlan plan = draw.Plan(census.Cells, DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.1","B":"0.2","C":"0.3"}}""").Design, DrawCase.SeedOf(1), "sha-256");
        RefusalAssert.Contains("RI1110", () => StreamedDraw.Draw(new UnitFrameSource(fewer), plan));
        RefusalAssert.Contains("RI1110", () => StreamedDraw.Draw(new UnitFrameSource([.. frame.Units, DrawCase.Unit("zz\tanother\tA\tdrawable")]), plan));
        RefusalAssert.Contains("RI1110", () => StreamedDraw.Draw(new UnitFrameSource(frame.Units.Select(u => new FrameUnit(u.Id, u.Stratum, u.Class, Standing.Resting))), plan));
    }

    [Fact]
    public void Read_Cancelled_StopsAndSaysSo()
    {
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => new StreamedDraw().Count(new UnitFrameSource(FrameOf(40_000)), Key, "sha-256", 2, new Told([], stop.Cancel), stop.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Read_ProgressThatThrows_ThrownToTheCallerByWhicheverThread(int threads)
    {
        for (int turn = 0; turn < 5; turn++)
        {
            Told told = new([], () => throw new InvalidTimeZoneException());
            Assert.Throws<InvalidTimeZoneException>(() => new StreamedDraw().Count(new UnitFrameSource(FrameOf(40_000)), Key, "sha-256", threads, told, Stop));
        }
    }

    [Fact]
    public void Count_WhatIsNoArgument_Thrown()
    {
        StreamedDraw draw = new();
        RefusalAssert.Contains("RI1302", () => draw.Count(new UnitFrameSource(FrameOf(1)), Key, "sha-999"));
        Assert.Throws<ArgumentOutOfRangeException>(() => draw.Count(new UnitFrameSource(FrameOf(1)), Key, "sha-256", 0, cancellation: Stop));
    }

    internal static Frame FrameOf(int size) => Frame.Of(Enumerable.Range(0, size).Select(i =>
        DrawCase.Unit(string.Create(CultureInfo.InvariantCulture, $"9121010{i:00000000}{(i % 7 == 0 ? "XYZ" : "X")}\t区{i * 7 % 11}/{i % 3}\t{"ABC"[i * 5 % 13 % 3]}\t{(i % 20 == 3 ? "resting" : "drawable")}"))));

    internal static void RequireSame(DrawResult due, DrawResult found)
    {
        Assert.Equal(due.Cells, found.Cells);
        Assert.Equal(due.Selected, found.Selected);
        Assert.Equal(due.Reserves, found.Reserves);
    }

    private static void RequireRefused(string code, int line, Action act)
    {
        Refusal refusal = Assert.Throws<InputRefusedException>(act).Refusal;
        Assert.Equal((code, line.ToString(CultureInfo.InvariantCulture)), (refusal.Code, refusal["line"]));
    }

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RefusalException refused)
        {
            return refused.Refusal.Code;
        }
    }

    /// <summary>SHA-256 whose first bytes are always the same where the message is a ticket's.</summary>
    private sealed class Alike(byte first, int count) : IDrawHash
    {
        public string Name => "alike";

        public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
        {
            SHA256.HashData(message, digest);
            if (message.Length > 64 && message[64] == (byte)'9')
            {
                digest[..count].Fill(first);
            }
        }
    }

    private sealed class Told(List<long> told, Action? then = null) : IProgress<long>
    {
        public void Report(long value)
        {
            told.Add(value);
            then?.Invoke();
        }
    }

    private sealed class Counted(IFrameSource source) : IFrameSource
    {
        public int Readings { get; private set; }

        public FrameCells Cells => source.Cells;

        public long? Size => source.Size;

        public IFrameReader Open()
        {
            Readings++;
            return source.Open();
        }
    }

    private sealed class Raw(string id) : IFrameSource, IFrameReader
    {
        private bool _given;

        public FrameCells Cells { get; } = new();

        public long? Size => 1;

        public IFrameReader Open() => this;

        public FrameBlock? Next(FrameBlock spare)
        {
            spare.Add(Encoding.UTF8.GetBytes(id), Cells.NumberOf("s\tA"u8), isDrawable: true);
            (bool given, _given) = (_given, true);
            return given ? null : spare;
        }

        public void Complete(FrameBlock block)
        {
        }

        public void Dispose()
        {
        }
    }
}

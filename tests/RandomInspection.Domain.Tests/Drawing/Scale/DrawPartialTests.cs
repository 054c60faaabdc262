using System.Collections.Immutable;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>A frame in partitions: the draw of the whole, in whichever order and grouping its parts come.</summary>
public sealed class DrawPartialTests
{
    private static readonly FrameKey Key = FrameKey.Of(SHA256.HashData("frame key"u8));
    private static readonly StreamedDraw Draw = new();

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 200)]
    public void Merge_AnyPartitionsAnyOrderAnyGrouping_DrawOfTheWhole(DrawCase given, PositiveInt number, int shuffle)
    {
        Frame frame = given.Frame;
        DrawResult due;
        try
        {
            due = new DrawEngine().Draw(frame, given.Parsed, given.Seed, "sha-256");
        }
        catch (InputRefusedException)
        {
            return; // that the plan is refused alike is shown elsewhere
        }

        Split split = new(frame, 1 + (number.Get % 6), given.Parsed, given.Seed);
        DrawPartial[] parts = [.. split.Partials];
        DrawPartial inOrder = parts.Aggregate((a, b) => a.Merge(split.Plan, b));
        new Random(shuffle).Shuffle(parts);
        while (parts.Length > 1)
        {
            // Pairs of neighbours together: another grouping.
            parts = [.. parts.Chunk(2).Select(pair => pair.Length == 2 ? pair[1].Merge(split.Plan, pair[0]) : pair[0])];
        }

        Assert.Equal(inOrder.ToBytes(), parts[0].ToBytes());
        StreamedDrawTests.RequireSame(due, parts[0].Complete(split.Plan, split.Partitions));
        Assert.Equal(split.Partitions, inOrder.Partitions.OrderBy(p => p.Name, StringComparer.Ordinal));
    }

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 100)]
    public void FromBytes_WhatToBytesWrote_TheSame(DrawCase given)
    {
        try
        {
            Split split = new(given.Frame, 2, given.Parsed, given.Seed);
            foreach (DrawPartial partial in split.Partials)
            {
                DrawPartial read = DrawPartial.FromBytes(partial.ToBytes());
                Assert.Equal(partial.ToBytes(), read.ToBytes());
                Assert.Equal((partial.Plan, partial.Partitions.Single()), (read.Plan, read.Partitions.Single()));
                Assert.Equal(partial.Cells.SelectMany(c => c.Smallest), read.Cells.SelectMany(c => c.Smallest));
            }
        }
        catch (InputRefusedException refused) when (refused.Refusal.Code.StartsWith("RI12", StringComparison.Ordinal))
        {
            return; // the design does not fit the frame
        }
    }

    [Fact]
    public void FromBytes_AnyByteChangedOrCut_RefusedOrAnotherPartial()
    {
        Split split = Small();
        byte[] bytes = split.Partials[0].ToBytes();
        for (int at = 0; at < bytes.Length; at++)
        {
            foreach (byte bit in (byte[])[1, 0x80])
            {
                byte[] changed = [.. bytes];
                changed[at] ^= bit;
                try
                {
                    Assert.Equal(changed, DrawPartial.FromBytes(changed).ToBytes());
                }
                catch (InputRefusedException refused)
                {
                    Assert.Equal("RI1374", refused.Refusal.Code);
                }
            }

            RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(bytes.AsSpan(0, at)));
        }

        RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes([.. bytes, 0]));
        byte[] newer = [.. bytes];
        newer[4] = 2;
        Assert.Contains("version 2", RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(newer))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public void FromBytes_CountBeyondTheBytes_RefusedWithoutTheMemory()
    {
        byte[] bytes = [.. "RIDP"u8, 1, .. new byte[32], 0xff, 0xff, 0xff, 0xff, 0x07];
        RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(bytes));
    }

    [Fact]
    public void Merge_PartitionTwice_Refused()
    {
        Split split = Small();
        RefusalAssert.Input("RI1370", () => split.Partials[0].Merge(split.Plan, split.Partials[0]), ("name", split.Partitions[0].Name));
        DrawPartial two = split.Partials[0].Merge(split.Plan, split.Partials[1]);
        RefusalAssert.Input("RI1370", () => split.Partials[1].Merge(split.Plan, two), ("name", split.Partitions[1].Name));
    }

    [Fact]
    public void Complete_PartitionMissing_Refused()
    {
        Split split = Small();
        RefusalAssert.Input("RI1371", () => split.Partials[0].Complete(split.Plan, split.Partitions), ("name", split.Partitions[1].Name), ("count", "2"));
    }

    [Fact]
    public void Complete_AnotherRootOrSizeOrName_Refused()
    {
        Split split = Small();
        DrawPartial whole = split.Partials.Aggregate((a, b) => a.Merge(split.Plan, b));
        FramePartition first = split.Partitions[0];
        foreach (FramePartition other in (FramePartition[])[new(first.Name, split.Partitions[1].Root, first.Size), new(first.Name, first.Root, first.Size + 1), new("other", first.Root, first.Size)])
        {
            RefusalAssert.Contains("RI1372", () => whole.Complete(split.Plan, [other, .. split.Partitions[1..]]), ("name", first.Name));
        }

        RefusalAssert.Contains("RI1372", () => whole.Complete(split.Plan, split.Partitions[..2]), ("name", split.Partitions[2].Name), ("expected", "—"));
    }

    [Fact]
    public void MergeAndComplete_AnotherDraws_Refused()
    {
        Split split = Small(), other = Small(seed: 2);
        RefusalAssert.Contains("RI1373", () => split.Partials[0].Merge(split.Plan, other.Partials[1]));
        RefusalAssert.Contains("RI1373", () => split.Partials[0].Merge(other.Plan, split.Partials[1]));
        RefusalAssert.Contains("RI1373", () => split.Partials[0].Complete(other.Plan, split.Partitions));
    }

    [Fact]
    public void Complete_CountsOfAnotherFrame_Refused()
    {
        // The plan counted a partition twice, so that one seems to be gone.
        Split split = Small();
        DrawPlan ofFour = Draw.Plan(FrameCensus.CellsOf([.. split.Censuses, split.Censuses[0]]), Split.Design, DrawCase.SeedOf(1), "sha-256");
        DrawPartial[] parts = [.. split.Sources.Select((source, i) => StreamedDraw.DrawPartition(source, split.Partitions[i].Name, split.Censuses[i], ofFour))];
        RefusalAssert.Contains("RI1110", () => parts.Aggregate((a, b) => a.Merge(ofFour, b)).Complete(ofFour, split.Partitions));
    }

    [Fact]
    public void DrawPartition_CellThatThePlanDoesNotKnow_Refused()
    {
        Split split = Small();
        DrawPlan ofOne = Draw.Plan(split.Censuses[0].Cells, Split.Design, DrawCase.SeedOf(1), "sha-256");
        RefusalAssert.Contains("RI1110", () => StreamedDraw.DrawPartition(split.Sources[1], "p1", split.Censuses[1], ofOne));
    }

    [Fact]
    public void CountPartition_ByTheDigitsOfTheRegion_UnitOfAnotherRefusedWithItsLine()
    {
        string[] ids = ["91210102A", "91210103B", "91210202C"];
        UnitFrameSource Source(params string[] some) => new(some.Select(id => DrawCase.Unit($"{id}\ts\tA\tdrawable")));
        PartitionRule.At shenyang = new(2, "2101"), dalian = new(2, "2102");
        CancellationToken stop = TestContext.Current.CancellationToken;
        Assert.Equal(2, Draw.CountPartition(Source(ids[..2]), shenyang, Key, "sha-256", cancellation: stop).Size);
        Assert.Equal(Draw.Count(Source(ids[2]), Key, "sha-256", cancellation: stop).Root, Draw.CountPartition(Source(ids[2]), dalian, Key, "sha-256", cancellation: stop).Root);
        RefusalAssert.Input("RI1375", () => Draw.CountPartition(Source(ids), shenyang, Key, "sha-256"), ("line", "3"), ("id", ids[2]), ("rule", "2:2101"));
        RefusalAssert.Contains("RI1375", () => Draw.CountPartition(Source("9"), shenyang, Key, "sha-256"), ("id", "9"));
        RefusalAssert.Contains("RI1375", () => Draw.CountPartition(Source("91210"), shenyang, Key, "sha-256"), ("id", "91210"));
        Assert.Equal(new PartitionRule.At(2, "2101"), shenyang);
        Assert.NotEqual(dalian, shenyang);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PartitionRule.At(53, "2101"));
        Assert.Throws<ArgumentException>(() => new PartitionRule.At(0, ""));
        Assert.Throws<ArgumentException>(() => new PartitionRule.At(2, "沈阳"));
    }

    [Fact]
    public void Complete_TicketsOrCellsTakenOut_Refused()
    {
        Split split = new(StreamedDrawTests.FrameOf(300), 1, Split.Design, DrawCase.SeedOf(1));
        DrawPartial whole = split.Partials[0];
        PartialCell full = whole.Cells.First(cell => cell.Smallest.Count > 0);
        DrawPartial fewer = new(whole.Plan, whole.Partitions, whole.Cells.Replace(full, full with { Smallest = [.. full.Smallest.Skip(1)] }));
        RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(fewer.ToBytes()).Complete(split.Plan, split.Partitions));
        DrawPartial shorter = new(whole.Plan, whole.Partitions, whole.Cells.RemoveAt(whole.Cells.Length - 1));
        RefusalAssert.Contains("RI1373", () => shorter.Complete(split.Plan, split.Partitions));
        DrawPartial huge = new(whole.Plan, [new FramePartition("a", whole.Partitions[0].Root, long.MaxValue), new FramePartition("b", whole.Partitions[0].Root, 1)], []);
        RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(huge.ToBytes()));
    }

    [Fact]
    public void Complete_UnitInTwoPartitions_Refused()
    {
        UnitFrameSource source = new([DrawCase.Unit("U1\ts\tA\tdrawable")]);
        FrameCensus census = Draw.Count(source, Key, "sha-256", cancellation: TestContext.Current.CancellationToken);
        DrawPlan plan = Draw.Plan(FrameCensus.CellsOf([census, census]), DesignDocument.Parse("""{"kind":"fixed","size":2,"weights":{"A":1}}""").Design, DrawCase.SeedOf(1), "sha-256");
        DrawPartial both = StreamedDraw.DrawPartition(source, "a", census, plan, cancellation: TestContext.Current.CancellationToken).Merge(plan, StreamedDraw.DrawPartition(source, "b", census, plan, cancellation: TestContext.Current.CancellationToken));
        RefusalAssert.Input("RI1376", () => both.Complete(plan, both.Partitions), ("id", "U1"));
    }

    [Fact]
    public void Engine_RootOverPartitions_FromTheCensuses()
    {
        Split split = Small();
        Assert.Equal(
            new DrawEngine().Root(split.Partitions, "sha-256"),
            new DrawEngine().Root([.. split.Censuses.Select((census, i) => new FramePartition(split.Partitions[i].Name, census.Root, census.Size)).Reverse()], "sha-256"));
        Assert.Equal(StreamedDrawTests.FrameOf(300).Cells, FrameCensus.CellsOf(split.Censuses));
    }

    private static Split Small(int seed = 1) => new(StreamedDrawTests.FrameOf(300), 3, Split.Design, DrawCase.SeedOf(seed));

    /// <summary>A frame whose units are dealt into partitions, each counted and drawn on its own.</summary>
    private sealed class Split
    {
        public Split(Frame frame, int partitions, DrawDesign design, Seed seed)
        {
            Sources = [.. Enumerable.Range(0, partitions).Select(p => new UnitFrameSource(Frame.Of(frame.Units.Where((_, i) => i % partitions == p))))];
            Censuses = [.. Sources.Select(source => Draw.Count(source, Key, "sha-256"))];
            Partitions = [.. Censuses.Select((census, p) => new FramePartition($"p{p}", census.Root, census.Size))];
            Plan = Draw.Plan(FrameCensus.CellsOf(Censuses), design, seed, "sha-256");
            Partials = [.. Sources.Select((source, p) => StreamedDraw.DrawPartition(source, Partitions[p].Name, Censuses[p], Plan))];
        }

        public static DrawDesign Design { get; } = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.1","B":"0.2","C":"0.3"},"reservesPerCell":2}""").Design;

        public ImmutableArray<UnitFrameSource> Sources { get; }

        public ImmutableArray<FrameCensus> Censuses { get; }

        public ImmutableArray<FramePartition> Partitions { get; }

        public DrawPlan Plan { get; }

        public DrawPartial[] Partials { get; }
    }
}

using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>Large draws at their edges: what partitions send, the lines they are written in, blocks that are none, logs that are full.</summary>
public sealed class ScaleEdgeTests
{
    private static readonly FrameKey Key = FrameKey.Of(SHA256.HashData("frame key"u8));
    private static readonly StreamedDraw Draw = new();
    private static readonly Seed Seed = Seed.Parse(new string('5', 64));
    private static readonly DrawDesign Design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.1","B":"0"},"reservesPerCell":1}""").Design;

    private static readonly Frame Whole = Frame.Of(Enumerable.Range(0, 4000).Select(i => new FrameUnit($"U{i:0000}", Stratum.Parse("全市"), i % 3 == 0 ? "B" : "A", i % 10 == 0 ? Standing.Resting : Standing.Drawable)));

    [Fact]
    public void Below_ThresholdOfThePlan_FewAreSentAndTheDrawIsTheSame()
    {
        (DrawPlan plan, FramePartition[] partitions, DrawPartial[] partials) = Split(4);
        DrawResult due = new DrawEngine().Draw(Whole, Design, Seed, "sha-256");
        DrawPartial[] low = [.. partials.Select(partial => partial.Below(plan))];
        Assert.All(low.Zip(partials), pair => Assert.True(pair.First.Cells.Sum(cell => cell.Smallest.Count) < pair.Second.Cells.Sum(cell => cell.Smallest.Count)));
        Assert.All(low.SelectMany(partial => partial.Cells.Zip(partial.Below(plan).Cells)), pair => Assert.Same(pair.First, pair.Second)); // nothing more to leave out
        DrawPartial merged = low.Aggregate((a, b) => a.Merge(plan, b));
        Assert.True(merged.IsWhole(plan));
        Assert.False(low[0].IsWhole(plan));
        Assert.Equal(due.Selected.Select(unit => (unit.Id, unit.Ticket)), merged.Complete(plan, partitions).Selected.Select(unit => (unit.Id, unit.Ticket)));
        Assert.All(low, partial => Assert.Empty(partial.Cells[CellOfB(plan)].Smallest)); // of a cell from which nobody is drawn, nobody is sent
        DrawPlan other = Draw.Plan(plan.Cells.Select(cell => cell.Count).ToImmutableArray(), Design, Seed.Parse(new string('6', 64)), "sha-256");
        Assert.Equal("RI1373", Assert.ThrowsAny<RefusalException>(() => low[0].Below(other)).Refusal.Code);
        Assert.Equal("RI1373", Assert.ThrowsAny<RefusalException>(() => low[0].IsWhole(other)).Refusal.Code);
    }

    [Fact]
    public void FromText_LinesOfADatabase_ThePartialDraw()
    {
        (DrawPlan plan, _, DrawPartial[] partials) = Split(2);
        string text = TextOf(partials[0], plan);
        Assert.Equal(partials[0].ToBytes(), DrawPartial.FromText(text, plan).ToBytes());
        string[] lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(partials[0].ToBytes(), DrawPartial.FromText(string.Join('\n', [lines[0], .. lines[1..].Reverse()]) + "\n", plan).ToBytes());
    }

    public static TheoryData<string, string, string> BrokenPartials => new()
    {
        { "random-inspection-partial/1\n", "random-inspection-partial/2\n", "RI1374" },
        { "\nplan\t", "\nplans\t", "RI1374" },
        { "\nplan\t", "\nplan\tx", "RI1374" },
        { "\npartition\tp0\t", "\npartition\tp0\tmore\t", "RI1374" },
        { "\npartition\tp0\t", "\nmore\tp0\t", "RI1374" },
        { "\ncell\t全市\tA\t", "\ncell\t全市\tA B\t", "RI1374" },
        { "\ncell\t全市\tA\t", "\ncell\t全市\tA\t9", "RI1374" },
        { "\ncell\t全市\tA\t", "\ncell\t全市\tA\t-", "RI1374" },
        { "\ncell\t全市\tA\t", "\ncell\t全市\tB\t1\t1\ncell\t全市\tA\t", "RI1374" },
        { "\nunit\t全市\tA\t", "\nunit\t全市\tA\tx", "RI1374" },
        { "\nunit\t全市\tA\t", "\nunit\t全市\tC\t", "RI1374" },
        { "\tU", "\t编号", "RI1374" },
    };

    [Theory]
    [MemberData(nameof(BrokenPartials))]
    public void FromText_LineThatIsNone_Refused(string old, string now, string code)
    {
        (DrawPlan plan, _, DrawPartial[] partials) = Split(2);
        string text = TextOf(partials[0], plan);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        RefusalAssert.Contains(code, () => DrawPartial.FromText(text[..at] + now + text[(at + old.Length)..], plan));
    }

    public static TheoryData<string, string> BrokenCensuses => new()
    {
        { "random-inspection-census/1\n", "random-inspection-census/2\n" },
        { "\npartition\t", "\npartitions\t" },
        { "\npartition\t", "\npartition\tp\t..\tx\t1\npartition\t" },
        { "\tA\t3\t2\n", "\tA\t3\t4\n" },
        { "\tA\t3\t2\n", "\tA\t2\t2\n" },
        { "\tA\t3\t2\n", "\tA B\t3\t2\n" },
        { "\tA\t3\t2\n", "\tA\t3\n" },
        { "\tA\t3\t2\n", "\tA\t3\t2\t1\n" },
        { "\tA\t3\t2\n", "\tA\t3\t+2\n" },
        { "\tA\t3\t2\n", "\tA\t2\t1\ncell\t全市\tA\t1\t1\n" },
        { "\tA\t3\t2\n", "\tA\t3\t2\nmore\t1\n" },
        { "\tA\t3\t2\n", "\tA\t3\t99999999999999999999\n" },
        { "\tA\t3\t2\n", "\tA\t3\t2" },
    };

    [Theory]
    [MemberData(nameof(BrokenCensuses))]
    public void Parse_CensusThatIsNone_RI1379(string old, string now)
    {
        Frame frame = Frame.Of([Unit("U1", "A", true), Unit("U2", "A", true), Unit("U3", "A", false)]);
        PartitionCensus census = new("甲", new PartitionRule.Range("U", null), Draw.Count(new UnitFrameSource(frame), Key, "sha-256", cancellation: TestContext.Current.CancellationToken));
        string text = census.ToText();
        Assert.Equal(text, PartitionCensus.Parse(text).ToText());
        Assert.Contains(old, text, StringComparison.Ordinal);
        RefusalAssert.Contains("RI1379", () => PartitionCensus.Parse(text.Replace(old, now, StringComparison.Ordinal)));
    }

    [Fact]
    public void PartitionRule_OneThingDifferent_NotEqual()
    {
        PartitionRule.At at = new(2, "2101");
        Assert.Equal(at, new PartitionRule.At(2, "2101"));
        Assert.Equal(at.GetHashCode(), new PartitionRule.At(2, "2101").GetHashCode());
        Assert.All(new PartitionRule.At?[] { new(1, "2101"), new(2, "2102"), null }, other => Assert.False(at.Equals(other)));
        PartitionRule.Range range = new("A", "C");
        Assert.Equal(range, new PartitionRule.Range("A", "C"));
        Assert.Equal(range.GetHashCode(), new PartitionRule.Range("A", "C").GetHashCode());
        Assert.All(new PartitionRule.Range?[] { new("B", "C"), new("A", "D"), new("A", null), null }, other => Assert.False(range.Equals(other)));
    }

    [Fact]
    public void FromBytes_CountsThatNoFrameHas_RI1374()
    {
        byte[] bytes = Split(2).Partials[0].ToBytes();
        int refused = 0;
        int[] places = [.. Enumerable.Range(0, bytes.Length).Where(at => at < 300 || at % 97 == 0)];
        foreach (int at in places)
        {
            // Whole numbers that go on and on: negative as 32 or as 64 bits, or more than there is.
            foreach (byte[] number in (byte[][])[[0xff, 0xff, 0xff, 0xff, 0x0f], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]])
            {
                try
                {
                    DrawPartial.FromBytes([.. bytes[..at], .. number, .. bytes[at..]]);
                }
                catch (InputRefusedException e)
                {
                    Assert.Equal("RI1374", e.Refusal.Code);
                    refused++;
                }
            }
        }

        Assert.True(refused > places.Length, $"{refused} of {2 * places.Length}");
        foreach (int length in places)
        {
            RefusalAssert.Contains("RI1374", () => DrawPartial.FromBytes(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Check_BlockWithOneBadId_ThatOneIsNamed()
    {
        FrameBlock block = new();
        block.Add("U1"u8, 0, true);
        block.Add("U 2"u8, 0, true);
        RefusalAssert.Input("RI1101", () => FrameOrder.Check(block, 0), ("id", "U 2"));
        block.Clear();
        block.Add("U1"u8, 0, true);
        block.Add("U2"u8, 0, true);
        FrameOrder.Check(block, 0);
    }

    [Fact]
    public void Add_BlockBehindOneThatWasNotFull_Fails()
    {
        FrameRoots roots = new(LedgerTree);
        FrameBlock first = new(), second = new();
        first.Add("U1"u8, 0, true);
        second.Add("U2"u8, 0, true);
        roots.Add(0, first, null);
        Assert.Throws<InvalidOperationException>(() => roots.Add(1, second, null));
    }

    [Fact]
    public void UnitFrameSource_OfAFrame_KnowsItsSizeAndNoneOfNothing()
    {
        Assert.Equal(4000, new UnitFrameSource(Whole).Size);
        Assert.Equal("frame", Assert.Throws<ArgumentNullException>(() => new UnitFrameSource(null!)).ParamName);
    }

    [Fact]
    public void UnitList_FirstOnes_AsTheyStand()
    {
        SelectedUnit[] units = [.. Enumerable.Range(0, 3).Select(i => new SelectedUnit(new Ticket([.. Enumerable.Repeat((byte)i, 32)]), $"U{i}"))];
        UnitList list = UnitList.Of(units);
        Assert.Same(list, list.First(3));
        Assert.Equal(units[..2], list.First(2));
        Assert.Empty(list.First(0));
        List<object?> found = [];
        foreach (object? unit in (IEnumerable)list)
        {
            found.Add(unit);
        }

        Assert.Equal(units, found);
    }

    [Fact]
    public void UnitLog_MorePiecesThanNumbersHave_SaysWhatToDo()
    {
        UnitLog.RequireRoom(UnitLog.MostPieces);
        Assert.Contains("draw by partitions", Assert.Throws<InsufficientMemoryException>(() => UnitLog.RequireRoom(UnitLog.MostPieces + 1)).Message, StringComparison.Ordinal);
    }

    /// <summary>Thresholds that are far too low: the frame is read again without them, and the draw is the same.</summary>
    [Fact]
    public void Read_ThresholdsTooLow_ReadAgainForThoseCells()
    {
        (DrawPlan plan, _, _) = Split(1);
        CellCount[] counts = [.. plan.Cells.Select(cell => cell.Count)];
        TicketRanking ranking = StreamedDraw.Read(new UnitFrameSource(Whole), counts, plan, [.. counts.Select(_ => 1UL)], 2, null, TestContext.Current.CancellationToken);
        Assert.Equal(new DrawEngine().Draw(Whole, Design, Seed, "sha-256").Selected.Select(unit => unit.Id), ranking.Result(plan).Selected.Select(unit => unit.Id));
    }

    /// <summary>Thresholds that are far too high: more is found than there is room for, and only the smallest are kept.</summary>
    [Fact]
    public void Read_ThresholdsTooHigh_OnlyTheSmallestAreKept()
    {
        Frame frame = Frame.Of(Enumerable.Range(0, 20_000).Select(i => Unit($"U{i:00000}", "A", true)));
        DrawDesign design = DesignDocument.Parse("""{"kind":"fixed","size":3,"weights":{"A":1},"reservesPerCell":1}""").Design;
        DrawPlan plan = Draw.Plan([new CellCount(new Cell(Stratum.Parse("全市"), "A"), 20_000, 20_000)], design, Seed, "sha-256");
        TicketRanking ranking = StreamedDraw.Read(new UnitFrameSource(frame), [plan.Cells[0].Count], plan, [ulong.MaxValue - 1], 1, null, TestContext.Current.CancellationToken);
        DrawResult due = new DrawEngine().Draw(frame, design, Seed, "sha-256"), found = ranking.Result(plan);
        Assert.Equal(due.Selected.Select(unit => unit.Id), found.Selected.Select(unit => unit.Id));
        Assert.Equal(due.Reserves.Select(unit => unit.Id), found.Reserves.Select(unit => unit.Id));
    }

    private static RandomInspection.Ledger.MerkleTree LedgerTree => RandomInspection.Ledger.LedgerLeaf.Tree;

    private static int CellOfB(DrawPlan plan) => plan.Cells.Select((cell, place) => (cell, place)).Single(pair => pair.cell.Count.Cell.Class == "B").place;

    private static FrameUnit Unit(string id, string @class, bool isDrawable) => new(id, Stratum.Parse("全市"), @class, isDrawable ? Standing.Drawable : Standing.Resting);

    private static (DrawPlan Plan, FramePartition[] Partitions, DrawPartial[] Partials) Split(int parts)
    {
        UnitFrameSource[] sources = [.. Enumerable.Range(0, parts).Select(p => new UnitFrameSource(Frame.Of(Whole.Units.Where((_, i) => i % parts == p))))];
        FrameCensus[] censuses = [.. sources.Select(source => Draw.Count(source, Key, "sha-256"))];
        FramePartition[] partitions = [.. censuses.Select((census, p) => new FramePartition($"p{p}", census.Root, census.Size))];
        DrawPlan plan = Draw.Plan(FrameCensus.CellsOf(censuses), Design, Seed, "sha-256");
        return (plan, partitions, [.. sources.Select((source, p) => StreamedDraw.DrawPartition(source, partitions[p].Name, censuses[p], plan))]);
    }

    /// <summary>A partial draw in the lines that a database would write.</summary>
    private static string TextOf(DrawPartial partial, DrawPlan plan)
    {
        StringBuilder text = new("random-inspection-partial/1\n");
        FramePartition partition = partial.Partitions.Single();
        text.Append(CultureInfo.InvariantCulture, $"plan\t{partial.Plan}\npartition\t{partition.Name}\t{partition.Root}\t{partition.Size}\n");
        foreach ((int place, PartialCell cell) in partial.Cells.Index())
        {
            Cell of = plan.Cells[place].Count.Cell;
            text.Append(CultureInfo.InvariantCulture, $"cell\t{of.Stratum}\t{of.Class}\t{cell.Population}\t{cell.Drawable}\n");
            foreach (SelectedUnit unit in cell.Smallest)
            {
                text.Append(CultureInfo.InvariantCulture, $"unit\t{of.Stratum}\t{of.Class}\t{unit.Ticket}\t{unit.Id}\n");
            }
        }

        return text.ToString();
    }
}

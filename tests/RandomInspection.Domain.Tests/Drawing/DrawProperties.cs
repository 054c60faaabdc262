using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>The theorems of the draw, on any frame, design and seed.</summary>
[Properties(Arbitrary = [typeof(DrawCase)], MaxTest = 300)]
public sealed class DrawProperties
{
    private const long Nano = CellExpectation.NanosPerUnit;
    private static readonly DrawEngine Engine = new();

    public static TheoryData<string> Cultures => UnderCulture.Names;

    [Property]
    public void Expect_AnyDesign_AsTheSlowOracle(DrawCase draw)
    {
        string[]? due = ExpectationOracle.Expect(draw.Lines, draw.Design);
        if (due is null)
        {
            Assert.Contains(Assert.Throws<InputRefusedException>(() => Engine.Expect(draw.Frame.Cells, draw.Parsed)).Refusal.Code, (string[])["RI1211", "RI1212"]);
        }
        else
        {
            Assert.Equal(due, Engine.Expect([.. draw.Frame.Cells.Reverse()], draw.Parsed).Select(c => $"{c.Count.Cell.Stratum}|{c.Count.Cell.Class}|{c.ExpectedNano}"));
        }
    }

    [Property]
    public void Draw_AnyCase_SizesAsTheRule(DrawCase draw) => OnDrawn(draw, result =>
    {
        RoundingRule rule = new(path => Number(draw.Seed, ":order " + path), (text, modulus, first) => Number(draw.Seed, text) % modulus < first);
        Assert.Equal(
            rule.Round([.. result.Cells.Select(c => (c.Expectation.Count.Cell.Stratum.Text, c.Expectation.Count.Cell.Class, (BigInteger)c.Expectation.ExpectedNano))]),
            result.Cells.Select(c => c.Size));
    });

    [Property]
    public void Draw_UnitsInAnyOrder_SameResult(DrawCase draw, int shuffle) => OnDrawn(draw, result =>
    {
        Frame shuffled = Frame.Of(draw.Lines.OrderBy(l => Number(DrawCase.SeedOf(shuffle), l)).Select(DrawCase.Unit));
        Assert.Equal(FrameFile.Write(draw.Frame), FrameFile.Write(shuffled));
        Assert.Equal(DrawVector.Lines(result), DrawVector.Lines(Engine.Draw(shuffled, draw.Parsed, draw.Seed, "sha-256")));
    });

    [Property]
    public void Draw_AnyCase_EveryPrefixGetsFloorOrCeiling(DrawCase draw) => OnDrawn(draw, result =>
    {
        foreach ((_, CellResult[] cells) in Prefixes(result))
        {
            BigInteger expected = cells.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Expectation.ExpectedNano);
            Assert.InRange(cells.Sum(c => c.Size), (long)(expected / Nano), (long)((expected + Nano - 1) / Nano));
        }

        Assert.All(result.Cells, c => Assert.InRange(c.Size, c.Expectation.ExpectedNano / Nano, Math.Min(c.Expectation.Count.Drawable, (c.Expectation.ExpectedNano + Nano - 1) / Nano)));
    });

    [Property]
    public void Draw_FixedOrStratumSizes_TotalExact(DrawCase draw) => OnDrawn(draw, result =>
    {
        switch (draw.Parsed)
        {
            case DrawDesign.Fixed design:
                Assert.Equal(design.Size, result.Selected.Count);
                break;
            case DrawDesign.StratumSizes design:
                Assert.All(design.Sizes, s => Assert.Equal(s.Value, result.Cells.Where(c => c.Expectation.Count.Cell.Stratum.Equals(s.Key)).Sum(c => c.Size)));
                break;
            default:
                BigInteger expected = result.Cells.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Expectation.ExpectedNano);
                Assert.InRange(result.Selected.Count, (int)(expected / Nano), (int)((expected + Nano - 1) / Nano));
                break;
        }
    });

    [Property]
    public void Draw_AnyCase_SelectionAndReservesAreTheRankingOfEachCell(DrawCase draw) => OnDrawn(draw, result =>
    {
        List<string> reserves = [];
        foreach (CellResult cell in result.Cells)
        {
            (string Ticket, string Id)[] ranking = [.. draw.Lines
                .Select(l => l.Split('\t'))
                .Where(f => f[1] == cell.Expectation.Count.Cell.Stratum.Text && f[2] == cell.Expectation.Count.Cell.Class && f[3] == "drawable")
                .Select(f => (Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(draw.Seed.Hex + f[0]))), f[0]))
                .Order()];
            Assert.All(ranking.Take((int)cell.Size), r => Assert.Contains(result.Selected, s => s.Id == r.Id && s.Ticket.ToString() == r.Ticket));
            Assert.Equal(cell.Size == 0 ? null : ranking[cell.Size - 1].Ticket, cell.Cutoff?.ToString());
            int spare = cell.Expectation.ExpectedNano > 0 ? draw.Parsed.ReservesPerCell : 0;
            reserves.AddRange(ranking.Skip((int)cell.Size).Take(spare).Select(r => $"{cell.Expectation.Count.Cell}|{r.Ticket}|{r.Id}"));
        }

        Assert.Equal(result.Cells.Sum(c => c.Size), result.Selected.Count);
        Assert.Equal(result.Selected.Select(s => s.Ticket.ToString()).Order(StringComparer.Ordinal), result.Selected.Select(s => s.Ticket.ToString()));
        Assert.Equal(reserves, result.Reserves.Select(r => $"{r.Cell}|{r.Ticket}|{r.Id}"));
    });

    [Property]
    public void Draw_RestingUnits_NeitherSelectedNorReserves(DrawCase draw) => OnDrawn(draw, result =>
    {
        HashSet<string> resting = [.. draw.Lines.Where(l => l.EndsWith("resting", StringComparison.Ordinal)).Select(l => l.Split('\t')[0])];
        Assert.DoesNotContain(result.Selected, s => resting.Contains(s.Id));
        Assert.DoesNotContain(result.Reserves, r => resting.Contains(r.Id));
    });

    [Property]
    public void Draw_SameSeedAnotherDesign_WhereACellGrowsItsSelectionIsASuperset(DrawCase draw, DrawCase other) => OnDrawn(draw, first =>
    {
        // Positive coordination (§3): the tickets do not depend on the design.
        DrawDesign design = DesignDocument.Parse($$$"""{"kind":"rates","rates":{"A":"0.{{{(uint)other.Entropy % 1000:000}}}","B":"0.4","D":"1","i":"0.7"}}""").Design;
        DrawResult second = Engine.Draw(draw.Frame, design, draw.Seed, "sha-256");
        foreach ((CellResult one, CellResult two) in first.Cells.Zip(second.Cells))
        {
            Assert.Equal(one.Expectation.Count, two.Expectation.Count);
            (DrawResult small, DrawResult large) = one.Size <= two.Size ? (first, second) : (second, first);
            Assert.Subset(Of(large, one), Of(small, one));
        }

        HashSet<string> Of(DrawResult result, CellResult cell) =>
            [.. result.Selected.Select(s => s.Id).Where(id => draw.Lines.Any(l => l.StartsWith($"{id}\t{cell.Expectation.Count.Cell.Stratum}\t{cell.Expectation.Count.Cell.Class}\t", StringComparison.Ordinal)))];
    });

    [Property]
    public void Expect_Rates_EachStratumAsIfAlone(DrawCase draw)
    {
        if (draw.Parsed is DrawDesign.Rates { ByStratum.Count: 0 } design)
        {
            Assert.Equal(
                draw.Frame.Cells.GroupBy(c => c.Cell.Stratum).SelectMany(s => Engine.Expect([.. s], design)),
                Engine.Expect(draw.Frame.Cells, design));
        }
    }

    [Property]
    public void Draw_FrameInPartitions_SmallestOfEachMergeToTheSameResult(DrawCase draw, int rule, byte parts) => OnDrawn(draw, result =>
    {
        // §4 to §6: sizes need the cells' counts only, which add up over partitions; each partition hands over its smallest tickets of a cell.
        int count = 1 + (parts % 5);
        Frame[] partitions = [.. draw.Lines.GroupBy(l => Number(DrawCase.SeedOf(rule), l.Split('\t')[0]) % count).Select(g => Frame.Of(g.Select(DrawCase.Unit)))];
        CellCount[] counts = [.. partitions.SelectMany(p => p.Cells).GroupBy(c => c.Cell).Select(g => new CellCount(g.Key, g.Sum(c => c.Population), g.Sum(c => c.Drawable)))];
        Assert.Equal(result.Cells.Select(c => c.Expectation), Engine.Expect([.. counts], draw.Parsed));
        foreach (CellResult cell in result.Cells)
        {
            int wanted = (int)cell.Size + (cell.Expectation.ExpectedNano > 0 ? draw.Parsed.ReservesPerCell : 0);
            string[] merged = [.. partitions
                .SelectMany(p => p.Units
                    .Where(u => u.Standing == Standing.Drawable && new Cell(u.Stratum, u.Class) == cell.Expectation.Count.Cell)
                    .Select(u => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(draw.Seed.Hex + u.Id)))}|{u.Id}")
                    .Order(StringComparer.Ordinal)
                    .Take(wanted))
                .Order(StringComparer.Ordinal)
                .Take(wanted)];
            Assert.Equal(
                merged.Take((int)cell.Size),
                result.Selected.Where(s => draw.Lines.Any(l => l.StartsWith($"{s.Id}\t{cell.Expectation.Count.Cell.Stratum}\t{cell.Expectation.Count.Cell.Class}\t", StringComparison.Ordinal))).Select(s => $"{s.Ticket}|{s.Id}"));
            Assert.Equal(merged.Skip((int)cell.Size), result.Reserves.Where(r => r.Cell == cell.Expectation.Count.Cell).Select(r => $"{r.Ticket}|{r.Id}"));
        }
    });

    [Property(MaxTest = 40)]
    public void Draw_OneEngineManyThreads_SameResult(DrawCase draw) => OnDrawn(draw, result =>
    {
        string[][] others = [.. ParallelEnumerable.Range(0, 8).WithDegreeOfParallelism(4).Select(_ => DrawVector.Lines(Engine.Draw(draw.Frame, draw.Parsed, draw.Seed, "sha-256")))];
        Assert.All(others, other => Assert.Equal(DrawVector.Lines(result), other));
    });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Draw_OtherCulture_SameResult(string culture)
    {
        Prop.ForAll(DrawCase.Cases(), draw => OnDrawn(draw, result =>
            Assert.Equal(
                [.. DrawVector.Lines(result), Convert.ToHexString(FrameFile.Write(draw.Frame))],
                UnderCulture.Run<string[]>(culture, () =>
                    [.. DrawVector.Lines(Engine.Draw(draw.Frame, draw.Parsed, draw.Seed, "sha-256")), Convert.ToHexString(FrameFile.Write(draw.Frame))]))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static void OnDrawn(DrawCase draw, Action<DrawResult> holds)
    {
        if (ExpectationOracle.Expect(draw.Lines, draw.Design) is not null)
        {
            holds(Engine.Draw(draw.Frame, draw.Parsed, draw.Seed, "sha-256"));
        }
    }

    /// <summary>Cells below each node of the tree of labels, and at each stratum itself.</summary>
    private static IEnumerable<(string Prefix, CellResult[] Cells)> Prefixes(DrawResult result) =>
        result.Cells
            .SelectMany(c => Enumerable.Range(0, c.Expectation.Count.Cell.Stratum.Labels.Count + 1)
                .Select(n => string.Concat(c.Expectation.Count.Cell.Stratum.Labels.Take(n).Select(l => l + "/")))
                .Append(c.Expectation.Count.Cell.Stratum.Text + "/\t")
                .Select(prefix => (prefix, c)))
            .GroupBy(p => p.prefix, p => p.c)
            .Select(g => (g.Key, g.ToArray()));

    private static BigInteger Number(Seed seed, string text) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(seed.Hex + text)), isUnsigned: true, isBigEndian: true);
}

using System.Collections.Immutable;
using FsCheck.Xunit;
using RandomInspection.Calendars;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Caps and floors: which decides, what a design does to them, and what scaling gives.</summary>
public sealed class DesignLimitsTests
{
    private const long Nano = CellExpectation.NanosPerUnit;
    private static readonly LegalBasis Source = new("规定");
    private static readonly ImmutableArray<CellCount> Cells =
    [
        new(new Cell(Stratum.Parse("a"), "A"), 700, 700), new(new Cell(Stratum.Parse("a"), "D"), 40, 40), new(new Cell(Stratum.Parse("b"), "A"), 260, 250),
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(1004, 200)]
    public void Cap_Share_RoundedDown(long directory, long units) => Assert.Equal(units, DrawCap.Shenyang2018.Units(directory));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(100, 0, 3)]
    [InlineData(101, 0, 4)]
    [InlineData(101, 3, 1)]
    [InlineData(101, 4, 0)]
    [InlineData(101, 99, 0)]
    public void Floor_Share_RoundedUpLessWhatWasDrawn(long population, long before, long units) =>
        Assert.Equal(units, DrawFloor.Disclosures("x", 2026).Units(population, before));

    [Fact]
    public void For_SeveralRules_LowestCapAndHighestFloorOfItemAndYear()
    {
        DesignLimits limits = new(
            [DrawCap.Shenyang2018, new DrawCap(100_000_000, Source), new DrawCap(100_000_000, new LegalBasis("second"))],
            [DrawFloor.Disclosures("x", 2026), new DrawFloor("y", 2026, 20_000_000, Source), new DrawFloor("x", 2027, 90_000_000, Source)]);
        LimitBounds both = limits.For(new LimitScope(1000, ["x", "y"], 2026, 1000));
        Assert.Equal((100, Source), (both.Cap!.Units, both.Cap.Rule.Source));
        Assert.Equal((30, DrawFloor.Order67), (both.Floor!.Units, both.Floor.Rule.Source));
        LimitBounds drawn = limits.For(new LimitScope(1000, ["x", "y"], 2026, 1000) { DrawnBefore = ImmutableSortedDictionary<string, long>.Empty.Add("x", 25) });
        Assert.Equal(("y", 20), (drawn.Floor!.Rule.Item, drawn.Floor.Units));
        Assert.Equal(90, limits.For(new LimitScope(1000, ["x"], 2027, 1000)).Floor!.Units);
        Assert.Null(limits.For(new LimitScope(1000, ["z"], 2026, 1000)).Floor);
        Assert.Equal(new LimitBounds(null, null), DesignLimits.None.For(new LimitScope(1000, ["x"], 2026, 1000)));
    }

    [Fact]
    public void For_FloorAboveCap_RI1223ShowsBoth()
    {
        DesignLimits limits = new([DrawCap.Shenyang2018], [new DrawFloor("x", 2026, 300_000_000, Source)]);
        RefusalAssert.Input(
            "RI1223",
            () => limits.For(new LimitScope(1000, ["x"], 2026, 1000)),
            ("floor", "300"),
            ("floorPercent", "30 %"),
            ("floorSource", "规定"),
            ("cap", "200"),
            ("capPercent", "20 %"),
            ("capSource", "沈阳 2018 抽取比例上限"));
        Assert.Equal(200, limits.For(new LimitScope(1000, ["x"], 2026, 1000) { DrawnBefore = ImmutableSortedDictionary<string, long>.Empty.Add("x", 100) }).Floor!.Units);
    }

    [Fact]
    public void Limits_ShareOutOfRange_Refused()
    {
        Assert.Throws<ArgumentException>(() => new DesignLimits([new DrawCap(-1, Source)], []));
        Assert.Throws<ArgumentException>(() => new DesignLimits([], [new DrawFloor("x", 2026, 1_000_000_001, Source)]));
    }

    [Fact]
    public void Check_TotalBetweenTwoNumbers_CapCountsTheCeilingFloorTheFloor()
    {
        DrawDesign design = Rates("0.0205"); // 960 × 0.0205 + 40 × 0.0205 = 20.5
        Assert.Empty(Bounds(21, 20).Check(Expect(design)));
        LimitFinding.CapExceeded over = Assert.IsType<LimitFinding.CapExceeded>(Assert.Single(Bounds(20, null).Check(Expect(design))));
        Assert.Equal((21, 1), (over.Most, over.Over));
        LimitFinding.FloorMissed under = Assert.IsType<LimitFinding.FloorMissed>(Assert.Single(Bounds(null, 21).Check(Expect(design))));
        Assert.Equal((20, 1), (under.Least, under.Short));
        Assert.Contains("至多会抽 21 户，超过上限 20 户", over.Text(Language.Chinese), StringComparison.Ordinal);
        Assert.StartsWith("Up to 21 units may be drawn, 1 above the cap of 20 (", over.Text(Language.English), StringComparison.Ordinal);
        Assert.Contains("规定", over.Text(Language.English), StringComparison.Ordinal);
        Assert.Contains("差 1 户", under.Text(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("1 below the floor of 21", under.Text(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_KeptLimits_SameDesignWithTheirWords()
    {
        DrawDesign applied = LimitScaling.Apply(Bounds(200, 3), Cells, Rates("0.1") with { Basis = "依据。" });
        Assert.Equal(Expect(Rates("0.1")), Expect(applied));
        Assert.Equal("依据。 上限 cap：名录库 directory 1000 × 20 % = 200（规定）。 下限 floor：2026 x 1000 × 3 % − 已抽 drawn 0 = 3（规定）。", applied.Basis);
        Assert.Null(LimitScaling.Apply(new LimitBounds(null, null), Cells, Rates("0.1")).Basis);
    }

    [Fact]
    public void Apply_Fixed_SizeBecomesTheLimit()
    {
        Assert.Equal(200, Assert.IsType<DrawDesign.Fixed>(LimitScaling.Apply(Bounds(200, null), Cells, Fixed(500))).Size);
        Assert.Equal(30, Assert.IsType<DrawDesign.Fixed>(LimitScaling.Apply(Bounds(200, 30), Cells, Fixed(7))).Size);
        Assert.Equal(30, Assert.IsType<DrawDesign.Fixed>(LimitScaling.Apply(Bounds(30, 30), Cells, Fixed(7))).Size);
        RefusalAssert.Input("RI1226", () => LimitScaling.Apply(Bounds(null, 951), Cells, Fixed(7, "\"D\":0")), ("most", "950"), ("floor", "951"), ("source", "规定"));
        RefusalAssert.Contains("RI1212", () => LimitScaling.Apply(Bounds(3, null), Cells, Fixed(7) with { MinimumPerStratum = 2 }), ("floors", "4"));
    }

    [Fact]
    public void Apply_RatesToACap_LargestFactorThatKeepsIt()
    {
        DrawDesign.Rates before = Rates("0.3") with { ByClass = Rates("0.3").ByClass.SetItem("D", 900_000_000) };
        DrawDesign.Rates after = Assert.IsType<DrawDesign.Rates>(LimitScaling.Apply(Bounds(200, null), Cells, before));
        Assert.InRange(Total(after), (200 * Nano) - 1000, 200 * Nano);
        Assert.True(Total(after with { ByClass = after.ByClass.SetItem("A", after.ByClass["A"] + 1) }) > 200 * Nano);
        Assert.Equal(3, (after.ByClass["D"] + 1) / after.ByClass["A"]);
    }

    [Fact]
    public void Apply_RatesToAFloor_RoundedUpAndZeroStaysZero()
    {
        DrawDesign.Rates before = Rates("0.001") with { ByClass = Rates("0.001").ByClass.SetItem("D", 0) };
        DrawDesign.Rates after = Assert.IsType<DrawDesign.Rates>(LimitScaling.Apply(Bounds(200, 30), Cells, before));
        Assert.InRange(Total(after), 30 * Nano, (30 * Nano) + 1000);
        Assert.Equal(0, after.ByClass["D"]);
        RefusalAssert.Input("RI1226", () => LimitScaling.Apply(Bounds(null, 951), Cells, before), ("most", "950"), ("floor", "951"), ("source", "规定"));
        Assert.Equal(950 * Nano, Total(LimitScaling.Apply(Bounds(null, 950), Cells, before)));
    }

    [Fact]
    public void Apply_WhatCannotBeScaled_Refused()
    {
        RefusalAssert.Input("RI1225", () => LimitScaling.Apply(Bounds(3, null), Cells, Rates("0.1") with { MinimumPerStratum = 2 }), ("minimums", "4"), ("cap", "3"), ("source", "规定"));
        Assert.Equal(30 * Nano, Total(LimitScaling.Apply(Bounds(30, 30), Cells, Rates("0.001")))); // 1000 units at 0.03: exactly
        DrawDesign.Rates uneven = Rates("0.001") with { ByClass = Rates("0.001").ByClass.SetItem("D", 3_000_000) };
        RefusalAssert.Input("RI1227", () => LimitScaling.Apply(Bounds(30, 30), Cells, uneven), ("kind", "rates"), ("least", "30"), ("most", "30"));
        DrawDesign sizes = DesignDocument.Parse("""{"kind":"stratumSizes","sizes":{"a":100,"b":101},"weights":{"A":1,"D":1}}""").Design;
        RefusalAssert.Input("RI1227", () => LimitScaling.Apply(Bounds(200, null), Cells, sizes), ("kind", "stratumSizes"), ("least", "0"), ("most", "200"));
        RefusalAssert.Input("RI1227", () => LimitScaling.Apply(Bounds(null, 800), Cells, sizes), ("kind", "stratumSizes"), ("least", "800"), ("most", $"{DrawDesign.MaxCount}"));
    }

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 300)]
    public void Apply_AnyDesign_KeepsTheLimitsAndNoRateMovesTheOtherWay(DrawCase draw, ushort entropy)
    {
        if (ExpectationOracle.Expect(draw.Lines, draw.Design) is null || draw.Parsed is not DrawDesign.Rates before)
        {
            return;
        }

        long units = 1 + (entropy % Math.Max(1, draw.Frame.Cells.Sum(cell => cell.Drawable)));
        foreach (LimitBounds bounds in new[] { Bounds(units, null), Bounds(null, units) })
        {
            try
            {
                DrawDesign.Rates after = (DrawDesign.Rates)LimitScaling.Apply(bounds, draw.Frame.Cells, before);
                Assert.Empty(bounds.Check(new DrawEngine().Expect(draw.Frame.Cells, after)));
                Assert.All(before.ByClass.Keys, name => Assert.True(bounds.Cap is null ? after.ByClass[name] >= before.ByClass[name] : after.ByClass[name] <= before.ByClass[name]));
            }
            catch (InputRefusedException refused)
            {
                Assert.Equal(bounds.Cap is null ? "RI1226" : "RI1225", refused.Refusal.Code);
            }
        }
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(15, 15)]
    [InlineData(25, 20)]
    public void Within_Size_NearestThatKeepsTheLimits(int asked, int size)
    {
        Assert.Equal(size, Bounds(20, 10).Within(asked));
        Assert.Equal(asked, new LimitBounds(null, null).Within(asked));
    }

    private static LimitBounds Bounds(long? cap, long? floor) => new(
        cap is { } most ? new LimitBounds.Upper(new DrawCap(200_000_000, Source), 1000, most) : null,
        floor is { } least ? new LimitBounds.Lower(new DrawFloor("x", 2026, 30_000_000, Source), 1000, 0, least) : null);

    private static DrawDesign.Rates Rates(string rate) => (DrawDesign.Rates)DesignDocument.Parse($$$"""{"kind":"rates","rates":{"A":"{{{rate}}}","D":"{{{rate}}}"}}""").Design;

    private static DrawDesign.Fixed Fixed(int size, string d = "\"D\":3") => (DrawDesign.Fixed)DesignDocument.Parse($$$"""{"kind":"fixed","size":{{{size}}},"weights":{"A":1,{{{d}}}}}""").Design;

    private static ImmutableArray<CellExpectation> Expect(DrawDesign design) => new DrawEngine().Expect(Cells, design);

    private static long Total(DrawDesign design) => Expect(design).Sum(cell => cell.ExpectedNano);
}

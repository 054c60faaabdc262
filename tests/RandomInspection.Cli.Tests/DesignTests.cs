using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>Designs made from policy, and what caps and floors do, on the command line.</summary>
public sealed class DesignTests : IDisposable
{
    private readonly Ri _ri = new();
    private readonly string _frame;

    public DesignTests()
    {
        StringBuilder lines = new();
        for (int i = 0; i < 200; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"U{i:000}\t{(i % 4 == 0 ? "沈河区" : "和平区")}\t{"AAABCD"[i % 6]}\tdrawable\n");
        }

        _frame = _ri.Write("frame.tsv", lines.ToString());
    }

    [Fact]
    public void Rates_OfAFrame_DocumentDigestAndPreview()
    {
        RiRun run = Ri.Run("design", "rates", "--frame", _frame, "--reserves", "2", "--out", _ri["design.json"]).Done();
        byte[] text = File.ReadAllBytes(_ri["design.json"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text)), run["digest"]);
        DrawDesign.Rates design = Assert.IsType<DrawDesign.Rates>(DesignDocument.Parse(text).Design);
        Assert.Equal((300_000_000, 1, 2), (design.ByClass["D"], design.MinimumPerStratum, design.ReservesPerCell));
        Assert.Contains("河南 2021", design.Basis, StringComparison.Ordinal);
        Ri.Run("preview", "--frame", _frame, "--design", _ri["design.json"]).Done();
        Ri.Run("design", "rates", "--frame", _frame, "--minimum", "0", "--out", _ri["design.json"]).Done();
        Assert.Null(DesignDocument.Parse(File.ReadAllBytes(_ri["design.json"])).Design.MinimumPerStratum);
    }

    [Theory]
    [InlineData("neyman")]
    [InlineData("power", "--exponent", "0.5")]
    public void Allocated_ByViolations_SizesOfTheWholeTotal(params string[] kind)
    {
        Violations("stratum,violations,inspected\n沈河区,30,60\n和平区,1,60\n");
        Ri.Run(["design", .. kind, "--frame", _frame, "--violations", _ri["v.csv"], "--size", "40", "--out", _ri["design.json"]]).Done();
        DrawDesign.StratumSizes design = Assert.IsType<DrawDesign.StratumSizes>(DesignDocument.Parse(File.ReadAllBytes(_ri["design.json"])).Design);
        Assert.Equal(40, design.Sizes.Values.Sum());
        Assert.Contains("沈河区 30/60", design.Basis, StringComparison.Ordinal);
        Ri.Run("draw", "--frame", _frame, "--design", _ri["design.json"], "--seed", new string('a', 64), "--out", _ri["result.json"]).Done();
    }

    [Fact]
    public void Allocated_AboveTheCap_LoweredToItAndSaid()
    {
        Violations("stratum\tviolations\tinspected\n沈河区\t30\t60\n和平区\t0\t0\n", "v.tsv");
        RiRun run = Ri.Run("design", "neyman", "--frame", _frame, "--violations", _ri["v.tsv"], "--size", "60", "--cap", "0.2", "--out", _ri["design.json"]).Done();
        DrawDesign.StratumSizes design = Assert.IsType<DrawDesign.StratumSizes>(DesignDocument.Parse(File.ReadAllBytes(_ri["design.json"])).Design);
        Assert.Equal(40, design.Sizes.Values.Sum());
        Assert.Contains("Up to 60 units may be drawn, 20 above the cap of 40 (20 % of the directory's 200, 沈阳 2018", run.Error, StringComparison.Ordinal);
        Assert.Contains("上限 cap：名录库 directory 200 × 20 % = 40（沈阳 2018", design.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_BelowTheFloor_RaisedToIt()
    {
        RiRun run = Ri.Run(
            "design", "rates", "--frame", _frame, "--floor", "0.1", "--floor-source", "某规定", "--item", "SCJG-05", "--year", "2026", "--directory", "1000", "--drawn", "70", "--out", _ri["design.json"]).Done();
        Assert.Contains("30 (10 % of 1000 in 2026, 70 drawn before, 某规定)", run.Error, StringComparison.Ordinal);
        string[] lines = Ri.Run("preview", "--frame", _frame, "--design", _ri["design.json"], "--cap", "0.5", "--cap-source", "某规定").Done().Error.Split('\n');
        Assert.Contains(lines, line => line.Contains("30.0", StringComparison.Ordinal) && line.Contains("expected to be drawn", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("The limits are kept.", StringComparison.Ordinal));
    }

    [Fact]
    public void Preview_AboveTheCap_SaysByHowManyAndWritesTheScaledDesign()
    {
        string design = _ri.Write("design.json", """{"kind":"fixed","size":70,"weights":{"A":1,"B":1,"C":1,"D":1}}""");
        RiRun run = Ri.Run("preview", "--frame", _frame, "--design", design, "--cap", "0.2", "--scaled", _ri["scaled.json"]).Done();
        Assert.Contains("Up to 70 units may be drawn, 30 above the cap of 40", run.Error, StringComparison.Ordinal);
        Assert.Contains("The scaled design expects 40;", run.Error, StringComparison.Ordinal);
        Assert.Equal(40, Assert.IsType<DrawDesign.Fixed>(DesignDocument.Parse(File.ReadAllBytes(_ri["scaled.json"])).Design).Size);
        Assert.DoesNotContain("cap", Ri.Run("preview", "--frame", _frame, "--design", design).Done().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Preview_DesignThatCannotBeScaled_SaysWhyAndShowsTheRest()
    {
        string design = _ri.Write("design.json", """{"kind":"stratumSizes","sizes":{"沈河区":10,"和平区":40},"weights":{"A":1,"B":1,"C":1,"D":1}}""");
        RiRun run = Ri.Run("preview", "--frame", _frame, "--design", design, "--cap", "0.2").Done();
        Assert.StartsWith("stratum\t", run.Output, StringComparison.Ordinal);
        Assert.Contains("RI1227", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Design_WhatCannotBe_RefusedAndNothingWritten()
    {
        Violations("stratum,violations,inspected\n沈河区,3,60\n和平区,1,60\n");
        string[] neyman = ["design", "neyman", "--frame", _frame, "--violations", _ri["v.csv"], "--out", _ri["none.json"]];
        Ri.Run([.. neyman, "--size", "1"]).Refused("RI1216", "sum to 2");
        Ri.Run([.. neyman, "--size", "201"]).Refused("RI1211", "200");
        Ri.Run([.. neyman, "--size", "1e2"]).Refused("RI1228", "--size", "\"1e2\"");
        Ri.Run([.. neyman, "--size", "50", "--minimum", "0"]).Refused("RI1228", "--minimum");
        Ri.Run([.. neyman, "--size", "50", "--cap", "20%"]).Refused("RI1224", "20%");
        Ri.Run([.. neyman, "--size", "50", "--floor", "0.03"]).Refused("RI9101", "--item", "ri design neyman --help");
        Ri.Run([.. neyman, "--size", "50", "--cap", "0.2", "--floor", "0.3", "--item", "X", "--year", "2026"]).Refused("RI1223", "60 units (30 %, 未注明 not stated)", "40 units (20 %, 沈阳 2018");
        Ri.Run(["design", "power", .. neyman[2..], "--size", "50", "--exponent", "0.55"]).Refused("RI1222", "0.55");
        Violations("stratum,violations,inspected\n沈河区,3,60\n");
        Ri.Run([.. neyman, "--size", "50"]).Refused("RI1217", "和平区");
        Violations("stratum,violations,inspected\n沈河区,3,2\n和平区,x,1\n和平区,1,2\n");
        Ri.Run([.. neyman, "--size", "50"]).Refused("RI9106", "RI1219: line 2", "RI1228: line 3", "2 of 3 rows");
        Ri.Run("design", "rates", "--frame", _frame, "--out", _frame).Refused("RI9105");
        Assert.DoesNotContain("none.json", _ri.Files);
    }

    public void Dispose() => _ri.Dispose();

    private void Violations(string text, string name = "v.csv") => _ri.Write(name, text);
}

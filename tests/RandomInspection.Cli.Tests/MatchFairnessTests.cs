using System.Text.Json;

namespace RandomInspection.Tests;

/// <summary><c>ri audit fairness</c> on matches.</summary>
public sealed class MatchFairnessTests : IDisposable
{
    private const string Seed = "7796c09ec5580b3bc4cdcc5e3c5503071e639cfc7f59620e4714a95ff6bf3477";

    private readonly Ri _ri = new();

    [Theory]
    [InlineData("A01_complete_3")]
    [InlineData("B05_region_level")]
    [InlineData("B13_identical_types")]
    public void Fairness_OurMatch_InterchangeableAndKnownChancesHold(string name)
    {
        Vector(name);
        Ri.Run("match", "--problem", _ri["p.json"], "--seed", Seed, "--repeat", "1000", "--tally", _ri["t.json"]).Done();
        RiRun run = Audit("--marginals", _ri["m.json"], "--out", _ri["f.json"], "--svg", _ri["f.svg"]).Done();
        Assert.Equal("yes", run["fair"]);
        Assert.NotEqual("0", run["pairs"]);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(_ri["f.json"]));
        Assert.True(report.RootElement.GetProperty("fair").GetBoolean());
        Assert.StartsWith("<svg", File.ReadAllText(_ri["f.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Fairness_PreferredInspector_CaughtWithoutKnowingAnyChance()
    {
        // Four officers alike for one visit of two seats; O1 comes up in every third match too often.
        _ri.Write("p.json", """{"visits":[{"id":"V1","teams":[{"department":"D","count":2}]}],"inspectors":[{"id":"O1","department":"D"},{"id":"O2","department":"D"},{"id":"O3","department":"D"},{"id":"O4","department":"D"}]}""");
        Pairs(1200, ("O1", 800), ("O2", 533), ("O3", 533), ("O4", 534));
        RiRun run = Audit();
        Assert.Equal(1, run.Code);
        Assert.Contains("test interchangeable compared 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("V1: O1, O2, O3, O4", run.Output, StringComparison.Ordinal);

        Pairs(1200, ("O1", 600), ("O2", 612), ("O3", 590), ("O4", 598));
        Assert.Equal("yes", Audit().Done()["fair"]);
    }

    [Fact]
    public void Fairness_KnownNumbers_AsComputedElsewhere()
    {
        // By exact fractions in Python: 380 of 1000 at 1/3 has p = 0.00215527…; chi-square 10 with 4 degrees has p = 0.0404276….
        _ri.Write("p.json", """{"visits":[{"id":"V1","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O1","department":"D"},{"id":"O2","department":"D"},{"id":"O3","department":"D"},{"id":"O4","department":"D"},{"id":"O5","department":"D"}]}""");
        Pairs(1000, ("O1", 240), ("O2", 180), ("O3", 200), ("O4", 190), ("O5", 190));
        Audit("--out", _ri["f.json"]).Done();
        using (JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(_ri["f.json"])))
        {
            JsonElement evenness = report.RootElement.GetProperty("groups")[0].GetProperty("evenness");
            Assert.Equal(11, evenness.GetProperty("chiSquare").GetDouble(), 6);
            Assert.Equal(4, evenness.GetProperty("degrees").GetInt32());
            Assert.Equal(0.0265640, evenness.GetProperty("pValue").GetDouble(), 6);
        }

        Pairs(1000, ("O1", 380), ("O2", 155), ("O3", 155), ("O4", 155), ("O5", 155));
        _ri.Write("m.json", """{"V1":{"O1":[1,3],"O2":[1,6],"O3":[1,6],"O4":[1,6],"O5":[1,6]}}""");
        Audit("--marginals", _ri["m.json"], "--out", _ri["f.json"]);
        using (JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(_ri["f.json"])))
        {
            Assert.Equal(0.00215527, report.RootElement.GetProperty("pairs")[0].GetProperty("pValue").GetDouble(), 7);
        }
    }

    [Fact]
    public void Fairness_PairsThatCannotBe_Named()
    {
        _ri.Write("p.json", """{"visits":[{"id":"V1","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O1","department":"D"},{"id":"O2","department":"D","prior":1}]}""");
        Pairs(100, ("O1", 99), ("O2", 1));
        _ri.Write("m.json", """{"V1":{"O1":[1,1]}}""");
        RiRun run = Audit("--marginals", _ri["m.json"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("impossible V1 O1 count 99 allowed 100 to 100", run.Output, StringComparison.Ordinal);
        Assert.Contains("impossible V1 O2 count 1 allowed 0 to 0", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RI9140", "2", null)]
    [InlineData("RI1364", "O1", """{"V1":{"O1":[3,2]}}""")]
    [InlineData("RI1364", "O1", """{"V1":{"O1":0.5}}""")]
    [InlineData("RI1364", "V1", """{"V1":[]}""")]
    [InlineData("RI1363", "V9", """{"V9":{"O1":[1,2]}}""")]
    [InlineData("RI1201", "JSON", "{")]
    public void Fairness_NothingToCompareOrMalformedChances_Refused(string code, string value, string? chances)
    {
        _ri.Write("p.json", """{"visits":[{"id":"V1","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O1","department":"D"},{"id":"O2","department":"D","prior":1}]}""");
        Pairs(100, ("O1", 100));
        if (chances is null)
        {
            Audit().Refused(code, value);
        }
        else
        {
            _ri.Write("m.json", chances);
            Audit("--marginals", _ri["m.json"]).Refused(code, value);
        }
    }

    [Theory]
    [InlineData("RI1363", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"O9","count":1}]}""")]
    [InlineData("RI1361", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"O1","count":1},{"visit":"V1","inspector":"O1","count":1}]}""")]
    [InlineData("RI1204", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"O1","count":2}]}""")]
    [InlineData("RI1202", """{"repeat":1,"units":[]}""")]
    public void Fairness_AnotherTally_Refused(string code, string tally)
    {
        _ri.Write("p.json", """{"visits":[{"id":"V1","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O1","department":"D"}]}""");
        _ri.Write("t.json", tally);
        Audit().Refused(code);
    }

    public void Dispose() => _ri.Dispose();

    private void Vector(string name)
    {
        using JsonDocument vector = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "matching", name + ".json")));
        _ri.Write("p.json", vector.RootElement.GetProperty("problem").GetRawText());
        _ri.Write("m.json", vector.RootElement.GetProperty("known").GetProperty("balancedMarginals").GetRawText());
    }

    private void Pairs(int repeats, params (string Inspector, int Count)[] pairs) =>
        _ri.Write("t.json", JsonSerializer.Serialize(new { repeat = repeats, pairs = pairs.Select(pair => new { visit = "V1", inspector = pair.Inspector, count = pair.Count }) }));

    private RiRun Audit(params string[] options) => Ri.Run(["audit", "fairness", "--tally", _ri["t.json"], "--problem", _ri["p.json"], .. options]);
}

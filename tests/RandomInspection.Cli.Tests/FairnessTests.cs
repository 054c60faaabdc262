using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary><c>ri draw --repeat --tally</c> and <c>ri audit fairness</c> on draws.</summary>
public sealed class FairnessTests : IDisposable
{
    private const string Seed = "7796c09ec5580b3bc4cdcc5e3c5503071e639cfc7f59620e4714a95ff6bf3477";
    private const string Design = """{"kind":"fixed","size":9,"weights":{"A":1,"D":4}}""";

    private readonly Ri _ri = new();

    [Fact]
    public void Draw_Repeat_TallyOfTheSeedsThatFollow()
    {
        DrawVector vector = DrawVector.Of("pub-small");
        Ri.Run("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", Seed, "--repeat", "3", "--tally", _ri["t.json"], "--out", _ri["r.json"]).Done();
        Dictionary<string, int> due = File.ReadAllLines(vector.Frame).ToDictionary(line => line.Split('\t')[0], _ => 0);
        for (int i = 1; i <= 3; i++)
        {
            string seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed}:{i}"))));
            Ri.Run("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", seed, "--out", _ri["one.json"]).Done();
            foreach (JsonElement unit in Read("one.json").GetProperty("selected").EnumerateArray())
            {
                due[unit.GetProperty("id").GetString()!]++;
            }
        }

        JsonElement tally = Read("t.json");
        Assert.Equal(3, tally.GetProperty("repeat").GetInt32());
        Assert.Equal(
            due.OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => $"{unit.Key} {unit.Value}"),
            tally.GetProperty("units").EnumerateArray().Select(unit => $"{unit.GetProperty("id").GetString()} {unit.GetProperty("count").GetInt32()}"));
        Assert.Equal(["one.json", "r.json", "t.json"], _ri.Files);
    }

    [Theory]
    [InlineData("RI9101")]
    [InlineData("RI9101", "--out", "r.json", "--repeat", "3")]
    [InlineData("RI9101", "--tally", "t.json")]
    [InlineData("RI9101", "--repeat", "0", "--tally", "t.json")]
    [InlineData("RI9101", "--repeat", "1000001", "--tally", "t.json")]
    [InlineData("RI9101", "--repeat", "x", "--tally", "t.json")]
    [InlineData("RI9105", "--repeat", "3", "--tally", "frame.tsv")]
    public void Draw_BadOptions_RefusedAndNothingWritten(string code, params string[] options)
    {
        Frame(6);
        string[] given = [.. options.Select(option => option.Contains('.', StringComparison.Ordinal) ? _ri[option] : option)];
        Ri.Run(["draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--seed", Seed, .. given]).Refused(code);
        Assert.Equal(["design.json", "frame.tsv"], _ri.Files);
    }

    [Fact]
    public void Fairness_OurDraw_FairInBothLanguagesWithPictureAndReport()
    {
        Frame(120);
        Repeat(2000);
        RiRun run = Audit("--svg", _ri["f.svg"], "--out", _ri["f.json"]).Done();
        Assert.Equal("yes", run["fair"]);
        Assert.Equal("2000", run["repeats"]);
        Assert.Equal("120", run["units"]);
        Assert.Contains("Verdict: the counts are what the stated probabilities give.", run.Error, StringComparison.Ordinal);

        JsonElement report = Read("f.json");
        Assert.True(report.GetProperty("fair").GetBoolean());
        Assert.Equal(["sizes", "selection", "selectionOfOneCell", "units"], report.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("question").GetString()));
        Assert.Equal(18000, report.GetProperty("strata")[0].GetProperty("count").GetInt32());
        Assert.InRange(report.GetProperty("selection").GetProperty("pValue").GetDouble(), 0.001, 1);

        XElement svg = XDocument.Load(_ri["f.svg"]).Root!;
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("2000 repeats: expected against observed", svg.Elements().First().Value);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Attribute("style") is not null || element.Name.LocalName is "script" or "style");
        Assert.Equal(report.GetProperty("cells").GetArrayLength(), svg.Descendants().Count(element => element.Name.LocalName is "circle" or "path"));

        RiRun chinese = Ri.RunWith(_ => null, "audit", "fairness", "--tally", _ri["t.json"], "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--svg", _ri["f.svg"]);
        Assert.Equal(run.Output, chinese.Output);
        Assert.Contains("结论：计数与公布的概率相符。", chinese.Error, StringComparison.Ordinal);
        Assert.Equal("重复 2000 次：期望与实际", XDocument.Load(_ri["f.svg"]).Root!.Elements().First().Value);
    }

    [Fact]
    public void Fairness_WeightedSamplingWithoutReplacement_Caught()
    {
        // Successive sampling (choice(p, replace=False), Efraimidis and Spirakis): keys u^(1/w), the largest are taken.
        Frame(120);
        string[][] units = [.. File.ReadAllLines(_ri["frame.tsv"]).Select(line => line.Split('\t'))];
        System.Random random = new(1);
        int[] counts = new int[units.Length];
        for (int repeat = 0; repeat < 2000; repeat++)
        {
            double[] keys = [.. units.Select(unit => Math.Log(random.NextDouble()) / (unit[2] == "D" ? 4 : 1))];
            foreach (int taken in Enumerable.Range(0, units.Length).OrderByDescending(i => keys[i]).Take(9))
            {
                counts[taken]++;
            }
        }

        Tally(2000, [.. units.Select((unit, i) => (unit[0], counts[i]))]);
        RiRun run = Audit();
        Assert.Equal(1, run.Code);
        Assert.Equal("no", run["fair"]);
    }

    [Fact]
    public void Fairness_ARotationThatPretendsToBeADraw_TooEvenCaught()
    {
        Frame(40, oneClass: true);
        _ri.Write("design.json", """{"kind":"fixed","size":4,"weights":{"A":1}}""");
        Repeat(1000);
        Audit().Done();
        Tally(1000, [.. File.ReadAllLines(_ri["frame.tsv"]).Select(line => (line.Split('\t')[0], 100))]);
        RiRun run = Audit();
        Assert.Equal(1, run.Code);
        Assert.Contains("FAILS", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fairness_ImpossibleCounts_Named()
    {
        _ri.Write("frame.tsv", "A1\ta\tA\tdrawable\nA2\ta\tA\tdrawable\nN1\ta\tN\tdrawable\nR1\ta\tA\tresting\nS1\tb\tA\tdrawable\n");
        _ri.Write("design.json", """{"kind":"stratumSizes","sizes":{"a":1,"b":1},"weights":{"A":1,"N":0}}""");
        Tally(10, ("A1", 3), ("A2", 4), ("N1", 1), ("R1", 2), ("S1", 9));
        RiRun run = Audit();
        Assert.Equal(1, run.Code);
        foreach (string line in (string[])["impossible N1 count 1 allowed 0 to 0", "impossible R1 count 2 allowed 0 to 0", "impossible S1 count 9 allowed 10 to 10", "impossible b A count 9 allowed 10 to 10"])
        {
            Assert.Contains(line + "\n", run.Output, StringComparison.Ordinal);
        }

        Tally(10, ("A1", 5), ("A2", 5), ("N1", 0), ("R1", 0), ("S1", 10));
        RiRun fair = Audit().Done();
        Assert.Contains("chi-square none", fair.Output, StringComparison.Ordinal);
        Assert.Contains("Too few repeats", fair.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fairness_FairDraws_SeldomMisjudged()
    {
        // 200 audits at level 0.001: two misjudged ones would be most improbable (0.02), and no p-value of the selection may crowd at an end.
        Frame(30);
        List<double> p = [];
        int misjudged = 0;
        for (int audit = 0; audit < 200; audit++)
        {
            string seed = Convert.ToHexStringLower(SHA256.HashData([(byte)audit, 7]));
            Ri.Run("draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--seed", seed, "--repeat", "200", "--tally", _ri["t.json"]).Done();
            RiRun run = Audit("--out", _ri["f.json"]);
            misjudged += run.Code;
            p.Add(Read("f.json").GetProperty("selection").GetProperty("pValue").GetDouble());
        }

        Assert.InRange(misjudged, 0, 1);
        Assert.InRange(p.Average(), 0.40, 0.60);
        Assert.InRange(p.Count(value => value < 0.1), 6, 40);
    }

    [Theory]
    [InlineData("RI1362", "U007", """{"repeat":1,"units":[{"id":"U000","count":0},{"id":"U007","count":0}]}""")]
    [InlineData("RI1362", "U001", """{"repeat":1,"units":[{"id":"U000","count":0}]}""")]
    [InlineData("RI1361", "U000", """{"repeat":1,"units":[{"id":"U000","count":0},{"id":"U000","count":0}]}""")]
    [InlineData("RI1202", "pairs", """{"repeat":1,"pairs":[]}""")]
    public void Fairness_AnotherTally_Refused(string code, string value, string tally)
    {
        _ri.Write("frame.tsv", "U000\ta\tA\tdrawable\nU001\ta\tA\tdrawable\n");
        _ri.Write("design.json", """{"kind":"fixed","size":1,"weights":{"A":1}}""");
        _ri.Write("t.json", tally);
        Audit().Refused(code, value);
    }

    [Theory]
    [InlineData("--frame", "frame.tsv")]
    [InlineData("--design", "design.json")]
    [InlineData("--frame", "frame.tsv", "--design", "design.json", "--problem", "p.json")]
    [InlineData("--frame", "frame.tsv", "--design", "design.json", "--marginals", "p.json")]
    [InlineData("--marginals", "p.json")]
    [InlineData]
    public void Fairness_NeitherDrawNorMatch_Refused(params string[] options)
    {
        Frame(6);
        string[] given = [.. options.Select(option => option.Contains('.', StringComparison.Ordinal) ? _ri[option] : option)];
        Ri.Run(["audit", "fairness", "--tally", _ri["t.json"], .. given]).Refused("RI9101");
    }

    public void Dispose() => _ri.Dispose();

    private void Frame(int units, bool oneClass = false)
    {
        _ri.Write("frame.tsv", string.Concat(Enumerable.Range(0, units).Select(i => $"U{i:000}\t{(i % 3 == 0 ? "a/x" : i % 3 == 1 ? "a/y" : "b")}\t{(i % 5 == 0 && !oneClass ? "D" : "A")}\tdrawable\n")));
        _ri.Write("design.json", Design);
    }

    private void Repeat(int times) =>
        Ri.Run("draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--seed", Seed, "--repeat", times.ToString(CultureInfo.InvariantCulture), "--tally", _ri["t.json"]).Done();

    private void Tally(int repeats, params (string Id, int Count)[] units) =>
        _ri.Write("t.json", JsonSerializer.Serialize(new { repeat = repeats, units = units.Select(unit => new { id = unit.Id, count = unit.Count }) }));

    private RiRun Audit(params string[] options) =>
        Ri.Run(["audit", "fairness", "--tally", _ri["t.json"], "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], .. options]);

    private JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_ri[name]));
        return document.RootElement.Clone();
    }
}

namespace RandomInspection.Tests;

public sealed class DrawRefusalTests : IDisposable
{
    private const string Seed = "7796c09ec5580b3bc4cdcc5e3c5503071e639cfc7f59620e4714a95ff6bf3477";
    private const string Frame = "U1\ta\tA\tdrawable\nU2\ta\tA\tdrawable\nU3\ta\tB\tresting\nU4\tb\tA\tdrawable\n";

    private readonly Ri _ri = new();

    /// <summary>Everything that random-inspection-draw/1 §2 refuses in a design.</summary>
    public static TheoryData<string, string, string> Designs => new()
    {
        { "RI1201", "", "design" },
        { "RI1201", "{", "design" },
        { "RI1201", """{"kind":"fixed","size":1,"weights":{"A":1,"B":1}} x""", "design" },
        { "RI1201", """{"kind":"fixed","size":1,"size":1,"weights":{"A":1,"B":1}}""", "size" },
        { "RI1201", """{"kind":"fixed","size":1,"weights":{"A":1,"A":1,"B":1}}""", "A" },
        { "RI1201", "\uFEFF" + """{"kind":"fixed","size":1,"weights":{"A":1,"B":1}}""", "design" },
        { "RI1201", """{"kind":"fixed","size":01,"weights":{"A":1,"B":1}}""", "design" },
        { "RI1202", """{"kind":"fixed","size":1,"weights":{"A":1,"B":1},"extra":1}""", "extra" },
        { "RI1202", """{"kind":"stratumSizes","sizes":{"a":1,"b":1},"weights":{"A":1,"B":1},"minimumPerStratum":1}""", "minimumPerStratum" },
        { "RI1203", """{"size":1,"weights":{"A":1,"B":1}}""", "kind" },
        { "RI1203", """{"kind":"fixed","weights":{"A":1,"B":1}}""", "size" },
        { "RI1203", """{"kind":"fixed","size":1}""", "weights" },
        { "RI1203", """{"kind":"rates"}""", "rates" },
        { "RI1203", """{"kind":"stratumSizes","weights":{"A":1,"B":1}}""", "sizes" },
        { "RI1204", "[]", "[]" },
        { "RI1204", """{"kind":"lottery","size":1,"weights":{"A":1,"B":1}}""", "lottery" },
        { "RI1204", """{"kind":"fixed","size":1.0,"weights":{"A":1,"B":1}}""", "1.0" },
        { "RI1204", """{"kind":"fixed","size":1e3,"weights":{"A":1,"B":1}}""", "1e3" },
        { "RI1204", """{"kind":"fixed","size":-0,"weights":{"A":1,"B":1}}""", "-0" },
        { "RI1204", """{"kind":"fixed","size":-1,"weights":{"A":1,"B":1}}""", "-1" },
        { "RI1204", """{"kind":"fixed","size":"1","weights":{"A":1,"B":1}}""", "\"1\"" },
        { "RI1204", """{"kind":"fixed","size":2147483648,"weights":{"A":1,"B":1}}""", "2147483648" },
        { "RI1204", """{"kind":"fixed","size":1,"weights":{"A":1000001,"B":1}}""", "1000001" },
        { "RI1204", """{"kind":"fixed","size":1,"weights":{"A":1,"B":1},"reservesPerCell":-1}""", "reservesPerCell" },
        { "RI1204", """{"kind":"fixed","size":1,"weights":{"A":1,"B":1},"minimumPerStratum":1.5}""", "minimumPerStratum" },
        { "RI1204", """{"kind":"rates","rates":{"A":0.5,"B":"0"}}""", "0.5" },
        { "RI1204", """{"kind":"rates","rates":{"A":".5","B":"0"}}""", ".5" },
        { "RI1204", """{"kind":"rates","rates":{"A":"0.","B":"0"}}""", "0." },
        { "RI1204", """{"kind":"rates","rates":{"A":"1.1","B":"0"}}""", "1.1" },
        { "RI1204", """{"kind":"rates","rates":{"A":"0.1234567890","B":"0"}}""", "0.1234567890" },
        { "RI1204", """{"kind":"rates","rates":{"A":"٠","B":"0"}}""", "rates.A" },
        { "RI1102", """{"kind":"fixed","size":1,"weights":{"A B":1}}""", "A B" },
        { "RI1103", """{"kind":"stratumSizes","sizes":{"a//b":1},"weights":{"A":1,"B":1}}""", "a//b" },
        { "RI1210", """{"kind":"fixed","size":1,"weights":{"A":1}}""", "\"B\"" },
        { "RI1210", """{"kind":"rates","rates":{"A":"0.1"}}""", "\"B\"" },
        { "RI1210", """{"kind":"rates","rates":{"A":"0.1","B":"0"},"stratumRates":{"a":{"A":"1"}}}""", "\"B\"" },
        { "RI1211", """{"kind":"fixed","size":4,"weights":{"A":1,"B":1}}""", "4" },
        { "RI1211", """{"kind":"stratumSizes","sizes":{"a":2,"b":2},"weights":{"A":1,"B":1}}""", "2" },
        { "RI1212", """{"kind":"fixed","size":1,"weights":{"A":1,"B":0},"minimumPerStratum":1}""", "2" },
        { "RI1213", """{"kind":"stratumSizes","sizes":{"a":1},"weights":{"A":1,"B":1}}""", "\"b\"" },
        { "RI1214", """{"kind":"stratumSizes","sizes":{"a":1,"b":0,"c":0},"weights":{"A":1,"B":1}}""", "\"c\"" },
        { "RI1214", """{"kind":"rates","rates":{"A":"0.1","B":"0"},"stratumRates":{"c":{"A":"1"}}}""", "\"c\"" },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void Draw_DesignThatIsRefused_SaysWhyAndWritesNothing(string code, string design, string value)
    {
        RiRun run = Draw(design, Frame).Refused(code, value);
        Assert.Equal(["design.json", "frame.tsv"], _ri.Files);
        string[] lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{code}: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  ", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RI1105", "U1\ta\tA\n")]
    [InlineData("RI1105", "U1\ta\tA\tdrawable")]
    [InlineData("RI1105", "U1\ta\tA\tDrawable\n")]
    [InlineData("RI1106", "U2\ta\tA\tdrawable\nU1\ta\tA\tdrawable\n")]
    [InlineData("RI1104", "U1\ta\tA\tdrawable\nU1\ta\tA\tdrawable\n")]
    [InlineData("RI1107", "U1\ta\tA\tdrawable\r\n")]
    [InlineData("RI1107", "\uFEFFU1\ta\tA\tdrawable\n")]
    [InlineData("RI1101", ":U1\ta\tA\tdrawable\n")]
    [InlineData("RI1102", "U1\ta\tÄ\tdrawable\n")]
    [InlineData("RI1103", "U1\ta/\tA\tdrawable\n")]
    public void Draw_FrameThatIsNotCanonical_IsRefused(string code, string frame) =>
        Draw("""{"kind":"rates","rates":{"A":"0.1"}}""", frame).Refused(code);

    [Theory]
    [InlineData("RI1301", "--seed", "7796C09EC5580B3BC4CDCC5E3C5503071E639CFC7F59620E4714A95FF6BF3477")]
    [InlineData("RI1301", "--seed", "77")]
    [InlineData("RI1302", "--hash", "sha-1")]
    public void Draw_BadSeedOrHash_IsRefused(string code, string option, string value)
    {
        _ri.Write("design.json", """{"kind":"rates","rates":{"A":"0.1","B":"0"}}""");
        _ri.Write("frame.tsv", Frame);
        string[] seed = option == "--seed" ? [] : ["--seed", Seed];
        Ri.Run(["draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--out", _ri["result.json"], option, value, .. seed]).Refused(code, value);
        Assert.Equal(["design.json", "frame.tsv"], _ri.Files);
    }

    [Fact]
    public void Draw_ControlCharactersInInput_AreShownHarmless()
    {
        RiRun run = Draw("""{"kind":"rates","rates":{"A\u001b[2J":"0.1"}}""", Frame).Refused("RI1102");
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.Contains("\\u{001B}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Preview_CellsWithExtremeChances_AreFlagged()
    {
        _ri.Write("design.json", """{"kind":"rates","rates":{"A":"0.5","B":"1"},"stratumRates":{"b":{"A":"1"}}}""");
        _ri.Write("frame.tsv", Frame);
        RiRun run = Ri.Run("preview", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"]).Done();
        Assert.Equal(
            "stratum\tclass\tpopulation\tdrawable\texpected\tprobability\tflags\na\tA\t2\t2\t1\t0.5\tsmall\na\tB\t1\t0\t0\t0\tnever,small\nb\tA\t1\t1\t1\t1\tcertain,small\n",
            run.Output);
        Assert.Contains("Note: 1 cells are drawn for certain", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _ri.Dispose();

    private RiRun Draw(string design, string frame)
    {
        _ri.Write("design.json", design);
        _ri.Write("frame.tsv", frame);
        return Ri.Run("draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--seed", Seed, "--out", _ri["result.json"]);
    }
}

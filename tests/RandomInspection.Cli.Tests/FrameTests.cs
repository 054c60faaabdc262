using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace RandomInspection.Tests;

public sealed class FrameTests : IDisposable
{
    private const string Key = "4a1499419fab4eb6dec6fe1cca3e40549ced71277fb9c65b8751c7d2aad6260d";

    private readonly Ri _ri = new();

    [Fact]
    public void Frame_SeveralStratumColumns_AreJoinedBySlashes()
    {
        Make("code,district,trade,class\nB2,沈河区,H,A\nA1,和平区,\"F,G\",D\n", "--stratum", "district,trade").Done();
        Assert.Equal("A1\t和平区/F,G\tD\tdrawable\nB2\t沈河区/H\tA\tdrawable\n", File.ReadAllText(_ri["frame.tsv"]));
    }

    [Fact]
    public void Frame_Gb18030_IsReadAsItIs()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(_ri["subjects.csv"], Encoding.GetEncoding("gb18030").GetBytes("code,district,class\nA1,沈河区,B\n"));
        Run("--stratum", "district").Done();
        Assert.Equal("A1\t沈河区\tB\tdrawable\n", File.ReadAllText(_ri["frame.tsv"]));
    }

    [Fact]
    public void Frame_Standings_AreThoseWordsOnly()
    {
        Make("code,district,class,standing\nA1,x,B,drawable\nA2,x,B,resting\nA3,x,B,可抽取\nA4,x,B,休整\n", "--stratum", "district", "--standing", "standing").Done();
        Assert.Equal("A1\tx\tB\tdrawable\nA2\tx\tB\tresting\nA3\tx\tB\tdrawable\nA4\tx\tB\tresting\n", File.ReadAllText(_ri["frame.tsv"]));
        Make("code,district,class,standing\nA1,x,B,Drawable\n", "--stratum", "district", "--standing", "standing").Refused("RI9108", "line 2", "\"Drawable\"");
    }

    [Fact]
    public void Frame_WithoutKey_MakesOneThatGivesTheRoot()
    {
        File.WriteAllText(_ri["subjects.csv"], "code,district,class\nA1,x,B\n");
        string[] args = ["frame", _ri["subjects.csv"], "--id", "code", "--stratum", "district", "--class", "class", "--out", _ri["frame.tsv"]];
        RiRun first = Ri.Run(args).Done(), second = Ri.Run(args).Done();
        Assert.NotEqual(first["key"], second["key"]);
        Assert.Equal(first["root"] + "\n", Ri.Run("root", _ri["frame.tsv"], "--key", first["key"]).Done().Output);
    }

    [Fact]
    public void Frame_NoRows_IsTheEmptyFrame()
    {
        RiRun run = Make("code,district,class\n", "--stratum", "district").Done();
        Assert.Equal("0", run["size"]);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", run["root"]);
        Assert.Empty(File.ReadAllBytes(_ri["frame.tsv"]));
    }

    [Fact]
    public void Frame_BadRows_AreAllReportedAndNothingIsWritten()
    {
        RiRun run = Make(
            "code,district,trade,class\nA1,x,y,B\nＡ２,x,y,B\nA3,,y,B\nA4,x/z,y,B\nA5,x,y,\nA1,x,y,B\n:A7,x\u200b,y,B C\nA8,x\n",
            "--stratum", "district,trade");
        run.Refused(
            "RI9106",
            "RI1101: line 3, column \"code\", value \"Ａ２\"",
            "RI1103: line 4, column \"district\", value \"\"",
            "RI9109: line 5, column \"district\", value \"x/z\"",
            "RI1102: line 6, column \"class\", value \"\"",
            "RI1104: line 7 (as in line 2), column \"code\", value \"A1\"",
            "RI1101: line 8, column \"code\", value \":A7\"",
            "RI1103: line 8, column \"district,trade\", value \"x\\u{200B}/y\"",
            "RI1102: line 8, column \"class\", value \"B C\"",
            "RI5012: line 9",
            "7 of 8 rows");
        Assert.Equal(["subjects.csv"], _ri.Files);
    }

    [Fact]
    public void Frame_BadRows_LeaveAnEarlierFrameAsItWas()
    {
        _ri.Write("frame.tsv", "earlier");
        Make("code,district,class\n,x,B\n", "--stratum", "district").Refused("RI1101", "line 2");
        Assert.Equal("earlier", File.ReadAllText(_ri["frame.tsv"]));
    }

    [Theory]
    [InlineData("RI5011", "--id", "nummer", "--stratum", "district", "--class", "class")]
    [InlineData("RI5011", "--id", "code", "--stratum", "district,", "--class", "class")]
    [InlineData("RI1301", "--id", "code", "--stratum", "district", "--class", "class", "--key", "ABC")]
    [InlineData("RI1302", "--id", "code", "--stratum", "district", "--class", "class", "--hash", "md5")]
    public void Frame_BadOption_IsRefused(string code, params string[] options)
    {
        string table = _ri.Write("subjects.csv", "code,district,class\nA1,x,B\n");
        Ri.Run(["frame", table, "--out", _ri["frame.tsv"], .. options]).Refused(code);
        Assert.Equal(["subjects.csv"], _ri.Files);
    }

    [Fact]
    public void Frame_ColumnWhoseNameHasAComma_IsOneColumn()
    {
        Make("code,\"a,b\",class\nA1,x/y,B\n", "--stratum", "a,b").Done();
        Assert.Equal("A1\tx/y\tB\tdrawable\n", File.ReadAllText(_ri["frame.tsv"]));
    }

    [Property(MaxTest = 30)]
    public Property Frame_RowsInAnyOrder_SameRootAndFile() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 40).ToArray()).ToArbitrary(),
        order =>
        {
            string Table(IEnumerable<int> rows) => "code,district,class\n" + string.Concat(rows.Select(i => $"U{i},区{i % 3},{"ABCD"[i % 4]}\n"));
            string sorted = Make(Table(Enumerable.Range(0, 40)), "--stratum", "district").Done().Output;
            byte[] file = File.ReadAllBytes(_ri["frame.tsv"]);
            return Make(Table(order), "--stratum", "district").Done().Output == sorted && file.SequenceEqual(File.ReadAllBytes(_ri["frame.tsv"]));
        });

    [Fact]
    public void Prove_AUnit_GivesItsLineAndPath()
    {
        DrawVector vector = DrawVector.Of("pub-small");
        string id = File.ReadAllLines(vector.Frame)[3].Split('\t')[0];
        RiRun run = Ri.Run("prove", "--frame", vector.Frame, "--key", vector["frameKey"], "--id", id).Done();
        Assert.Contains($"\"id\": \"{id}\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"leafIndex\": 3", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\"frameRoot\": \"{vector["frameRoot"]}\"", run.Output, StringComparison.Ordinal);
        Ri.Run("prove", "--frame", vector.Frame, "--key", vector["frameKey"], "--id", "nobody").Refused("RI9114", "nobody");
    }

    public void Dispose() => _ri.Dispose();

    private RiRun Make(string csv, params string[] options)
    {
        _ri.Write("subjects.csv", csv);
        return Run(options);
    }

    private RiRun Run(params string[] options) =>
        Ri.Run(["frame", _ri["subjects.csv"], "--id", "code", "--class", "class", "--key", Key, "--out", _ri["frame.tsv"], .. options]);
}

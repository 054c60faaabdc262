using System.Text;

namespace RandomInspection.Tests;

public sealed class VectorTests : IDisposable
{
    private readonly Ri _ri = new();

    public static TheoryData<string> Names => [.. DrawVector.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Root_OfAVector_IsItsRoot(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        RiRun run = Ri.Run("root", vector.Frame, "--key", vector["frameKey"], "--hash", vector["hash"]).Done();
        Assert.Equal(vector["frameRoot"] + "\n", run.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Frame_OfAVectorsLinesBackwards_IsItsFile(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        string[] lines = File.ReadAllLines(vector.Frame);
        string table = _ri.Write("subjects.tsv", "编号\t层\t类别\t状态\n" + string.Concat(lines.Reverse().Select(line => line + "\n")));
        RiRun run = Ri.Run("frame", table, "--id", "编号", "--stratum", "层", "--class", "类别", "--standing", "状态", "--key", vector["frameKey"], "--hash", vector["hash"], "--out", _ri["frame.tsv"]).Done();
        Assert.Equal($"root {vector["frameRoot"]}\nsize {vector.FrameSize}\n", run.Output);
        Assert.Equal(File.ReadAllBytes(vector.Frame), File.ReadAllBytes(_ri["frame.tsv"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Seed_OfAVectorsContributions_IsItsSeed(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        string[] values = [.. vector.Contributions.Reverse().Select(c => $"{c.Party}:{c.Kind}:{c.Value}")];
        Assert.Equal(vector["seed"] + "\n", Ri.Run(["seed", "--opening", vector.Opening, "--contribution", .. values]).Done().Output);
        string[] repeated = [.. values.SelectMany(value => new[] { "--contribution", value })];
        Assert.Equal(vector["seed"] + "\n", Ri.Run(["seed", "--opening", vector.Opening, .. repeated]).Done().Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Commit_ToAVectorsValues_IsItsCommitment(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        foreach ((string party, _, string value, string? commitment) in vector.Contributions.Where(c => c.Commitment is not null))
        {
            string file = _ri.Write(party, value + "\n");
            Assert.Equal($"commitment {commitment}\n", Ri.Run("commit", "--opening", vector.Opening, "--party", party, "--value-from", file).Done().Output);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfAVector_IsItsResultByteForByte(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        Ri.Run("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", vector["seed"], "--hash", vector["hash"], "--out", _ri["result.json"]).Done();
        Assert.Equal(vector.Result, Encoding.UTF8.GetString(File.ReadAllBytes(_ri["result.json"])));
        Assert.Equal(["result.json"], _ri.Files);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Preview_OfAVector_HasALineForEachCell(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        string[] lines = Ri.Run("preview", "--frame", vector.Frame, "--design", vector.Design).Done().Output.TrimEnd('\n').Split('\n');
        Assert.Equal("stratum\tclass\tpopulation\tdrawable\texpected\tprobability\tflags", lines[0]);
        Assert.Equal(vector.Result.Split("\"expectedNano\"").Length, lines.Length);
        Assert.All(lines, line => Assert.Equal(7, line.Split('\t').Length));
    }

    public void Dispose() => _ri.Dispose();
}

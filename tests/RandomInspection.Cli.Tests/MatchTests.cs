using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RandomInspection.Tests;

/// <summary><c>ri match</c> on every vector, with the checker in Python behind it.</summary>
public sealed class MatchTests : IDisposable
{
    private const string Seed = "7796c09ec5580b3bc4cdcc5e3c5503071e639cfc7f59620e4714a95ff6bf3477";

    private readonly Ri _ri = new();

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Vectors, "matching"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Match_Vector_WrittenExitCodeAndPythonAgree(string name)
    {
        JsonElement vector = Vector(name);
        string problem = Problem(vector);
        RiRun run = Ri.Run("match", "--problem", problem, "--seed", Seed, "--out", _ri["m.json"]);
        bool feasible = vector.GetProperty("known").GetProperty("feasible").GetBoolean();
        Assert.Equal(feasible ? 0 : 1, run.Code);
        JsonElement result = Read("m.json");
        Assert.Equal(run["digest"], result.GetProperty("digest").GetString());
        Assert.Equal(run["problem"], result.GetProperty("problem").GetString());
        Assert.Equal(feasible, result.GetProperty("short").ValueKind == JsonValueKind.Null);
        if (feasible)
        {
            Assert.Equal("0", run["missing"]);
            Assert.Equal(
                vector.GetProperty("known").GetProperty("smallestSquareSum").GetInt32(),
                result.GetProperty("levels").EnumerateObject().Sum(level => level.Value.GetInt32() * level.Value.GetInt32()));
        }
        else
        {
            string words = result.GetProperty("short").GetProperty("parts")[0].GetProperty("words").GetProperty("en").GetString()!;
            Assert.Contains($"RI3201: {words}\n  ", run.Error, StringComparison.Ordinal);
            Assert.Equal(vector.GetProperty("known").GetProperty("certificate").GetProperty("deficit").GetInt32().ToString(CultureInfo.InvariantCulture), run["missing"]);
        }

        (int code, string output) = Python(problem, _ri["m.json"]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public void Match_ChangedResult_PythonRefuses()
    {
        string problem = Problem(Vector("B17_medium"));
        Ri.Run("match", "--problem", problem, "--seed", Seed, "--out", _ri["m.json"]).Done();
        string text = File.ReadAllText(_ri["m.json"]);
        File.WriteAllText(_ri["m.json"], text.Replace("\"O1\": 2", "\"O1\": 1", StringComparison.Ordinal).Replace("\"mixFactor\": 3", "\"mixFactor\": 4", StringComparison.Ordinal));
        Assert.Equal(1, Python(problem, _ri["m.json"]).Code);
    }

    [Fact]
    public void Match_MixFactorZero_SaysUnmixed()
    {
        string problem = Problem(Vector("B17_medium"));
        RiRun run = Ri.Run("match", "--problem", problem, "--seed", Seed, "--out", _ri["m.json"], "--mix-factor", "0").Done();
        Assert.Contains("unmixed", run.Error, StringComparison.Ordinal);
        Assert.True(Read("m.json").GetProperty("unmixed").GetBoolean());
        Assert.Equal(0, Python(problem, _ri["m.json"]).Code);
    }

    [Fact]
    public void Match_Repeat_TallyOfTheSeedsThatFollow()
    {
        string problem = Problem(Vector("B05_region_level"));
        Ri.Run("match", "--problem", problem, "--seed", Seed, "--repeat", "3", "--tally", _ri["t.json"]).Done();
        Dictionary<string, int> due = [];
        for (int i = 1; i <= 3; i++)
        {
            string seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed}:{i}"))));
            Ri.Run("match", "--problem", problem, "--seed", seed, "--out", _ri["m.json"]).Done();
            foreach (JsonElement team in Read("m.json").GetProperty("teams").EnumerateArray())
            {
                foreach (JsonElement inspector in team.GetProperty("inspectors").EnumerateArray())
                {
                    string pair = $"{team.GetProperty("visit").GetString()} {inspector.GetString()}";
                    due[pair] = due.GetValueOrDefault(pair) + 1;
                }
            }
        }

        JsonElement tally = Read("t.json");
        Assert.Equal(3, tally.GetProperty("repeat").GetInt32());
        Assert.Equal(
            due.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"),
            tally.GetProperty("pairs").EnumerateArray().Select(pair => $"{pair.GetProperty("visit").GetString()} {pair.GetProperty("inspector").GetString()} {pair.GetProperty("count").GetInt32()}"));
    }

    [Fact]
    public void Match_ShortInChinese_WordsReasonsRemedy()
    {
        string problem = Problem(Vector("C01_capacity"));
        RiRun run = Ri.RunWith(_ => null, "match", "--problem", problem, "--seed", Seed, "--out", _ri["m.json"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("RI3201: R1“A”3 户需 6 人次；有资格且可用 2 人，容量合计 4；缺 2 人次\n  将上限提高到 3（涉及 2 人），可补 2 人次。\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("RI3006 缺少所需资格：1 人（O3）", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RI9101")]
    [InlineData("RI9101", "--out", "m.json", "--repeat", "3")]
    [InlineData("RI9101", "--tally", "t.json")]
    [InlineData("RI9101", "--out", "m.json", "--repeat", "0", "--tally", "t.json")]
    [InlineData("RI9101", "--out", "m.json", "--mix-factor", "-1")]
    [InlineData("RI9101", "--out", "m.json", "--mix-factor", "x")]
    [InlineData("RI3120", "--out", "m.json", "--mix-factor", "1001")]
    [InlineData("RI9105", "--out", "problem.json")]
    public void Match_BadOptions_RefusedAndNothingWritten(string code, params string[] options)
    {
        string problem = Problem(Vector("A01_complete_3"));
        string[] given = [.. options.Select(option => option.EndsWith(".json", StringComparison.Ordinal) ? _ri[option] : option)];
        Ri.Run(["match", "--problem", problem, "--seed", Seed, .. given]).Refused(code);
        Assert.Equal(["problem.json"], _ri.Files);
    }

    [Fact]
    public void Match_BadProblemOrSeed_Refused()
    {
        string problem = _ri.Write("problem.json", """{"visits":[{"id":"V1","teams":[]}],"inspectors":[]}""");
        Ri.Run("match", "--problem", problem, "--seed", Seed, "--out", _ri["m.json"]).Refused("RI3105", "V1");
        Ri.Run("match", "--problem", problem, "--seed", Seed.ToUpperInvariant(), "--out", _ri["m.json"]).Refused("RI1301");
        Ri.Run("match", "--problem", _ri["none.json"], "--seed", Seed, "--out", _ri["m.json"]).Refused("RI9102", "none.json");
        Assert.Equal(["problem.json"], _ri.Files);
    }

    public void Dispose() => _ri.Dispose();

    private static JsonElement Vector(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "matching", name + ".json")));
        return document.RootElement.Clone();
    }

    private string Problem(JsonElement vector) => _ri.Write("problem.json", vector.GetProperty("problem").GetRawText());

    private JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_ri[name]));
        return document.RootElement.Clone();
    }

    /// <summary>Recomputes and checks a result by the implementation in Python; skips where there is no Python.</summary>
    private static (int Code, string Output) Python(string problem, string result)
    {
        ProcessStartInfo start = new("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Path.Combine(RepositoryFiles.Vectors, "verify_match.py"), problem, result])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process python = Process.Start(start)!;
            string output = python.StandardOutput.ReadToEnd() + python.StandardError.ReadToEnd();
            python.WaitForExit();
            return (python.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 here.");
            throw;
        }
    }
}

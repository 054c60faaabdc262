using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary><c>ri days</c>, and the same days by Python.</summary>
public sealed class DaysTests : IDisposable
{
    private const string Days = """{"format":"random-inspection-visit-days/1","days":["2026-11-23","2026-11-24","2026-11-25","2026-11-26","2026-11-27","2026-11-30","2026-12-01","2026-12-02"],"visits":[{"visit":"V1","from":"2026-11-23","to":"2026-12-02"},{"visit":"V2","from":"2026-11-01","to":"2026-12-31"},{"visit":"V3","from":"2026-11-28","to":"2026-11-30"}]}""";

    private static readonly string Seed = new('0', 64);

    private readonly Ri _ri = new();

    [Fact]
    public void Days_KnownAnswers_PrintedAndWritten()
    {
        RiRun run = Ri.Run("days", "--days", _ri.Write("days.json", Days), "--seed", Seed, "--out", _ri["drawn.json"]).Done();
        Assert.Equal("V1 2026-11-24\nV2 2026-12-02\nV3 2026-11-30\n", run.Output); // places 1 and 7 of eight, and the only one: see A8VisitDayTests
        Assert.Equal(
            $$$"""{"specification":"random-inspection-visit-days/1","seed":"{{{Seed}}}","days":{"V1":"2026-11-24","V2":"2026-12-02","V3":"2026-11-30"}}""", File.ReadAllText(_ri["drawn.json"]));
    }

    [Fact]
    public async Task Days_Written_ThePythonScriptSaysTheSame()
    {
        Ri.Run("days", "--days", _ri.Write("days.json", Days), "--seed", Seed, "--out", _ri["drawn.json"]).Done();
        ProcessStartInfo python = new("python3", [Path.Combine(RepositoryFiles.Root, "tests", "vectors", "visit_days.py"), _ri["days.json"], Seed, _ri["drawn.json"]]) { RedirectStandardOutput = true };
        try
        {
            using Process run = Process.Start(python)!;
            Assert.StartsWith("verified ", await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Python is not here.");
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"format":"random-inspection-visit-days/1","days":["2026-11-23"],"visits":[{"visit":"V1","from":"2026-11-24","to":"2026-11-25"}]}""")]
    public void Days_NoSuchDocument_Refused(string text) => Ri.Run("days", "--days", _ri.Write("days.json", text), "--seed", Seed).Refused("RI9135");

    public void Dispose() => _ri.Dispose();
}

using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>A few rounds of what <c>eng/crash.sh</c> does for long: hosts are killed, servers stopped, writes fail, and nothing acknowledged is lost.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite-kill", 3)]
    [InlineData("sqlite-file-limit", 1)]
    public async Task Crash_OnSqlite_NothingAcknowledgedIsLost(string what, int rounds) => await CrashAsync(what, rounds);

    [Theory]
    [InlineData("postgresql-kill", 3)]
    [InlineData("postgresql-stop", 2)]
    [InlineData("two-hosts", 1)]
    public async Task Crash_OnPostgreSql_NothingAcknowledgedIsLost(string what, int rounds)
    {
        Assert.SkipUnless(PostgreSqlServer.IsFound, PostgreSqlServer.HowToGetIt);
        await CrashAsync(what, rounds);
    }

    private static async Task CrashAsync(string what, int rounds)
    {
        string built = Path.Combine("bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name);
        string program = Path.Combine(RepositoryFiles.Root, "benchmarks", "RandomInspection.Durability", built, "RandomInspection.Durability.dll");
        ProcessStartInfo start = new("dotnet", [program, "crash", what, rounds.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(Cancellation), problems = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, await problems);
        string[] cells = [.. (await said).Split('|').Select(cell => cell.Trim())];
        Assert.True(int.Parse(cells[3], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Equal("0", cells[6]);
    }
}

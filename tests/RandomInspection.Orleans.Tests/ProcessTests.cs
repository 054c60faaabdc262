using System.Diagnostics;
using System.Text.Json;

namespace RandomInspection.Tests;

/// <summary>Four silos as real processes, one of them at a time killed or frozen while they draw. The large run is <c>eng/cluster-faults.sh</c>.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task TenDraws_SilosKilledAndFrozen_BytesOfOneMachine()
    {
        string name = $"silos_{Guid.NewGuid():n}";
        await PostgreSqlDatabases.CreateAsync(name);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ri-silos-");
        try
        {
            string figures = Path.Combine(folder.FullName, "figures.json");
            using Process run = Process.Start(new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Cluster.dll"), "faults", "--folder", folder.FullName, "--postgres", await PostgreSqlDatabases.ConnectionStringAsync(name),
                "--draws", "10", "--units", "200000", "--partitions", "32", "--out", figures,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper!.WriteLine(said);
            Assert.True(run.ExitCode == 0, $"{run.ExitCode}\n{said}\n{await errors}");

            using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(figures, TestContext.Current.CancellationToken));
            JsonElement told = document.RootElement;
            Assert.Equal(10, told.GetProperty("draws").EnumerateArray().Count(draw => draw.GetProperty("same").GetBoolean()));
            Assert.NotEmpty(told.GetProperty("faults").EnumerateArray());
        }
        finally
        {
            folder.Delete(recursive: true);
            await PostgreSqlDatabases.DropAsync(name);
        }
    }
}

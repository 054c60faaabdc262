using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>The engines in a program that is compiled ahead of time.</summary>
public sealed class AheadTests
{
    [Fact]
    public async Task AotSmoke_PublishedWithoutAWarning_DoesOneThingOfEachEngine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/clang"), "There is no clang here: apt-get install clang zlib1g-dev.");
        string folder = Directory.CreateTempSubdirectory("ri-ahead-").FullName;
        try
        {
            // As everything beside these tests was built, so that only the program itself is compiled.
            Dictionary<string, string> same = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci ? new() { ["CI"] = ci } : [];
            string said = await Dotnet.RunAsync(
                RepositoryFiles.Root, same, "publish", Path.Combine("samples", "AotSmoke"), "-c", Dotnet.Configuration, "-o", folder, "-p:BuildProjectReferences=false", "-v", "quiet", "--nologo");
            Assert.DoesNotContain("warning", said, StringComparison.Ordinal);

            ProcessStartInfo start = new(Path.Combine(folder, "AotSmoke"),
            [
                Path.Combine(RepositoryFiles.Root, "docs"), Path.Combine(RepositoryFiles.Root, "tests", "vectors"),
                Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.TestKit", "Engines"),
                Path.Combine(RepositoryFiles.Root, "tests", "RandomInspection.Domain.Tests", "Ledger", "stored-events.tsv"),
            ])
            { RedirectStandardOutput = true };
            using Process program = Process.Start(start)!;
            string output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(program.ExitCode == 0, output);
            Assert.Equal(7, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

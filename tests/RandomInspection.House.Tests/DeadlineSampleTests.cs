using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>The sample that takes the deadlines alone.</summary>
public sealed class DeadlineSampleTests
{
    [Theory]
    [InlineData(0, "2026-03-02", "2026-02-10")]
    [InlineData(1, "", "2030-01-07")]
    [InlineData(2, "Usage:", "yesterday")]
    [InlineData(2, "Usage:", "2026-02-30")]
    [InlineData(2, "Usage:")]
    public async Task Deadlines_OfADay_DateOrWhyNotYet(int exit, string output, params string[] arguments)
    {
        string program = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "samples", "Deadlines", "bin", Dotnet.Configuration), "Deadlines.dll", SearchOption.AllDirectories).Single();
        using Process sample = Process.Start(Dotnet.Start(RepositoryFiles.Root, new Dictionary<string, string>(), [program, .. arguments]))!;
        string said = await sample.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), complained = await sample.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await sample.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(exit, sample.ExitCode);
        Assert.StartsWith(output, said + complained, StringComparison.Ordinal);
    }
}

using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>The table of promises says what the pages beside it say.</summary>
public sealed class PromiseTests
{
    [Fact]
    public async Task Promises_Table_IsThatOfThePages()
    {
        using Process check = Process.Start(new ProcessStartInfo("python3", [Path.Combine(RepositoryFiles.Root, "eng", "promises.py"), "--check"]) { RedirectStandardError = true })!;
        string said = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(check.ExitCode == 0, said);
    }
}

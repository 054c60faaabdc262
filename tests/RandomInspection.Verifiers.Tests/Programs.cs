using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>The programs that run the verifiers that are not .NET.</summary>
internal static class Programs
{
    /// <summary>Where a program is on PATH; a test that needs one that is not there is skipped.</summary>
    public static string Find(string program, string remedy)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            foreach (string name in new[] { program, program + ".exe" })
            {
                string path = Path.Combine(folder, name);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        Assert.Skip($"{program} is not on PATH: {remedy}");
        return "";
    }

    /// <summary>Runs a program in the checkout; what it wrote on standard output.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryFiles.Root };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} ended with {process.ExitCode}\n{await output}\n{await error}");
        return await output;
    }
}

using System.Diagnostics;

namespace RandomInspection.Tests;

/// <summary>Runs the suites of the verifiers that are not .NET, so that one command runs everything.</summary>
public sealed class VerifierSuites
{
    [Fact]
    public async Task JavaScript_ItsOwnSuite_Passes()
    {
        string node = Find("node", "apt-get install nodejs");
        await RunAsync(node, "--test", Path.Combine(RepositoryFiles.Root, "tests", "verifiers"));
    }

    [Fact]
    public async Task Python_ItsOwnSuite_Passes()
    {
        string python = Find("python3", "apt-get install python3");
        await RunAsync(python, "-m", "unittest", "discover", "-s", RepositoryFiles.Vectors, "-p", "test_*.py");
    }

    [Fact]
    public async Task Python_PublishedVectors_AllAgree()
    {
        string python = Find("python3", "apt-get install python3");
        await RunAsync(python, Path.Combine(RepositoryFiles.Vectors, "verify.py"), "--vectors", Path.Combine(RepositoryFiles.Vectors, "draw"));
    }

    private static string Find(string program, string remedy)
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

    private static async Task RunAsync(string program, params string[] arguments)
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
    }
}

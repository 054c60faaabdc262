namespace RandomInspection.Tests;

/// <summary>Runs the suites of the verifiers that are not .NET, so that one command runs everything.</summary>
public sealed class VerifierSuites
{
    [Fact]
    public async Task JavaScript_ItsOwnSuite_Passes()
    {
        string node = Programs.Find("node", "apt-get install nodejs");
        await Programs.RunAsync(node, "--test", Path.Combine(RepositoryFiles.Root, "tests", "verifiers"));
    }

    [Fact]
    public async Task Python_ItsOwnSuite_Passes()
    {
        string python = Programs.Find("python3", "apt-get install python3");
        await Programs.RunAsync(python, "-m", "unittest", "discover", "-s", RepositoryFiles.Vectors, "-p", "test_*.py");
    }

    [Fact]
    public async Task Python_PublishedVectors_AllAgree()
    {
        string python = Programs.Find("python3", "apt-get install python3");
        await Programs.RunAsync(python, Path.Combine(RepositoryFiles.Vectors, "verify.py"), "--vectors", Path.Combine(RepositoryFiles.Vectors, "draw"));
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>A host as somebody starts it: a process of its own that says its address.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    private readonly Process _process;

    private RunningHost(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Asks it; cookies are kept.</summary>
    public HttpClient Client { get; }

    /// <summary>A program of the samples, as it was built with these tests.</summary>
    public static string Sample(string name) =>
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "samples", name, "bin", Dotnet.Configuration), $"{name}.dll", SearchOption.AllDirectories).Single();

    /// <summary>Starts one and waits for the line that says where it listens.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">The program.</param>
    /// <param name="begins">What that line begins with.</param>
    /// <param name="arguments">Its settings.</param>
    public static async Task<RunningHost> StartAsync(string folder, string program, string begins, params string[] arguments)
    {
        Dictionary<string, string> trying = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };
        Process process = Process.Start(Dotnet.Start(folder, trying, [program, .. arguments]))!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None); // nobody waits for it
        while (true)
        {
            string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(line);
            if (line.StartsWith(begins, StringComparison.Ordinal))
            {
                return new RunningHost(process, new HttpClient { BaseAddress = new Uri(Address().Match(line).Value) });
            }
        }
    }

    /// <summary>A page that is there.</summary>
    public async Task<string> GetAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    [GeneratedRegex(@"http://[\w.:]+")]
    private static partial Regex Address();
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RandomInspection.Tests.Hosting;

/// <summary>The sample host as a process of its own, on a free port of this machine, with a new folder for its data.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);

    private readonly StringBuilder _said = new();
    private readonly string _data = Directory.CreateTempSubdirectory("ri-host-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Where it answers. By this name, and not by number, browsers make keys without HTTPS.</summary>
    public Uri Address => new($"http://localhost:{_port}/");

    /// <summary>Its folder.</summary>
    public string Data => _data;

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="settings">Settings beside the usual ones, as environment variables.</param>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        ProcessStartInfo start = new(BuiltPrograms.DotNet, [BuiltPrograms.MinimalHost])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(BuiltPrograms.MinimalHost),
            Environment =
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["DataFolder"] = _data,
            },
        };
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using HttpClient client = new();
        Stopwatch waited = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            if (_process.HasExited || waited.Elapsed > StartsWithin)
            {
                throw new InvalidOperationException($"The host does not answer at {Address}. It said:\n{Said()}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    /// <exception cref="InvalidOperationException">It took too long and was killed.</exception>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
        {
            return;
        }

        using Process signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using CancellationTokenSource patience = new(StopsWithin);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The host did not stop within {StopsWithin.TotalSeconds:0} s. It said:\n{Said()}");
        }
    }

    /// <summary>What it wrote so far.</summary>
    public string Said()
    {
        lock (_said)
        {
            return _said.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            _process?.Dispose();
            Directory.Delete(_data, recursive: true);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(Address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (_said)
        {
            _said.AppendLine(heard.Data);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

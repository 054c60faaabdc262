using System.Diagnostics;

namespace RandomInspection.Durability;

/// <summary>A host under load in a process of its own, and what it has said so far.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<string> _acknowledged = [];
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);

    private HostProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Starts a host.</summary>
    /// <param name="provider">Its database.</param>
    /// <param name="connection">How it connects to it.</param>
    /// <param name="name">Its name, of which the ids of its commits are made.</param>
    /// <param name="seconds">How long it writes.</param>
    /// <param name="within">A command line that it is started by, if any.</param>
    public static HostProcess Start(string provider, string connection, string name, int seconds, params string[] within)
    {
        string[] command =
        [
            .. within, Environment.ProcessPath!, .. IsDotnet ? [Environment.GetCommandLineArgs()[0]] : Array.Empty<string>(), "host", provider, connection, name,
            seconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // it maps a file, which a limit on files' sizes would forbid
        return new HostProcess(Process.Start(start)!);
    }

    private static bool IsDotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (_gate)
            {
                return [.. _acknowledged];
            }
        }
    }

    public IReadOnlyDictionary<string, int> Refused
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, int>(_refused, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Waits for the first line, or the end.</summary>
    public Task AtWorkAsync() => Task.WhenAny(_first.Task, _reading);

    /// <summary>Waits until something holds of what it has said, or it ends.</summary>
    public async Task UntilAsync(Func<HostProcess, bool> holds)
    {
        while (!holds(this) && !_process.HasExited)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Ends it as the kernel would: nobody is asked.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Waits for its end and for all that it said.</summary>
    /// <returns>What it ended with.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        await EndAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                if (line.StartsWith("A ", StringComparison.Ordinal))
                {
                    _acknowledged.Add(line[2..]);
                }
                else if (line.StartsWith("F ", StringComparison.Ordinal))
                {
                    _refused[line[2..]] = _refused.GetValueOrDefault(line[2..]) + 1;
                }
            }

            _first.TrySetResult();
        }
    }
}

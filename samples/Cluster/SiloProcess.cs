using System.Diagnostics;
using System.Globalization;

namespace Cluster;

/// <summary>A silo as a process of its own, that can be killed and frozen.</summary>
internal sealed class SiloProcess(int number, string postgres, string folder, string storageKey) : IDisposable
{
    private Process? _process;

    public int Number => number;

    /// <summary>Its address, as progress names it, without the generation.</summary>
    public string Address => FormattableString.Invariant($"127.0.0.1:{SiloHost.FirstPort + (2 * number)}");

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Processor time and largest memory of the processes that it has been.</summary>
    public (TimeSpan Processor, long Memory) Used { get; private set; }

    public void Start()
    {
        _process?.Dispose();
        string self = Environment.ProcessPath!;
        string[] command = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [self, typeof(SiloProcess).Assembly.Location] : [self];

        // What a silo says when it ends itself goes into a file; exec keeps the process's number, to which signals are sent.
        _process = Process.Start(new ProcessStartInfo("sh",
        [
            "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", Path.Combine(folder, FormattableString.Invariant($"silo-{number}.log")),
            .. command, "silo", "--number", number.ToString(CultureInfo.InvariantCulture), "--postgres", postgres, "--folder", folder,
        ])
        {
            Environment = { [SiloHost.StorageKey] = storageKey },
        })!;
    }

    public void Kill()
    {
        Measure();
        Signal("KILL");
        _process!.WaitForExit();
    }

    public void Freeze() => Signal("STOP");

    public void Thaw()
    {
        Measure();
        Signal("CONT");
    }

    /// <summary>Whether it has ended by itself before a time is over, as a silo does that is told that it was taken for dead.</summary>
    public async Task<bool> EndsAsync(TimeSpan within)
    {
        using CancellationTokenSource late = new(within);
        try
        {
            await _process!.WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            Kill();
        }

        _process?.Dispose();
    }

    private void Measure()
    {
        _process!.Refresh();
        if (!_process.HasExited)
        {
            Used = (Used.Processor + _process.TotalProcessorTime, Math.Max(Used.Memory, Peak()));
        }
    }

    private long Peak()
    {
        string? line = File.ReadLines(FormattableString.Invariant($"/proc/{_process!.Id}/status")).FirstOrDefault(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>Time of a phase and the most memory the process had in it, beyond what it had before: managed and native.</summary>
internal static class PhaseMemory
{
    private const string Forget = "/proc/self/clear_refs";

    /// <summary>Runs a phase.</summary>
    /// <param name="phase">What is measured.</param>
    public static (T Result, TimeSpan Time, long Bytes) Measure<T>(Func<T> phase)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        if (File.Exists(Forget))
        {
            File.WriteAllText(Forget, "5"); // forgets the largest size so far
        }

        long before = Now("VmRSS:");
        Stopwatch clock = Stopwatch.StartNew();
        T result = phase();
        clock.Stop();
        return (result, clock.Elapsed, Math.Max(0, Now("VmHWM:") - before));
    }

    /// <summary>A line of a measurement: word, seconds, millions of units per second, MiB.</summary>
    /// <param name="word">What was measured.</param>
    /// <param name="time">How long it took.</param>
    /// <param name="units">Units.</param>
    /// <param name="bytes">The most memory; <see langword="null"/> where nobody knows.</param>
    public static string Line(string word, TimeSpan time, long units, long? bytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{word} {time.TotalSeconds:0.000} s {units / time.TotalSeconds / 1e6:0.0} M/s {(bytes is { } known ? $"{known >> 20}" : "—")} MiB");

    private static long Now(string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            using Process process = Process.GetCurrentProcess();
            return name == "VmRSS:" ? process.WorkingSet64 : process.PeakWorkingSet64;
        }

        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>Measures phases.</summary>
internal static class Phase
{
    private const string Forget = "/proc/self/clear_refs";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    /// <summary>Runs a phase.</summary>
    /// <param name="phase">What is measured.</param>
    public static PhaseResult<T> Of<T>(Func<T> phase)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        if (File.Exists(Forget))
        {
            File.WriteAllText(Forget, "5"); // forgets the largest size so far
        }

        using Process process = Process.GetCurrentProcess();
        (long before, TimeSpan processor) = (Now("VmRSS:"), process.TotalProcessorTime);
        Stopwatch clock = Stopwatch.StartNew();
        T result = phase();
        clock.Stop();
        process.Refresh();
        return new PhaseResult<T>(result, clock.Elapsed, process.TotalProcessorTime - processor, Math.Max(0, Now("VmHWM:") - before));
    }

    /// <summary>The middle one of three runs by time; one run where that takes long.</summary>
    /// <param name="phase">What is measured.</param>
    public static PhaseResult<T> Middle<T>(Func<T> phase)
    {
        PhaseResult<T> first = Of(phase);
        return first.Time > Long ? first : new[] { first, Of(phase), Of(phase) }.OrderBy(run => run.Time).ElementAt(1);
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

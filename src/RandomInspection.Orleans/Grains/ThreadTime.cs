using System.Globalization;

namespace RandomInspection.Orleans.Grains;

/// <summary>Processor time of one thread, where the system tells it: Linux, whatever else the process does.</summary>
internal readonly struct ThreadTime
{
    private const string File = "/proc/thread-self/schedstat";

    private readonly TimeSpan? _begun;

    private ThreadTime(TimeSpan? begun) => _begun = begun;

    /// <summary>From now, on this thread.</summary>
    public static ThreadTime Begin() => new(Now());

    /// <summary>Until now; to be asked by the same thread.</summary>
    public TimeSpan? Elapsed() => Now() - _begun;

    private static TimeSpan? Now()
    {
        try
        {
            return System.IO.File.Exists(File) && long.TryParse(System.IO.File.ReadAllText(File).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long nanoseconds)
                ? TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

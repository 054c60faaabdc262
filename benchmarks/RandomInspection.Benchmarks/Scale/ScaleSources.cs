using System.Collections.Immutable;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>The made-up city where a host would keep it.</summary>
internal sealed class ScaleSources : IDisposable
{
    private readonly Action _end;

    private ScaleSources(IFrameSource frame, Action end)
    {
        Frame = frame;
        _end = end;
    }

    public static ImmutableArray<string> Names => ["generated"];

    public IFrameSource Frame { get; }

    /// <summary>Puts the frame where it is read from, before any clock starts.</summary>
    /// <param name="options">Which source.</param>
    /// <param name="city">The frame.</param>
    public static ScaleSources Of(ScaleOptions options, CityFrame city) => new(city, static () => { });

    public void Dispose() => _end();
}

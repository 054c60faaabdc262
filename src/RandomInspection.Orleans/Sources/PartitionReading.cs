using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans;

/// <summary>A partition's source, opened: one state of it, however often it is read.</summary>
/// <param name="frame">Its units.</param>
/// <param name="isKept">Whether it may stay open between freeze and draw and refuses itself where it was changed meanwhile; otherwise it is opened, and counted, anew.</param>
/// <param name="open">What to close with it.</param>
public sealed class PartitionReading(IFrameSource frame, bool isKept, params IDisposable[] open) : IDisposable
{
    /// <summary>Its units.</summary>
    public IFrameSource Frame { get; } = frame;

    /// <summary>Whether it may stay open.</summary>
    public bool IsKept { get; } = isKept;

    /// <summary>Closes it.</summary>
    public void Dispose() => Array.ForEach(open, one => one.Dispose());
}

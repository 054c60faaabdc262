using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>How it stands with what came from a partner.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Waiting">待处理。</param>
/// <param name="Taken">已接收。</param>
/// <param name="Parked">乱序暂存。</param>
/// <param name="Aside">搁置。</param>
/// <param name="ContactAt">When something last came.</param>
public sealed record InFigures(string Partner, long Waiting, long Taken, long Parked, long Aside, Instant? ContactAt)
{
    /// <summary>When the oldest of those came that wait for anything; <see langword="null"/> if there is none.</summary>
    public Instant? OldestAt { get; init; }
}

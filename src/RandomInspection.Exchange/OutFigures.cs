using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>How it stands with what goes to a partner.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Cursor">The last entry of the public log that was looked at for it.</param>
/// <param name="Waiting">待发。</param>
/// <param name="Sent">已送达。</param>
/// <param name="Dead">死信。</param>
/// <param name="GivenUp">放弃。</param>
/// <param name="ContactAt">When it last received something.</param>
/// <param name="StoppedAt">When it answered that it is gone for good (410); nothing is sent until somebody resumes.</param>
public sealed record OutFigures(string Partner, long Cursor, long Waiting, long Sent, long Dead, long GivenUp, Instant? ContactAt, Instant? StoppedAt)
{
    /// <summary>滞后：when the oldest message that is not received was made; <see langword="null"/> if there is none.</summary>
    public Instant? OldestAt { get; init; }
}

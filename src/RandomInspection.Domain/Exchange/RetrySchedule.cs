using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>重试安排：when a message is sent again that was not received: twice as long each time, spread by chance, for three days.</summary>
/// <param name="First">The longest wait after the first attempt, more than nothing.</param>
/// <param name="Most">The longest wait at all.</param>
/// <param name="For">How long after the first attempt it is given up.</param>
/// <remarks>The wait is between half of its bound and the bound, so that partners that come back are not met by all at once.</remarks>
public sealed record RetrySchedule(Duration First, Duration Most, Duration For)
{
    /// <summary>The jitter is given in thousandths, from 0 to this, both ends included.</summary>
    public const int MostJitter = 1000;

    /// <summary>The longest that a partner's Retry-After is obeyed.</summary>
    private static readonly Duration MostAsked = Duration.FromDays(1);

    /// <summary>Five seconds, doubled up to two hours, for three days.</summary>
    public static RetrySchedule Usual { get; } = new(Duration.FromSeconds(5), Duration.FromHours(2), Duration.FromDays(3));

    /// <summary>When it is sent again; <see langword="null"/> if it is given up (dead letter).</summary>
    /// <param name="attempts">How often it was sent, 1 or more.</param>
    /// <param name="firstAt">When first.</param>
    /// <param name="now">Now.</param>
    /// <param name="asked">What the partner's Retry-After asks for, counted from now; <see langword="null"/> if it asks for nothing. At most a day is obeyed.</param>
    /// <param name="jitter">By chance, from 0 to <see cref="MostJitter"/>.</param>
    public Instant? Next(int attempts, Instant firstAt, Instant now, Duration? asked, int jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(jitter, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jitter, MostJitter);
        Duration bound = First;
        for (int i = 1; i < attempts && bound < Most; i++)
        {
            bound += bound;
        }

        bound = Duration.Min(bound, Most);
        long half = bound.ToInt64Nanoseconds() / 2;
        Duration wait = Duration.FromNanoseconds(half + (half / MostJitter * jitter));
        Instant next = now + Duration.Max(wait, Duration.Min(asked ?? Duration.Zero, MostAsked));
        return next - firstAt > For ? null : next;
    }
}

using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>What became of an attempt to send.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It was received.</summary>
    public sealed record Received : SendOutcome;

    /// <summary>It failed, or whether it was received is not known; sending it again is safe.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="RetryAfter">When the partner wants it again, from now; <see langword="null"/> if it does not say.</param>
    public sealed record Failed(string Error, Duration? RetryAfter) : SendOutcome
    {
        /// <summary>Whether the partner was not reached at all, so that another message would not get there either.</summary>
        public bool IsUnreached { get; init; }
    }

    /// <summary>The partner is gone for good (410): nothing is sent any more.</summary>
    public sealed record Gone : SendOutcome;
}

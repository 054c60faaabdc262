namespace RandomInspection.Exchange;

/// <summary>What became of a message that came in.</summary>
public abstract record InboxOutcome
{
    private InboxOutcome()
    {
    }

    /// <summary>It was taken in, with its effect.</summary>
    public sealed record Taken : InboxOutcome;

    /// <summary>It was taken in before; nothing was done again.</summary>
    public sealed record Known : InboxOutcome;

    /// <summary>乱序暂存：messages about its subject that come before it are missing; it waits.</summary>
    /// <param name="Next">The place of the next that is missing.</param>
    public sealed record Parked(long Next) : InboxOutcome;

    /// <summary>搁置：it can never be taken in as it is; a person looks at it.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record SetAside(Refusal Reason) : InboxOutcome;
}

using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>What is said of the sealed log, in it (stream <c>sealed/heads</c>) and in the public one (stream <c>sealed/commitments</c>).</summary>
public abstract record SealedEvent
{
    private SealedEvent()
    {
    }

    /// <summary>In the sealed log: what a day's commitment will be made of.</summary>
    /// <param name="Head">The head before this entry, its day and its salt.</param>
    public sealed record Prepared(SealedHead Head) : SealedEvent;

    /// <summary>In the public log, once a day, whether anything happened or not: the blinded head of the sealed log.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Commitment">64 lower-case hex characters.</param>
    public sealed record Committed(LocalDate Day, string Commitment) : SealedEvent;

    /// <summary>In the public log, when the secret has ended: what a commitment was made of.</summary>
    /// <param name="Head">What gives the commitment of its day.</param>
    public sealed record Opened(SealedHead Head) : SealedEvent;
}

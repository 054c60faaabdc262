using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>密封留痕的每日承诺：the public log carries one blinded commitment of the sealed log a day, and opens it when the secret has ended.</summary>
/// <param name="ledger">The store.</param>
/// <param name="salts">Where salts come from.</param>
/// <param name="codec">The events of the logs.</param>
public sealed class SealedLedger(ILedger ledger, ISaltSource salts, EventCodec codec)
{
    /// <summary>The stream of the public log.</summary>
    public const string Commitments = "sealed/commitments";

    /// <summary>The stream of the sealed log.</summary>
    public const string Heads = "sealed/heads";

    /// <summary>Commits to the sealed log as it stands, unless it was done for that day: whether it has grown makes no difference.</summary>
    /// <param name="day">The day; a day that was left out is not made up for.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels between the two logs at the earliest; the next call goes on from there.</param>
    /// <returns>Whether a commitment was entered.</returns>
    /// <exception cref="AppendConflictException">Another host did it at the same moment (RI6001).</exception>
    public async Task<bool> CommitAsync(LocalDate day, Instant at, CancellationToken cancellation)
    {
        (ImmutableArray<SealedEvent> committed, int version) = await ledger.ReadEventsAsync<SealedEvent>(codec, Commitments, cancellation);
        if (committed.OfType<SealedEvent.Committed>().Any(c => c.Day >= day))
        {
            return false;
        }

        // The sealed log first: a commitment that nobody could open would be worth nothing.
        (ImmutableArray<SealedEvent.Prepared> prepared, int prior) = await ledger.ReadEventsAsync<SealedEvent.Prepared>(codec, Heads, cancellation);
        SealedHead? head = prepared.Select(p => p.Head).FirstOrDefault(h => h.Day == day);
        if (head is null)
        {
            LedgerHead now = await ledger.HeadAsync(LedgerLog.Sealed, cancellation);
            head = new SealedHead(day, now.Size, now.Root, salts.Next());
            await AppendAsync(LedgerLog.Sealed, Heads, prior, new SealedEvent.Prepared(head), Actor.System, at, cancellation);
        }

        await AppendAsync(LedgerLog.Public, Commitments, version, new SealedEvent.Committed(day, head.Commit()), Actor.System, at, cancellation);
        return true;
    }

    /// <summary>Opens a day's commitment: size, root and salt are public from now on, and entries of the sealed log can be proved with them.</summary>
    /// <param name="actor">Who opens it.</param>
    /// <param name="at">When.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What gives the commitment.</returns>
    /// <exception cref="InputRefusedException">There is no commitment of that day (RI6035).</exception>
    /// <exception cref="AppendConflictException">Something else was committed or opened at the same moment (RI6001).</exception>
    public async Task<SealedHead> OpenAsync(Actor actor, Instant at, LocalDate day, CancellationToken cancellation)
    {
        (ImmutableArray<SealedEvent> committed, int version) = await ledger.ReadEventsAsync<SealedEvent>(codec, Commitments, cancellation);
        if (committed.OfType<SealedEvent.Opened>().FirstOrDefault(o => o.Head.Day == day) is { } opened)
        {
            return opened.Head;
        }

        (ImmutableArray<SealedEvent.Prepared> prepared, _) = await ledger.ReadEventsAsync<SealedEvent.Prepared>(codec, Heads, cancellation);
        SealedHead head = committed.OfType<SealedEvent.Committed>().Any(c => c.Day == day) && prepared.FirstOrDefault(p => p.Head.Day == day) is { } found
            ? found.Head
            : throw SealedRefusals.NoCommitment.Refuse(("day", LocalDatePattern.Iso.Format(day)));
        await AppendAsync(LedgerLog.Public, Commitments, version, new SealedEvent.Opened(head), actor, at, cancellation);
        return head;
    }

    private Task AppendAsync(LedgerLog log, string stream, int version, SealedEvent happened, Actor actor, Instant at, CancellationToken cancellation) =>
        ledger.CommitAsync(new LedgerCommit(actor, at, null, [new StreamAppend(stream, version, [codec.Encode(happened)])], [], Log: log), cancellation);
}

using System.Runtime.CompilerServices;
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
        int version = await ledger.VersionAsync(Commitments, cancellation);
        if ((await LastCommittedAsync(version, cancellation))?.Day >= day)
        {
            return false;
        }

        // The sealed log first: a commitment that nobody could open would be worth nothing.
        int prior = await ledger.VersionAsync(Heads, cancellation);
        SealedHead? head = await PreparedAsync(day, prior, cancellation);
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
    /// <remarks>It asks nobody whether the secret has ended: <c>EmbargoWorkflow.OpenDayAsync</c> does.</remarks>
    /// <param name="actor">Who opens it.</param>
    /// <param name="at">When.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What gives the commitment.</returns>
    /// <exception cref="InputRefusedException">There is no commitment of that day (RI6035).</exception>
    /// <exception cref="AppendConflictException">Something else was committed or opened at the same moment (RI6001).</exception>
    public async Task<SealedHead> OpenAsync(Actor actor, Instant at, LocalDate day, CancellationToken cancellation)
    {
        int version = await ledger.VersionAsync(Commitments, cancellation);
        if ((await FindAsync(day, version, cancellation)).Opened is { } opened)
        {
            return opened;
        }

        SealedHead head = await PreparedAsync(day, await ledger.VersionAsync(Heads, cancellation), cancellation) ?? throw NoCommitment(day);
        await AppendAsync(LedgerLog.Public, Commitments, version, new SealedEvent.Opened(head), actor, at, cancellation);
        return head;
    }

    /// <summary>A day's commitment.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no commitment of that day (RI6035).</exception>
    public async Task<SealedDay> FindAsync(LocalDate day, CancellationToken cancellation) =>
        await FindAsync(day, await ledger.VersionAsync(Commitments, cancellation), cancellation);

    /// <summary>The days that have a commitment, the newest first, each with what opened it.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>Reads as far back as it is enumerated.</remarks>
    public async IAsyncEnumerable<SealedDay> ReadDaysAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (SealedDay day in ReadDaysAsync(await ledger.VersionAsync(Commitments, cancellation), cancellation))
        {
            yield return day;
        }
    }

    private async Task<SealedDay> FindAsync(LocalDate day, int version, CancellationToken cancellation) =>
        await ReadDaysAsync(version, cancellation).FirstOrDefaultAsync(d => d.Day <= day, cancellation) is { } found && found.Day == day ? found : throw NoCommitment(day);

    private static InputRefusedException NoCommitment(LocalDate day) => SealedRefusals.NoCommitment.Refuse(("day", LocalDatePattern.Iso.Format(day)));

    /// <summary>A day is opened after it was committed: whoever comes from the end knows by then.</summary>
    private async IAsyncEnumerable<SealedDay> ReadDaysAsync(int version, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<LocalDate, (SealedHead Head, Instant At)> opened = [];
        await foreach ((SealedEvent happened, LedgerEntry entry) in ledger.ReadBackAsync<SealedEvent>(codec, Commitments, version, cancellation))
        {
            switch (happened)
            {
                case SealedEvent.Opened open:
                    opened[open.Head.Day] = (open.Head, entry.At);
                    break;
                case SealedEvent.Committed committed:
                    bool isOpen = opened.TryGetValue(committed.Day, out (SealedHead Head, Instant At) by);
                    yield return new SealedDay(committed.Day, committed.Commitment, entry.Sequence, entry.At, isOpen ? by.Head : null, isOpen ? by.At : null);
                    break;
                default:
                    throw new InvalidOperationException($"Entry {entry.Sequence} does not belong into {Commitments}.");
            }
        }
    }

    private async Task<SealedDay?> LastCommittedAsync(int version, CancellationToken cancellation) =>
        await ReadDaysAsync(version, cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>What a day's commitment is made of, if it was prepared.</summary>
    private async Task<SealedHead?> PreparedAsync(LocalDate day, int version, CancellationToken cancellation)
    {
        await foreach ((SealedEvent.Prepared prepared, _) in ledger.ReadBackAsync<SealedEvent.Prepared>(codec, Heads, version, cancellation))
        {
            if (prepared.Head.Day <= day)
            {
                return prepared.Head.Day == day ? prepared.Head : null;
            }
        }

        return null;
    }

    private Task AppendAsync(LedgerLog log, string stream, int version, SealedEvent happened, Actor actor, Instant at, CancellationToken cancellation) =>
        ledger.CommitAsync(new LedgerCommit(actor, at, null, [new StreamAppend(stream, version, [codec.Encode(happened)])], [], Log: log), cancellation);
}

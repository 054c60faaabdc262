using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Storage port: the append-only log with what it changes.</summary>
public interface ILedger
{
    /// <summary>Appends entries and writes what follows from them, all or nothing.</summary>
    /// <param name="commit">What happens.</param>
    /// <param name="cancellation">Cancels before the transaction commits.</param>
    /// <returns>The entries as written.</returns>
    /// <exception cref="AppendConflictException">A stream has another version than expected (RI6001); nothing was written.</exception>
    /// <exception cref="NotSupportedException">The store does not know the effect; nothing was written.</exception>
    Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation);

    /// <summary>The entries of one stream in order; none if there is no such stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation);

    /// <summary>Entries of the whole log in order.</summary>
    /// <param name="afterSequence">Only what comes after this entry; 0 for all.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<LedgerEntry>> ReadAsync(long afterSequence, int most, CancellationToken cancellation);

    /// <summary>How far the log has grown.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<LedgerHead> HeadAsync(CancellationToken cancellation);
}

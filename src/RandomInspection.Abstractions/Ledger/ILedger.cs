using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Storage port: the two append-only logs with what they change.</summary>
/// <remarks>A name of a stream stands in one log only.</remarks>
public interface ILedger
{
    /// <summary>Appends entries to one log and writes what follows from them, all or nothing.</summary>
    /// <param name="commit">What happens.</param>
    /// <param name="cancellation">Cancels before the transaction commits.</param>
    /// <returns>The entries as written.</returns>
    /// <exception cref="AppendConflictException">A stream has another version than expected (RI6001); nothing was written.</exception>
    /// <exception cref="ArgumentException">A stream that grows stands in the other log; nothing was written.</exception>
    /// <exception cref="NotSupportedException">The store does not know the effect; nothing was written.</exception>
    Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation);

    /// <summary>The entries of one stream in order, whichever log it stands in; none if there is no such stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation);

    /// <summary>Some entries of one stream in order, whichever log it stands in.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">Only what comes after this version; 0 for the beginning.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>A store that can reads only these. Unless it says otherwise, the whole stream is read.</remarks>
    async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, int afterVersion, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return [.. (await ReadStreamAsync(stream, cancellation)).Skip(afterVersion).Take(most)];
    }

    /// <summary>How many entries a stream has; 0 if there is no such stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>A store that can answers without reading the entries. Unless it says otherwise, the whole stream is read.</remarks>
    async Task<int> VersionAsync(string stream, CancellationToken cancellation) => (await ReadStreamAsync(stream, cancellation)).Length;

    /// <summary>Entries of a whole log in order.</summary>
    /// <param name="log">Which log.</param>
    /// <param name="afterSequence">Only what comes after this entry; 0 for all.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation);

    /// <summary>How far a log has grown.</summary>
    /// <param name="log">Which log.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation);

    /// <summary>Hashes of complete subtrees, as kept when the entries were appended; proofs are made of them.</summary>
    /// <param name="log">Which log.</param>
    /// <param name="nodes">The subtrees; at most some hundred, in any order.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>32 bytes each, in the order of <paramref name="nodes"/>.</returns>
    /// <exception cref="ArgumentException">One of them is not complete yet.</exception>
    /// <remarks>Reads one row a node, however many entries there are.</remarks>
    Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation);
}

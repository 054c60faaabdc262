using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A log that reads as another one does; only what it commits is its own matter.</summary>
public abstract class ForwardingLedger : ILedger
{
    private protected ForwardingLedger(ILedger inner) => Inner = inner;

    /// <summary>The log behind it.</summary>
    private protected ILedger Inner { get; }

    /// <inheritdoc />
    public abstract Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => Inner.ReadStreamAsync(stream, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, int afterVersion, int most, CancellationToken cancellation) =>
        Inner.ReadStreamAsync(stream, afterVersion, most, cancellation);

    /// <inheritdoc />
    public Task<int> VersionAsync(string stream, CancellationToken cancellation) => Inner.VersionAsync(stream, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        Inner.ReadAsync(log, afterSequence, most, cancellation);

    /// <inheritdoc />
    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => Inner.HeadAsync(log, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
        Inner.ReadNodesAsync(log, nodes, cancellation);
}

using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A log that reads as another one does; only what it commits is its own matter.</summary>
/// <param name="inner">The log behind it.</param>
public abstract class ForwardingLedger(ILedger inner) : ILedger
{
    /// <summary>The log behind it.</summary>
    protected ILedger Inner => inner;

    /// <inheritdoc />
    public abstract Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => inner.ReadStreamAsync(stream, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, int afterVersion, int most, CancellationToken cancellation) =>
        inner.ReadStreamAsync(stream, afterVersion, most, cancellation);

    /// <inheritdoc />
    public Task<int> VersionAsync(string stream, CancellationToken cancellation) => inner.VersionAsync(stream, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        inner.ReadAsync(log, afterSequence, most, cancellation);

    /// <inheritdoc />
    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => inner.HeadAsync(log, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
        inner.ReadNodesAsync(log, nodes, cancellation);
}

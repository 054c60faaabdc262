using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A store's log to which the consequences of events are added before they are written, so that none can be forgotten.</summary>
/// <param name="store">The store.</param>
/// <param name="consequences">What the law attaches to events.</param>
/// <param name="salts">Salts for what has none; <see langword="null"/> leaves entries without.</param>
public sealed class ConsequentLedger(ILedger store, IEnumerable<ILedgerConsequence> consequences, ISaltSource? salts = null) : ILedger
{
    private readonly ImmutableArray<ILedgerConsequence> _consequences = [.. consequences];

    /// <inheritdoc />
    public async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        LedgerCommit whole = commit with { Salt = commit.Salt ?? salts?.Next() };
        foreach (ILedgerConsequence consequence in _consequences)
        {
            (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> views) = await consequence.FollowAsync(commit, cancellation);
            whole = whole with { Appends = [.. whole.Appends, .. appends], Views = [.. whole.Views, .. views] };
        }

        return await store.CommitAsync(whole, cancellation);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => store.ReadStreamAsync(stream, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        store.ReadAsync(log, afterSequence, most, cancellation);

    /// <inheritdoc />
    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => store.HeadAsync(log, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
        store.ReadNodesAsync(log, nodes, cancellation);
}

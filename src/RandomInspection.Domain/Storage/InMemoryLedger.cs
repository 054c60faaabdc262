using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>The two logs in memory.</summary>
internal sealed class InMemoryLedger(InMemoryStore store) : ILedger
{
    public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return InMemory.Run(() => store.Commit(commit, cancellation), cancellation);
    }

    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return InMemory.Run(() => store.State.Streams.GetValueOrDefault(stream, []).ToImmutableArray(), cancellation);
    }

    public Task<int> VersionAsync(string stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return InMemory.Run(() => store.State.Streams.GetValueOrDefault(stream, []).Count, cancellation);
    }

    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return InMemory.Run(
            () =>
            {
                ImmutableList<LedgerEntry> entries = store.State.Log(log).Entries;
                int from = (int)Math.Min(afterSequence, entries.Count);
                return entries.GetRange(from, Math.Min(most, entries.Count - from)).ToImmutableArray();
            },
            cancellation);
    }

    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => InMemory.Run(
        () =>
        {
            InMemoryLog kept = store.State.Log(log);
            return new LedgerHead(kept.Size, kept.Root);
        },
        cancellation);

    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return InMemory.Run(
            () =>
            {
                InMemoryLog kept = store.State.Log(log);
                return nodes.Select(node => kept.Find(node)
                    ?? throw new ArgumentException($"The {log} log has no complete subtree {node.Index} of level {node.Level}.", nameof(nodes))).ToImmutableArray();
            },
            cancellation);
    }
}

using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>The two logs: read from memory, written to the file first.</summary>
internal sealed class JournalLedger(JournalStore store) : ILedger
{
    public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => store.CommitAsync(commit, cancellation);

    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => store.Memory.Ledger.ReadStreamAsync(stream, cancellation);

    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) => store.Memory.Ledger.ReadAsync(log, afterSequence, most, cancellation);

    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => store.Memory.Ledger.HeadAsync(log, cancellation);

    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) => store.Memory.Ledger.ReadNodesAsync(log, nodes, cancellation);
}

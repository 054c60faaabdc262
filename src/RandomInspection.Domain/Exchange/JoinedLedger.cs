using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>A log whose next commit takes more appends with it: a message comes in with its effect, or neither.</summary>
/// <remarks>A dry one writes nothing: what would be written has passed every check of the workflow.</remarks>
internal sealed class JoinedLedger(ILedger ledger, ImmutableArray<StreamAppend> joined, bool isDry = false) : ILedger
{
    /// <summary>Whether the one commit was made.</summary>
    public bool IsCommitted { get; private set; }

    public async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (IsCommitted)
        {
            throw new InvalidOperationException("An effect of a message is one commit.");
        }

        ImmutableArray<LedgerEntry> entries = isDry ? [] : await ledger.CommitAsync(commit with { Appends = [.. commit.Appends, .. joined] }, cancellation);
        IsCommitted = true;
        return entries;
    }

    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => ledger.ReadStreamAsync(stream, cancellation);

    public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, int afterVersion, int most, CancellationToken cancellation) =>
        ledger.ReadStreamAsync(stream, afterVersion, most, cancellation);

    public Task<int> VersionAsync(string stream, CancellationToken cancellation) => ledger.VersionAsync(stream, cancellation);

    public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        ledger.ReadAsync(log, afterSequence, most, cancellation);

    public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => ledger.HeadAsync(log, cancellation);

    public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
        ledger.ReadNodesAsync(log, nodes, cancellation);
}

using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>A log whose next commit takes more appends with it: a message comes in with its effect, or neither.</summary>
/// <remarks>A dry one writes nothing: what would be written has passed every check of the workflow.</remarks>
internal sealed class JoinedLedger(ILedger ledger, ImmutableArray<StreamAppend> joined, bool isDry = false) : ForwardingLedger(ledger)
{
    /// <summary>Whether the one commit was made.</summary>
    public bool IsCommitted { get; private set; }

    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (IsCommitted)
        {
            throw new InvalidOperationException("An effect of a message is one commit.");
        }

        ImmutableArray<LedgerEntry> entries = isDry ? [] : await Inner.CommitAsync(commit with { Appends = [.. commit.Appends, .. joined] }, cancellation);
        IsCommitted = true;
        return entries;
    }
}

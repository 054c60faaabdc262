using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>What the law attaches to an event, to be written in the same transaction: an approval raises a duty to publish.</summary>
public interface ILedgerConsequence
{
    /// <summary>What follows from a commit.</summary>
    /// <param name="commit">What is about to be written.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Further appends and rows; nothing if nothing follows.</returns>
    ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(LedgerCommit commit, CancellationToken cancellation);
}

using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Is told what was written, after it was written: a checkpoint is due after a draw. A host implements it.</summary>
public interface ILedgerObserver
{
    /// <summary>Entries were written; they stand, whatever the observer does. It returns at once and throws nothing.</summary>
    /// <param name="entries">The entries of one commit in order.</param>
    void Written(ImmutableArray<LedgerEntry> entries);
}

namespace RandomInspection.Ledger;

/// <summary>Which of the two logs of a store: each has a sequence and a tree of its own.</summary>
public enum LedgerLog
{
    /// <summary>公开留痕：what may be proved to anybody.</summary>
    Public,

    /// <summary>密封留痕：what is secret until a surprise inspection has ended; the public log carries a blinded commitment of it a day.</summary>
    Sealed,
}

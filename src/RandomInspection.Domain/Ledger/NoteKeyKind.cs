namespace RandomInspection.Ledger;

/// <summary>What the signatures of a key state.</summary>
public enum NoteKeyKind
{
    /// <summary>留痕：the log had this root.</summary>
    Log,

    /// <summary>见证人：the log only grew since the witness saw it before, and this is the largest it has seen at that moment.</summary>
    Witness,
}

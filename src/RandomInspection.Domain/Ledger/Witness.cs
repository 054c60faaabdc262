using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>见证人：another department that keeps in mind how far a log had grown, and cosigns what grew out of that and nothing else.</summary>
/// <remarks>
/// What it has seen is the caller's to keep, on the disk before the cosignature leaves the house; else a witness that crashes could
/// sign both sides of a fork. Source: c2sp.org/tlog-witness@v1.
/// </remarks>
public static class Witness
{
    /// <summary>Judges a checkpoint by the one that was seen last.</summary>
    /// <param name="log">The log's key.</param>
    /// <param name="seen">The checkpoint that was seen last; <see langword="null"/> at the first time, when there is nothing to compare with.</param>
    /// <param name="offered">The checkpoint with the proof from the one that was seen; from 0 at the first time.</param>
    /// <exception cref="InputRefusedException">
    /// One of them is no checkpoint (RI6013) of that log (RI6016) or not signed by its key (RI6014, RI6015), or the proof begins at another size (RI6021).
    /// </exception>
    public static WitnessFinding Judge(NoteKey log, SignedNote? seen, GrowthProof offered)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(offered);
        LedgerHead now = HeadOf(log, offered.Note);
        if (seen is null)
        {
            return offered.OldSize == 0 && offered.Path.IsEmpty ? new WitnessFinding.Grown(null, offered.Note) : throw OtherSize(offered, 0);
        }

        LedgerHead before = HeadOf(log, seen);
        if (now.Size < before.Size)
        {
            return new WitnessFinding.RolledBack(seen, offered.Note);
        }

        if (now.Size == before.Size)
        {
            return now.Root == before.Root ? new WitnessFinding.Grown(seen, offered.Note) : new WitnessFinding.Forked(seen, offered.Note);
        }

        return offered.OldSize != before.Size ? throw OtherSize(offered, before.Size)
            : offered.Holds(before) ? new WitnessFinding.Grown(seen, offered.Note)
            : new WitnessFinding.Forked(seen, offered.Note);
    }

    /// <summary>Cosigns a checkpoint that only grew.</summary>
    /// <param name="name">The witness's name: 1 to 200 characters without white space, control characters and plus signs.</param>
    /// <param name="grown">What <see cref="Judge"/> found.</param>
    /// <param name="signer">The witness's signer.</param>
    /// <param name="algorithms">The algorithms that are known.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <returns>The checkpoint with the witness's line.</returns>
    /// <exception cref="InputRefusedException">The name cannot stand in a signature line (RI6012), or what the signer gave does not verify (RI1343).</exception>
    public static async ValueTask<SignedNote> CosignAsync(
        string name, WitnessFinding.Grown grown, ISigner signer, SignatureAlgorithms algorithms, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grown);
        ArgumentNullException.ThrowIfNull(signer);
        NoteKey own = NoteKey.Of(name, NoteKeyKind.Witness, signer.Key, algorithms);
        return grown.Offered.With(await own.SignAsync(grown.Offered.Text, signer, at, cancellation));
    }

    private static LedgerHead HeadOf(NoteKey log, SignedNote note)
    {
        Checkpoint checkpoint = Checkpoint.Of(note);
        if (checkpoint.Origin != log.Name)
        {
            throw LedgerRefusals.OtherLog.Refuse(("expected", log.Name), ("origin", checkpoint.Origin));
        }

        note.Require(log);
        return checkpoint.Head;
    }

    private static InputRefusedException OtherSize(GrowthProof offered, long size) => LedgerRefusals.OtherOldSize.Refuse(("old", offered.OldSize), ("size", size));
}

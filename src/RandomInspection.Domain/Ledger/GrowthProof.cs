using System.Collections.Immutable;
using System.Globalization;

namespace RandomInspection.Ledger;

/// <summary>一致性证明：a checkpoint with the proof that it grew out of a smaller tree, as a witness takes it (c2sp.org/tlog-witness@v1, add-checkpoint).</summary>
public sealed class GrowthProof
{
    internal GrowthProof(long oldSize, ImmutableArray<byte[]> path, SignedNote note) => (OldSize, Path, Note) = (oldSize, path, note);

    /// <summary>Entries of the smaller tree, 0 or more.</summary>
    public long OldSize { get; }

    /// <summary>The proof; empty if the smaller tree is empty or the same.</summary>
    public ImmutableArray<byte[]> Path { get; }

    /// <summary>The checkpoint of the larger tree.</summary>
    public SignedNote Note { get; }

    /// <summary>The proof that bytes are.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <exception cref="InputRefusedException">They are none (RI6017), or the checkpoint is no signed note (RI6010).</exception>
    public static GrowthProof Parse(ReadOnlySpan<byte> bytes)
    {
        (long oldSize, ImmutableArray<byte[]> path, SignedNote note) = ProofText.Read(bytes, "", "old");
        return new GrowthProof(oldSize, path, note);
    }

    /// <summary>Whether the proof leads from the smaller tree's root to the checkpoint's.</summary>
    /// <param name="old">The smaller tree, of <see cref="OldSize"/> entries.</param>
    /// <exception cref="InputRefusedException">The note is no checkpoint (RI6013).</exception>
    public bool Holds(LedgerHead old)
    {
        ArgumentNullException.ThrowIfNull(old);
        LedgerHead head = Checkpoint.Of(Note).Head;
        return old.Size == OldSize
            && LedgerLeaf.Tree.VerifyConsistency(OldSize, head.Size, Path, Convert.FromHexString(old.Root), Convert.FromHexString(head.Root));
    }

    /// <summary>The proof as a text.</summary>
    public override string ToString() => ProofText.Write(string.Create(CultureInfo.InvariantCulture, $"old {OldSize}\n"), Path, Note);
}

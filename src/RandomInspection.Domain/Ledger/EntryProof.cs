using System.Collections.Immutable;
using System.Globalization;

namespace RandomInspection.Ledger;

/// <summary>包含证明：the proof that an entry stands in a checkpoint, which anybody checks without asking anyone (c2sp.org/tlog-proof@v1).</summary>
/// <remarks>At 10⁶ entries 20 hashes: 936 characters besides the checkpoint.</remarks>
public sealed class EntryProof
{
    private const string First = "c2sp.org/tlog-proof@v1\n";

    internal EntryProof(long sequence, ImmutableArray<byte[]> path, SignedNote note) => (Sequence, Path, Note) = (sequence, path, note);

    /// <summary>The entry's sequence, from 1; in the text it is counted from 0.</summary>
    public long Sequence { get; }

    /// <summary>The proof, from the leaf up.</summary>
    public ImmutableArray<byte[]> Path { get; }

    /// <summary>The checkpoint.</summary>
    public SignedNote Note { get; }

    /// <summary>The proof that bytes are. Extra data, which nobody signs, is not read.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <exception cref="InputRefusedException">They are none (RI6017), or the checkpoint is no signed note (RI6010).</exception>
    public static EntryProof Parse(ReadOnlySpan<byte> bytes)
    {
        (long index, ImmutableArray<byte[]> path, SignedNote note) = ProofText.Read(bytes, First, "index");
        return new EntryProof(index + 1, path, note);
    }

    /// <summary>Whether the proof leads from an entry to the checkpoint's root. Who signed the checkpoint is another question: <see cref="SignedNote.Require"/>.</summary>
    /// <param name="leaf">The entry's canonical bytes (<see cref="LedgerLeaf.Bytes"/>).</param>
    /// <exception cref="InputRefusedException">The note is no checkpoint (RI6013).</exception>
    public bool Holds(ReadOnlySpan<byte> leaf)
    {
        LedgerHead head = Checkpoint.Of(Note).Head;
        return LedgerLeaf.Tree.Verify(LedgerLeaf.Tree.Leaf(leaf), Sequence - 1, head.Size, Path, Convert.FromHexString(head.Root));
    }

    /// <summary>The proof as a text.</summary>
    public override string ToString() => ProofText.Write(string.Create(CultureInfo.InvariantCulture, $"{First}index {Sequence - 1}\n"), Path, Note);
}

using System.Collections.Immutable;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>The salted Merkle tree over a frame's lines.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
internal static class FrameTree
{
    private const int SaltBytes = 16;

    /// <summary>The order of partitions' names: by UTF-8 bytes.</summary>
    public static readonly Comparer<string> Utf8Order = Comparer<string>.Create(static (x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)));

    public static MerkleTree Over(IDrawHash hash) => new(hash.Hash);

    public static Digest Root(Frame frame, FrameKey key, IDrawHash hash)
    {
        MerkleTree tree = Over(hash);
        return Digest.Of(tree.Root(frame.Units.Select(unit => Leaf(tree, unit, Salt(key, unit.Id, hash)))));
    }

    /// <summary>The root over the partitions' leaves, in the order of their names' bytes.</summary>
    public static Digest Root(ImmutableArray<FramePartition> partitions, IDrawHash hash)
    {
        FramePartition[] sorted = [.. partitions.OrderBy(partition => partition.Name, Utf8Order)];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
            {
                throw DrawingRefusals.DuplicatePartition.Refuse(("name", sorted[i].Name));
            }
        }

        MerkleTree tree = Over(hash);
        return sorted.Length == 1 ? sorted[0].Root : Digest.Of(tree.Root(sorted.Select(partition => tree.Leaf(Encoding.UTF8.GetBytes(partition.ToString())))));
    }

    public static InclusionProof? Prove(Frame frame, FrameKey key, IDrawHash hash, string id)
    {
        int index = frame.IndexOf(id);
        if (index < 0)
        {
            return null;
        }

        MerkleTree tree = Over(hash);
        byte[][] leaves = [.. frame.Units.Select(unit => Leaf(tree, unit, Salt(key, unit.Id, hash)))];
        ImmutableArray<Digest> path = [.. tree.Prove(leaves, index).Select(node => Digest.Of(node))];
        return new InclusionProof(frame.Units[index], Salt(key, id, hash), index, frame.Size, path);
    }

    public static bool Verify(InclusionProof proof, Digest root, IDrawHash hash)
    {
        MerkleTree tree = Over(hash);
        return tree.Verify(
            Leaf(tree, proof.Unit, proof.Salt),
            proof.LeafIndex,
            proof.FrameSize,
            [.. proof.Path.Select(node => Convert.FromHexString(node.Hex))],
            Convert.FromHexString(root.Hex));
    }

    private static byte[] Leaf(MerkleTree tree, FrameUnit unit, string salt) => tree.Leaf(Encoding.UTF8.GetBytes($"{salt}\t{unit}"));

    /// <summary>The first 16 bytes of H(frame key's 64 characters, then id), in hex.</summary>
    private static string Salt(FrameKey key, string id, IDrawHash hash)
    {
        Span<byte> message = stackalloc byte[64 + FrameUnit.MaxIdLength];
        Span<byte> digest = stackalloc byte[32];
        int length = Encoding.ASCII.GetBytes(key.Hex, message);
        length += Encoding.ASCII.GetBytes(id, message[length..]);
        hash.Hash(message[..length], digest);
        return Convert.ToHexStringLower(digest[..SaltBytes]);
    }
}

using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>The right edge of a growing Merkle tree: enough to append a leaf and to know the root.</summary>
/// <remarks>
/// One complete subtree for each set bit of the size, largest first: O(log n) memory, amortised O(1) an append.
/// Source: RFC 9162 §2.1.2.
/// </remarks>
public sealed class MerkleFrontier
{
    private readonly ImmutableStack<byte[]> _subtrees;

    private MerkleFrontier(long size, ImmutableStack<byte[]> subtrees)
    {
        Size = size;
        _subtrees = subtrees;
    }

    /// <summary>The frontier of the tree without leaves.</summary>
    public static MerkleFrontier Empty { get; } = new(0, []);

    /// <summary>Leaves in the tree.</summary>
    public long Size { get; }

    /// <summary>The frontier that bytes of <see cref="ToBytes"/> keep.</summary>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="bytes">32 bytes for each complete subtree, largest first.</param>
    /// <exception cref="ArgumentException">The number of subtrees is not the number of set bits of the size.</exception>
    public static MerkleFrontier FromBytes(long size, ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (bytes.Length != 32 * long.PopCount(size))
        {
            throw new ArgumentException($"A frontier of {size} leaves has {long.PopCount(size)} subtrees of 32 bytes, not {bytes.Length} bytes.", nameof(bytes));
        }

        ImmutableStack<byte[]> subtrees = [];
        for (; !bytes.IsEmpty; bytes = bytes[32..])
        {
            subtrees = subtrees.Push(bytes[..32].ToArray());
        }

        return new MerkleFrontier(size, subtrees);
    }

    /// <summary>The subtrees' hashes, largest first, 32 bytes each.</summary>
    public byte[] ToBytes() => [.. _subtrees.Reverse().SelectMany(s => s)];

    /// <summary>The frontier with one leaf more.</summary>
    /// <param name="tree">The tree's hash.</param>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="completed">Told of every subtree that is complete with it, the leaf first; <see langword="null"/> if nobody asks. On average 2.</param>
    public MerkleFrontier Append(MerkleTree tree, byte[] leaf, Action<TreeNode, byte[]>? completed = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        byte[] carried = leaf;
        ImmutableStack<byte[]> subtrees = _subtrees;
        int level = 0;
        long size = Size;
        completed?.Invoke(new TreeNode(0, size), carried);
        for (; (size & 1) == 1; size /= 2)
        {
            subtrees = subtrees.Pop(out byte[] left);
            carried = tree.Node(left, carried);
            completed?.Invoke(new TreeNode(++level, size / 2), carried);
        }

        return new MerkleFrontier(Size + 1, subtrees.Push(carried));
    }

    /// <summary>The tree's root.</summary>
    /// <param name="tree">The tree's hash.</param>
    public byte[] Root(MerkleTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (_subtrees.IsEmpty)
        {
            return tree.EmptyRoot();
        }

        ImmutableStack<byte[]> rest = _subtrees.Pop(out byte[] root);
        foreach (byte[] left in rest)
        {
            root = tree.Node(left, root);
        }

        return root;
    }
}

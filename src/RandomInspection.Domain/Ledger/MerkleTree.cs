namespace RandomInspection.Ledger;

/// <summary>Writes the 32-byte digest of a message.</summary>
/// <param name="message">Any bytes.</param>
/// <param name="digest">32 bytes to write to.</param>
public delegate void HashFunction(ReadOnlySpan<byte> message, Span<byte> digest);

/// <summary>The Merkle Tree Hash of RFC 9162 §2.1: roots, inclusion and consistency proofs and their verification, over leaf hashes.</summary>
/// <remarks>Leaves are hashed with the prefix 0x00, nodes with 0x01. The tree of no leaves has the hash of the empty message.</remarks>
public sealed class MerkleTree
{
    private const int DigestLength = 32;

    private readonly HashFunction _hash;

    /// <summary>A tree over a hash of 32 bytes.</summary>
    /// <param name="hash">The hash.</param>
    public MerkleTree(HashFunction hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        _hash = hash;
    }

    /// <summary>The hash of a leaf: H(0x00 ‖ data).</summary>
    /// <param name="data">The leaf's bytes.</param>
    public byte[] Leaf(ReadOnlySpan<byte> data)
    {
        byte[] digest = new byte[DigestLength];
        // Stryker disable once Conditional,Equality: where the bytes stand changes nothing
        Span<byte> message = data.Length < 512 ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        message[0] = 0x00;
        data.CopyTo(message[1..]);
        _hash(message, digest);
        return digest;
    }

    /// <summary>The hash of an inner node: H(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">32 bytes.</param>
    /// <param name="right">32 bytes.</param>
    public byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * DigestLength)];
        message[0] = 0x01;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + DigestLength)..]);
        byte[] digest = new byte[DigestLength];
        _hash(message, digest);
        return digest;
    }

    /// <summary>The root over leaf hashes (§2.1.1).</summary>
    /// <param name="leaves">Leaf hashes in order.</param>
    /// <remarks>O(n) time, O(log n) memory.</remarks>
    public byte[] Root(IEnumerable<byte[]> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        MerkleFrontier frontier = MerkleFrontier.Empty;
        foreach (byte[] leaf in leaves)
        {
            frontier = frontier.Append(this, leaf);
        }

        return frontier.Root(this);
    }

    /// <summary>The hash of the empty tree: H of nothing.</summary>
    public byte[] EmptyRoot()
    {
        byte[] digest = new byte[DigestLength];
        _hash([], digest);
        return digest;
    }

    /// <summary>The inclusion proof of one leaf (§2.1.3.1), from the leaf up.</summary>
    /// <param name="leaves">All leaf hashes in order.</param>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not a leaf's place.</exception>
    public IReadOnlyList<byte[]> Prove(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);

        // Level by level: a node without a right sibling rises unchanged, which is the same tree as the RFC's recursive split.
        List<byte[]> path = [];
        List<byte[]> level = [.. leaves];
        while (level.Count > 1)
        {
            int sibling = index ^ 1;
            if (sibling < level.Count)
            {
                path.Add(level[sibling]);
            }

            // Stryker disable once Arithmetic: it grows as it must
            List<byte[]> above = new((level.Count + 1) / 2);
            for (int i = 0; i < level.Count; i += 2)
            {
                above.Add(i + 1 < level.Count ? Node(level[i], level[i + 1]) : level[i]);
            }

            (level, index) = (above, index / 2);
        }

        return path;
    }

    /// <summary>Whether a proof leads from a leaf to a root (§2.1.3.2).</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="path">The proof, from the leaf up.</param>
    /// <param name="root">The tree's root.</param>
    public bool Verify(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size)
        {
            return false;
        }

        long fn = index, sn = size - 1;
        byte[] running = leaf.ToArray();
        foreach (byte[] sibling in path)
        {
            if (sn == 0 || sibling.Length != DigestLength)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                running = Node(sibling, running);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn / 2, sn / 2);
                }
            }
            else
            {
                running = Node(running, sibling);
            }

            (fn, sn) = (fn / 2, sn / 2);
        }

        return sn == 0 && root.SequenceEqual(running);
    }

    /// <summary>Whether a proof shows that a tree grew out of a smaller one (§2.1.4.2).</summary>
    /// <param name="oldSize">Leaves in the smaller tree, 0 or more; everything grows out of the empty tree.</param>
    /// <param name="size">Leaves in the larger tree.</param>
    /// <param name="path">The proof; empty if the sizes are the same or the smaller tree is empty.</param>
    /// <param name="oldRoot">The smaller tree's root.</param>
    /// <param name="root">The larger tree's root.</param>
    public bool VerifyConsistency(long oldSize, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (oldSize < 0 || oldSize > size || path.Any(node => node.Length != DigestLength))
        {
            return false;
        }

        if (oldSize == 0 || oldSize == size)
        {
            return path.Count == 0 && (oldSize == size ? oldRoot.SequenceEqual(root) : oldRoot.SequenceEqual(EmptyRoot()));
        }

        // A smaller tree that is complete is a node of the larger one: its root begins the proof without standing in it.
        int first = long.IsPow2(oldSize) ? 0 : 1;
        if (path.Count < first)
        {
            return false;
        }

        long fn = oldSize - 1, sn = size - 1;
        while ((fn & 1) == 1)
        {
            (fn, sn) = (fn / 2, sn / 2);
        }

        byte[] old = first == 0 ? oldRoot.ToArray() : path[0], whole = old;
        foreach (byte[] node in path.Skip(first))
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                (old, whole) = (Node(node, old), Node(node, whole));
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn / 2, sn / 2);
                }
            }
            else
            {
                whole = Node(whole, node);
            }

            (fn, sn) = (fn / 2, sn / 2);
        }

        return sn == 0 && oldRoot.SequenceEqual(old) && root.SequenceEqual(whole);
    }

    /// <summary>The hash of complete subtrees put together from the right, as at the edge of a tree.</summary>
    internal byte[] Join(IReadOnlyList<byte[]> subtrees, int from, int count)
    {
        byte[] joined = subtrees[from + count - 1];
        for (int i = from + count - 2; i >= from; i--)
        {
            joined = Node(subtrees[i], joined);
        }

        return joined;
    }
}

using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Which complete subtrees proofs are made of, so that a store reads O(log n) of them (RFC 9162 §2.1).</summary>
public static class MerkleProofs
{
    /// <summary>The complete subtrees of a tree, largest first: one for each set bit of the size, as <see cref="MerkleFrontier"/> keeps them.</summary>
    /// <param name="size">Leaves in the tree, 0 or more.</param>
    public static ImmutableArray<TreeNode> Subtrees(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Cover(0, size);
    }

    /// <summary>What the inclusion proof of a leaf is made of (§2.1.3.1).</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="size">Leaves in the tree.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not a leaf's place.</exception>
    public static MerkleProofPlan Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        ImmutableArray<ImmutableArray<TreeNode>>.Builder path = ImmutableArray.CreateBuilder<ImmutableArray<TreeNode>>();
        for ((long from, long to) = (0, size); to - from > 1;)
        {
            long middle = Middle(from, to);
            (ImmutableArray<TreeNode> sibling, from, to) = index < middle ? (Cover(middle, to), from, middle) : (Cover(from, middle), middle, to);
            path.Add(sibling);
        }

        path.Reverse();
        return new MerkleProofPlan(path.ToImmutable());
    }

    /// <summary>What the proof is made of that a tree grew out of a smaller one (§2.1.4.1); nothing if one of them is empty or both are the same.</summary>
    /// <param name="oldSize">Leaves in the smaller tree, 0 or more.</param>
    /// <param name="size">Leaves in the larger tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smaller tree is larger.</exception>
    public static MerkleProofPlan Consistency(long oldSize, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        ImmutableArray<ImmutableArray<TreeNode>>.Builder path = ImmutableArray.CreateBuilder<ImmutableArray<TreeNode>>();
        if (oldSize > 0 && oldSize < size)
        {
            (long from, long to) = (0, size);
            while (oldSize != to)
            {
                long middle = Middle(from, to);
                (ImmutableArray<TreeNode> other, from, to) = oldSize <= middle ? (Cover(middle, to), from, middle) : (Cover(from, middle), middle, to);
                path.Add(other);
            }

            // What is left is a subtree of both; whoever knows the old root knows it already if it is the whole old tree.
            if (from > 0)
            {
                path.Add(Cover(from, to));
            }

            path.Reverse();
        }

        return new MerkleProofPlan(path.ToImmutable());
    }

    /// <summary>Where a tree over leaves from one place up to another splits: after the largest power of two smaller than their number.</summary>
    private static long Middle(long from, long to) => from + (1L << (int)long.Log2(to - from - 1));

    /// <summary>The largest complete subtrees that cover leaves from one place up to another, in order.</summary>
    private static ImmutableArray<TreeNode> Cover(long from, long to)
    {
        ImmutableArray<TreeNode>.Builder nodes = ImmutableArray.CreateBuilder<TreeNode>();
        while (from < to)
        {
            int level = (int)Math.Min(long.TrailingZeroCount(from), long.Log2(to - from));
            // Stryker disable once Bitwise: no place is negative
            nodes.Add(new TreeNode(level, from >> level));
            from += 1L << level;
        }

        return nodes.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Which complete subtrees a proof is made of, so that a store reads O(log n) of them (RFC 9162 §2.1).</summary>
public static class MerkleProofs
{
    /// <summary>The complete subtrees of a tree, largest first: one for each set bit of the size, as <see cref="MerkleFrontier"/> keeps them.</summary>
    /// <param name="size">Leaves in the tree, 0 or more.</param>
    public static ImmutableArray<TreeNode> Subtrees(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Between(0, size);
    }

    /// <summary>The largest complete subtrees that cover leaves from one place up to another, in order.</summary>
    private static ImmutableArray<TreeNode> Between(long from, long to)
    {
        ImmutableArray<TreeNode>.Builder nodes = ImmutableArray.CreateBuilder<TreeNode>();
        while (from < to)
        {
            int level = (int)Math.Min(long.TrailingZeroCount(from), long.Log2(to - from));
            nodes.Add(new TreeNode(level, from >> level));
            from += 1L << level;
        }

        return nodes.ToImmutable();
    }
}

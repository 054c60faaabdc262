using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>A proof that is still to be made: each of its hashes is that of one complete subtree, or of several at the tree's right edge put together.</summary>
public sealed class MerkleProofPlan
{
    private readonly ImmutableArray<ImmutableArray<TreeNode>> _parts;

    internal MerkleProofPlan(ImmutableArray<ImmutableArray<TreeNode>> parts) => _parts = parts;

    /// <summary>The subtrees to read, in the order in which <see cref="Make"/> takes their hashes: O(log n) of them, each once.</summary>
    public ImmutableArray<TreeNode> Nodes => [.. _parts.SelectMany(p => p)];

    /// <summary>The proof.</summary>
    /// <param name="tree">The tree's hash.</param>
    /// <param name="hashes">The hashes of <see cref="Nodes"/>, in that order.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public ImmutableArray<byte[]> Make(MerkleTree tree, IReadOnlyList<byte[]> hashes)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(hashes);
        if (hashes.Count != _parts.Sum(p => p.Length))
        {
            throw new ArgumentException($"This proof is made of {_parts.Sum(p => p.Length)} subtrees, not {hashes.Count}.", nameof(hashes));
        }

        ImmutableArray<byte[]>.Builder proof = ImmutableArray.CreateBuilder<byte[]>(_parts.Length);
        int next = 0;
        foreach (ImmutableArray<TreeNode> part in _parts)
        {
            proof.Add(tree.Join(hashes, next, part.Length));
            next += part.Length;
        }

        return proof.MoveToImmutable();
    }
}

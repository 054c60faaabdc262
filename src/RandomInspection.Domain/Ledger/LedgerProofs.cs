using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Proofs of a log, made from the subtrees that its store keeps: O(log n) rows read, however old the tree is that they are about.</summary>
public static class LedgerProofs
{
    /// <summary>The root that a log had when it had so many entries.</summary>
    /// <param name="ledger">The store.</param>
    /// <param name="log">Which log.</param>
    /// <param name="size">Entries, 0 up to those that stand now.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The log is not that long.</exception>
    public static async Task<LedgerHead> HeadAtAsync(this ILedger ledger, LedgerLog log, long size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ImmutableArray<byte[]> subtrees = await ledger.ReadNodesAsync(log, MerkleProofs.Subtrees(size), cancellation);
        byte[] root = size == 0 ? LedgerLeaf.Tree.EmptyRoot() : LedgerLeaf.Tree.Join(subtrees, 0, subtrees.Length);
        return new LedgerHead(size, Convert.ToHexStringLower(root));
    }

    /// <summary>The proof that an entry stands in a log of a size, from the leaf up.</summary>
    /// <param name="ledger">The store.</param>
    /// <param name="log">Which log.</param>
    /// <param name="sequence">The entry's sequence, from 1.</param>
    /// <param name="size">Entries of the log that the proof is about.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The log is not that long, or the entry stands behind that size.</exception>
    public static async Task<ImmutableArray<byte[]>> ProveInclusionAsync(
        this ILedger ledger, LedgerLog log, long sequence, long size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        MerkleProofPlan plan = MerkleProofs.Inclusion(sequence - 1, size);
        return plan.Make(LedgerLeaf.Tree, await ledger.ReadNodesAsync(log, plan.Nodes, cancellation));
    }

    /// <summary>The proof that a log only grew from one size to another.</summary>
    /// <param name="ledger">The store.</param>
    /// <param name="log">Which log.</param>
    /// <param name="oldSize">Entries before.</param>
    /// <param name="size">Entries after.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The log is not that long, or shrank.</exception>
    public static async Task<ImmutableArray<byte[]>> ProveConsistencyAsync(
        this ILedger ledger, LedgerLog log, long oldSize, long size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        MerkleProofPlan plan = MerkleProofs.Consistency(oldSize, size);
        return plan.Make(LedgerLeaf.Tree, await ledger.ReadNodesAsync(log, plan.Nodes, cancellation));
    }
}

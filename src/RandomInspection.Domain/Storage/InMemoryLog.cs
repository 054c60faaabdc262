using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>One of the two logs, immutable: entries, and the hashes of complete subtrees by level and place.</summary>
internal sealed record InMemoryLog(ImmutableList<LedgerEntry> Entries, ImmutableArray<ImmutableList<byte[]>> Levels, MerkleFrontier Frontier)
{
    public static InMemoryLog Empty { get; } = new([], [], MerkleFrontier.Empty);

    public long Size => Entries.Count;

    public string Root => Convert.ToHexStringLower(Frontier.Root(LedgerLeaf.Tree));

    public InMemoryLog Append(ImmutableArray<LedgerEntry> added)
    {
        List<List<byte[]>> completed = [];
        MerkleFrontier frontier = Frontier;
        foreach (LedgerEntry entry in added)
        {
            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) =>
            {
                while (completed.Count <= node.Level)
                {
                    completed.Add([]);
                }

                completed[node.Level].Add(hash);
            });
        }

        return new InMemoryLog(
            Entries.AddRange(added),
            [.. Enumerable.Range(0, Math.Max(completed.Count, Levels.Length)).Select(level => Level(level).AddRange(level < completed.Count ? completed[level] : []))],
            frontier);
    }

    /// <summary>The hash of a complete subtree; <see langword="null"/> if it is not complete yet.</summary>
    public byte[]? Find(TreeNode node) => node.Level >= 0 && node.Index >= 0 && node.Index < Level(node.Level).Count ? [.. Level(node.Level)[(int)node.Index]] : null;

    private ImmutableList<byte[]> Level(int level) => level < Levels.Length ? Levels[level] : [];
}

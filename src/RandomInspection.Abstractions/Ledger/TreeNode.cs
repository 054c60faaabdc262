namespace RandomInspection.Ledger;

/// <summary>The place of a complete subtree in a log's Merkle tree: it covers the leaves from <c>Index · 2^Level</c> up to <c>(Index + 1) · 2^Level</c>, from 0, the last not included.</summary>
/// <param name="Level">Its height: 0 for a leaf.</param>
/// <param name="Index">Its place among those of its height, from 0.</param>
/// <remarks>Once complete it never changes, whatever is appended. Source: RFC 9162 §2.1.</remarks>
public readonly record struct TreeNode(int Level, long Index);

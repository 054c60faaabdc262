using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>The Merkle Tree Hash by the recursive split of RFC 9162 §2.1.1, as it is written there; no code of the store's tree.</summary>
internal static class PlainTree
{
    /// <summary>The root over entries as they were read, 64 lower-case hex characters.</summary>
    public static string Root(IReadOnlyList<LedgerEntry> entries) => Convert.ToHexStringLower(Hash(entries));

    /// <summary>The hash of a complete subtree.</summary>
    public static byte[] Hash(IReadOnlyList<LedgerEntry> entries, TreeNode node)
    {
        int first = (int)(node.Index << node.Level);
        return Hash([.. entries.Skip(first).Take(1 << node.Level)]);
    }

    private static byte[] Hash(IReadOnlyList<LedgerEntry> entries)
    {
        byte[][] leaves = [.. entries.Select(e => SHA256.HashData([0x00, .. LedgerLeaf.Bytes(e)]))];
        return Hash(leaves);
    }

    private static byte[] Hash(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.IsEmpty ? SHA256.HashData([]) : leaves[0];
        }

        int left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return SHA256.HashData([0x01, .. Hash(leaves[..left]), .. Hash(leaves[left..])]);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The hashes of complete subtrees, as rows: two an entry on average, written once.</summary>
internal static class LedgerNodes
{
    private const int EntriesAtOnce = 10_000;

    /// <summary>The subtrees' hashes in the order asked for.</summary>
    public static async Task<ImmutableArray<byte[]>> ReadAsync(
        this InspectionContext context, LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        string places = string.Join(", ", nodes.Distinct().Select(n => string.Create(CultureInfo.InvariantCulture, $"({n.Level}, {n.Index})")));
        string sql = $$"""
            SELECT n.* FROM (VALUES {{places}}) AS p
            JOIN "ledger_node" AS n ON n."Log" = {0} AND n."Level" = p.column1 AND n."Index" = p.column2
            """;
        Dictionary<TreeNode, byte[]> found = await context.Nodes.FromSqlRaw(sql, (int)log).AsNoTracking()
            .ToDictionaryAsync(row => new TreeNode(row.Level, row.Index), row => row.Hash, cancellation);
        return
        [
            .. nodes.Select(node => found.TryGetValue(node, out byte[]? hash)
                ? hash
                : throw new ArgumentException($"The {log} log has no complete subtree {node.Index} of level {node.Level}.", nameof(nodes))),
        ];
    }

    /// <summary>Fills in the subtrees of entries that were written before subtrees were kept; all or none.</summary>
    public static async Task FillInAsync(this InspectionContext context, LedgerLog log, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        long size = await context.Entries(log).Select(e => (long?)e.Sequence).MaxAsync(cancellation) ?? 0;
        long kept = await context.Nodes.Where(n => n.Log == (int)log && n.Level == 0).Select(n => (long?)n.Index).MaxAsync(cancellation) + 1 ?? 0;
        if (kept >= size)
        {
            return;
        }

        MerkleFrontier frontier = MerkleFrontier.FromBytes(kept, [.. (await context.ReadAsync(log, MerkleProofs.Subtrees(kept), cancellation)).SelectMany(h => h)]);
        while (frontier.Size < size)
        {
            List<LedgerNodeRow> completed = [];
            long after = frontier.Size;
            foreach (LedgerRow row in await context.Entries(log).AsNoTracking()
                .Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(EntriesAtOnce).ToListAsync(cancellation))
            {
                frontier = frontier.Append(
                    LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(row.ToEntry(log))), (node, hash) => completed.Add(LedgerNodeRow.Of(log, node, hash)));
            }

            await context.InsertAsync(context.Nodes.EntityType, completed, completed.Count, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}

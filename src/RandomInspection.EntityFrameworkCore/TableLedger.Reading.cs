using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <content>Reading, which no writer waits for.</content>
internal sealed partial class TableLedger
{
    private static readonly ImmutableArray<LedgerLog> Logs = [LedgerLog.Public, LedgerLog.Sealed];

    public async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation)
    {
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        foreach (LedgerLog log in Logs)
        {
            List<LedgerRow> rows = await context.Entries(log).AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).ToListAsync(cancellation);
            if (rows.Count > 0)
            {
                return [.. rows.Select(e => e.ToEntry(log))];
            }
        }

        return [];
    }

    public async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, int afterVersion, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        foreach (LedgerLog log in Logs)
        {
            List<LedgerRow> rows = await context.Entries(log).AsNoTracking()
                .Where(e => e.Stream == stream && e.Version > afterVersion).OrderBy(e => e.Version).Take(most).ToListAsync(cancellation);
            if (rows.Count > 0)
            {
                return [.. rows.Select(e => e.ToEntry(log))];
            }
        }

        return [];
    }

    public async Task<int> VersionAsync(string stream, CancellationToken cancellation)
    {
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        return (await context.StreamsAsync([stream], cancellation)).GetValueOrDefault(stream).Version;
    }

    public async Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (await context.Entries(log).AsNoTracking().Where(e => e.Sequence > afterSequence).OrderBy(e => e.Sequence).Take(most).ToListAsync(cancellation))
                .Select(e => e.ToEntry(log)),
        ];
    }

    public async Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation)
    {
        int id = LedgerHeadRow.IdOf(log);
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        LedgerHeadRow? head = await context.Heads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellation);
        return head is null
            ? new LedgerHead(0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot()))
            : new LedgerHead(head.Size, head.Root);
    }

    public async Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        return await context.ReadAsync(log, nodes, cancellation);
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <content>Reading, which no writer waits for.</content>
internal sealed partial class TableLedger
{
    private static readonly ImmutableArray<LedgerLog> Logs = [LedgerLog.Public, LedgerLog.Sealed];

    // Compiled once, because they are asked for with almost every request; for this ledger's own model.
    private readonly ImmutableArray<Func<InspectionContext, string, int, IAsyncEnumerable<LedgerRow>>> _rows = [.. Logs.Select(log => RowsIn(InspectionContext.TableOf(log)))];
    private readonly Func<InspectionContext, int, CancellationToken, Task<LedgerHeadRow?>> _head =
        EF.CompileAsyncQuery((InspectionContext context, int id, CancellationToken cancellation) => context.Set<LedgerHeadRow>().AsNoTracking().SingleOrDefault(h => h.Id == id));

    public async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation)
    {
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);
        ImmutableArray<LedgerEntry> kept = _streams.Find(stream);
        ImmutableArray<LedgerEntry> entries = kept.IsDefault ? [] : await ReadOnAsync(context, kept, cancellation);
        for (int log = 0; entries.IsEmpty && log < Logs.Length; log++)
        {
            entries = await ReadStreamAsync(context, Logs[log], stream, 0, cancellation);
        }

        if (entries != kept)
        {
            _streams.Keep(stream, entries);
        }

        return entries;
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

        // Where it stands once, it stands for ever.
        IEnumerable<LedgerLog> logs = _streams.Find(stream) is { IsDefault: false } kept ? [kept[0].Log] : Logs;
        return (await context.StreamsAsync([stream], logs, cancellation)).GetValueOrDefault(stream).Version;
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
        LedgerHeadRow? head = await _head(context, id, cancellation);
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

    /// <summary>What is kept and what was appended since; nothing if the last entry that is kept does not stand there any more.</summary>
    private async Task<ImmutableArray<LedgerEntry>> ReadOnAsync(InspectionContext context, ImmutableArray<LedgerEntry> kept, CancellationToken cancellation)
    {
        LedgerEntry last = kept[^1];
        ImmutableArray<LedgerEntry> since = await ReadStreamAsync(context, last.Log, last.Stream, last.Version - 1, cancellation);
        return since.IsEmpty || since[0] != last ? []
            : since.Length == 1 ? kept
            : [.. kept, .. since[1..]];
    }

    private async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(InspectionContext context, LedgerLog log, string stream, int afterVersion, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry>.Builder entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        await foreach (LedgerRow row in _rows[(int)log](context, stream, afterVersion).WithCancellation(cancellation))
        {
            entries.Add(row.ToEntry(log));
        }

        return entries.ToImmutable();
    }

    private static Func<InspectionContext, string, int, IAsyncEnumerable<LedgerRow>> RowsIn(string table) =>
        EF.CompileAsyncQuery<InspectionContext, string, int, LedgerRow>((context, stream, afterVersion) =>
            context.Set<LedgerRow>(table).AsNoTracking().Where(e => e.Stream == stream && e.Version > afterVersion).OrderBy(e => e.Version));
}

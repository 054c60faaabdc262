using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The logs stream by stream: memory is that of a page and of the largest stream.</summary>
internal static class StreamPages
{
    private const int EntriesAtOnce = 5_000;

    /// <summary>All streams whose names begin with one of these, kind after kind; then all others, if they are asked for.</summary>
    /// <param name="context">The store.</param>
    /// <param name="kinds">What names begin with, each ending in a slash.</param>
    /// <param name="others">Whether the streams of other kinds follow.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async IAsyncEnumerable<ImmutableArray<LedgerEntry>> ReadAsync(
        InspectionContext context, ImmutableArray<string> kinds, bool others, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<string> ranges = [.. kinds.Select(Range)];
        if (others)
        {
            ranges.Add($"NOT ({string.Join(" OR ", kinds.Select(Range))})");
        }

        foreach (string range in ranges)
        {
            foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
            {
                await foreach (ImmutableArray<LedgerEntry> stream in ReadAsync(context, log, range, cancellation))
                {
                    yield return stream;
                }
            }
        }
    }

    private static async IAsyncEnumerable<ImmutableArray<LedgerEntry>> ReadAsync(
        InspectionContext context, LedgerLog log, string range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry>.Builder stream = ImmutableArray.CreateBuilder<LedgerEntry>();
        while (true)
        {
            List<LedgerEntry> page = await PageAsync(context, log, range, stream.LastOrDefault(), cancellation);
            foreach (LedgerEntry entry in page)
            {
                if (stream.Count > 0 && stream[0].Stream != entry.Stream)
                {
                    yield return stream.DrainToImmutable();
                }

                stream.Add(entry);
            }

            if (page.Count < EntriesAtOnce)
            {
                break;
            }
        }

        if (stream.Count > 0)
        {
            yield return stream.DrainToImmutable();
        }
    }

    private static async Task<List<LedgerEntry>> PageAsync(
        InspectionContext context, LedgerLog log, string range, LedgerEntry? after, CancellationToken cancellation)
    {
        await using DbCommand select = context.Database.GetDbConnection().CreateCommand();
        select.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        select.CommandTimeout = 0;
#pragma warning disable CA2100 // Tables and kinds are named in this library.
        select.CommandText =
            $"SELECT \"Sequence\", \"Stream\", \"Version\", \"Type\", \"Actor\", \"Role\", \"Reason\", \"At\", \"Data\" FROM \"{InspectionContext.TableOf(log)}\" "
            + $"WHERE ({range}) AND (\"Stream\", \"Version\") > (@stream, @version) ORDER BY \"Stream\", \"Version\" LIMIT {EntriesAtOnce}";
#pragma warning restore CA2100
        foreach ((string name, object value) in new[] { ("@stream", (object)(after?.Stream ?? "")), ("@version", after?.Version ?? 0) })
        {
            DbParameter parameter = select.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            select.Parameters.Add(parameter);
        }

        List<LedgerEntry> page = [];
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            page.Add(new LedgerEntry(
                rows.GetInt64(0),
                rows.GetString(1),
                rows.GetInt32(2),
                rows.GetString(3),
                new Actor(rows.GetString(4), Enum.Parse<Role>(rows.GetString(5))),
                await rows.IsDBNullAsync(6, cancellation) ? null : rows.GetString(6),
                Instant.FromUnixTimeTicks(rows.GetInt64(7)),
                rows.GetString(8),
                log));
        }

        return page;
    }

    /// <summary>Names that begin with a kind: up to the character after the slash; a kind without a slash is a name.</summary>
    private static string Range(string kind) => !kind.EndsWith('/') ? $"\"Stream\" = '{kind}'" : $"\"Stream\" >= '{kind}' AND \"Stream\" < '{kind[..^1]}0'";
}

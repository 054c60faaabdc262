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
        List<(string Range, string From)> ranges = [.. kinds.Select(kind => (After(kind), kind))];
        if (others)
        {
            ranges.Add(($"(\"Stream\", \"Version\") > (@stream, @version) AND NOT ({string.Join(" OR ", kinds.Select(Range))})", ""));
        }

        foreach ((string range, string from) in ranges)
        {
            foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
            {
                await foreach (ImmutableArray<LedgerEntry> stream in ReadAsync(context, log, range, from, cancellation))
                {
                    yield return stream;
                }
            }
        }
    }

    private static async IAsyncEnumerable<ImmutableArray<LedgerEntry>> ReadAsync(
        InspectionContext context, LedgerLog log, string range, string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry>.Builder stream = ImmutableArray.CreateBuilder<LedgerEntry>();
        while (true)
        {
            List<LedgerEntry> page = await PageAsync(context, log, range, stream.LastOrDefault() is { } last ? (last.Stream, last.Version) : (from, int.MinValue), cancellation);
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
        InspectionContext context, LedgerLog log, string range, (string Stream, int Version) after, CancellationToken cancellation)
    {
        await using DbCommand select = context.Database.GetDbConnection().CreateCommand();
        select.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        select.CommandTimeout = 0;
#pragma warning disable CA2100 // Tables and kinds are named in this library.
        select.CommandText =
            $"SELECT \"Sequence\", \"Stream\", \"Version\", \"Type\", \"Actor\", \"Role\", \"Reason\", \"At\", \"Data\" FROM \"{InspectionContext.TableOf(log)}\" "
            + $"WHERE {range} ORDER BY \"Stream\", \"Version\" LIMIT {EntriesAtOnce}";
#pragma warning restore CA2100
        foreach ((string name, object value) in new[] { ("@stream", (object)after.Stream), ("@version", after.Version) })
        {
            DbParameter parameter = select.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            select.Parameters.Add(parameter);
        }

        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        return Entries(rows, log);
    }

    /// <summary>The entries of a page. Neighbours have most texts in common, which are kept once.</summary>
    private static List<LedgerEntry> Entries(DbDataReader rows, LedgerLog log)
    {
        List<LedgerEntry> page = new(EntriesAtOnce);
        (string stream, string role) = ("", "");
        Actor? actor = null;
        while (rows.Read())
        {
            string name = rows.GetString(1);
            stream = name == stream ? stream : name;
            (string who, string asWhat) = (rows.GetString(4), rows.GetString(5));
            if (who != actor?.PersonId || asWhat != role)
            {
                (actor, role) = (new Actor(who, Enum.Parse<Role>(asWhat)), asWhat);
            }

            page.Add(new LedgerEntry(
                rows.GetInt64(0),
                stream,
                rows.GetInt32(2),
                rows.GetString(3),
                actor,
                rows.IsDBNull(6) ? null : rows.GetString(6),
                Instant.FromUnixTimeTicks(rows.GetInt64(7)),
                rows.GetString(8),
                log));
        }

        return page;
    }

    /// <summary>Names that begin with a kind: up to the character after the slash; a kind without a slash is a name.</summary>
    private static string Range(string kind) => kind.EndsWith('/') ? $"(\"Stream\" >= '{kind}' AND {Below(kind)})" : $"\"Stream\" = '{kind}'";

    /// <summary>What follows after a place within a kind. One bound from below only: of two the database may seek the kind's, and read every page's entries anew for the next.</summary>
    private static string After(string kind) =>
        kind.EndsWith('/') ? $"(\"Stream\", \"Version\") > (@stream, @version) AND {Below(kind)}" : $"\"Stream\" = @stream AND \"Version\" > @version";

    private static string Below(string kind) => $"\"Stream\" < '{kind[..^1]}0'";
}

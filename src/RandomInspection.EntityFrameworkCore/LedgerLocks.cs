using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>
/// How a transaction keeps others away from what it read. SQLite: the file has one writer, and the transaction is it. PostgreSQL: rows are locked,
/// streams in the order of their names and then heads, so that no two transactions wait for each other; isolation levels are not relied on.
/// </summary>
internal static class LedgerLocks
{
    private static readonly LedgerLog[] Logs = Enum.GetValues<LedgerLog>();

    /// <summary>How far streams have grown; they stay so until the transaction ends. Streams without entries are left out.</summary>
    public static async Task<Dictionary<string, StreamStanding>> HoldStreamsAsync(this InspectionContext context, string[] streams, CancellationToken cancellation)
    {
        if (streams.Length == 0)
        {
            return [];
        }

        if (context is not PostgreSqlContext)
        {
            return await context.StreamsAsync(streams, cancellation);
        }

        // A stream that has no entry yet gets a row too: there must be something at which a second writer waits.
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ledger_stream" ("Stream", "Log", "Version") SELECT s, 0, 0 FROM unnest({streams}) AS s ORDER BY s COLLATE "C"
            ON CONFLICT ("Stream") DO NOTHING
            """,
            cancellation);
        List<LedgerStreamRow> rows = await context.Set<LedgerStreamRow>().FromSql(
            $"""SELECT * FROM "ledger_stream" WHERE "Stream" = ANY ({streams}) ORDER BY "Stream" FOR UPDATE""").AsNoTracking().ToListAsync(cancellation);
        return rows.Where(r => r.Version > 0).ToDictionary(r => r.Stream, r => new StreamStanding((LedgerLog)r.Log, r.Version), StringComparer.Ordinal);
    }

    /// <summary>Says how far streams have grown.</summary>
    public static Task KeepStreamsAsync(this InspectionContext context, LedgerLog log, Dictionary<string, int> versions, CancellationToken cancellation) =>
        context is PostgreSqlContext
            ? context.UpsertAsync(
                context.Set<LedgerStreamRow>().EntityType,
                versions.Select(v => new LedgerStreamRow { Stream = v.Key, Log = (int)log, Version = v.Value }),
                versions.Count,
                cancellation)
            : Task.CompletedTask;

    /// <summary>A log's head; it stays so until the transaction ends.</summary>
    public static async Task<LedgerHeadRow> HoldHeadAsync(this InspectionContext context, LedgerLog log, CancellationToken cancellation)
    {
        LedgerHeadRow head = new() { Id = LedgerHeadRow.IdOf(log) };
        await using DbCommand command = context.CommandOf(
            $"""SELECT "Size", "Frontier", "Root" FROM "ledger_head" WHERE "Id" = @id{(context is PostgreSqlContext ? " FOR UPDATE" : "")}""", "@id", DbType.Int32);
        command.Parameters[0].Value = head.Id;
        await using DbDataReader row = await command.ExecuteReaderAsync(cancellation);
        if (await row.ReadAsync(cancellation))
        {
            (head.Size, head.Frontier, head.Root) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2));
        }

        return head;
    }

    /// <summary>How far streams have grown, by one look into an index each, however long they are. Streams without entries are left out.</summary>
    /// <remarks>A match writes an entry for every visit, so streams are asked for together.</remarks>
    public static Task<Dictionary<string, StreamStanding>> StreamsAsync(this InspectionContext context, string[] streams, CancellationToken cancellation) =>
        context.StreamsAsync(streams, Logs, cancellation);

    /// <summary>The same of streams that stand in one of some logs.</summary>
    public static async Task<Dictionary<string, StreamStanding>> StreamsAsync(
        this InspectionContext context, string[] streams, IEnumerable<LedgerLog> logs, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        Dictionary<string, StreamStanding> standing = new(streams.Length, StringComparer.Ordinal);
        foreach (LedgerLog log in logs)
        {
            await using DbCommand last = context.LastVersionOf(log);
            foreach (string stream in streams)
            {
                last.Parameters[0].Value = stream;
                if (await last.ExecuteScalarAsync(cancellation) is { } version and not DBNull)
                {
                    standing.Add(stream, new StreamStanding(log, Convert.ToInt32(version, CultureInfo.InvariantCulture)));
                }
            }
        }

        return standing;
    }

    private static DbCommand LastVersionOf(this InspectionContext context, LedgerLog log) =>
        context.CommandOf($"SELECT MAX(\"Version\") FROM \"{InspectionContext.TableOf(log)}\" WHERE \"Stream\" = @stream", "@stream", DbType.String);

    /// <summary>A command with one parameter, in the current transaction: what every commit asks for goes past the translation of queries.</summary>
    private static DbCommand CommandOf(this InspectionContext context, string text, string parameter, DbType type)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The texts are those above.
        command.CommandText = text;
#pragma warning restore CA2100
        DbParameter value = command.CreateParameter();
        (value.ParameterName, value.DbType) = (parameter, type);
        command.Parameters.Add(value);
        return command;
    }
}

using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Files by content, as rows; those that are kept for now have a row beside them that says since when.</summary>
internal sealed class EvidenceStore(IDbContextFactory<InspectionContext> contexts) : IEvidenceStore
{
    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PutAsync(bytes, null, cancellation);

    public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => PutAsync(bytes, at, cancellation);

    public async Task<string> PutForNowAsync(Stream file, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Position = 0;
        string digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        return await PutAsync(digest, context => InsertAsync(context, digest, file, cancellation), at, cancellation);
    }

    public async Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation)
    {
        long ticks = before.ToUnixTimeTicks();
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (context is PostgreSqlContext)
        {
            // Whoever confirms one of them meanwhile holds its row; what is confirmed by then is not removed below.
            await context.Database.ExecuteSqlAsync(
                $"""SELECT 1 FROM "evidence" WHERE "Digest" IN (SELECT "Digest" FROM "evidence_for_now" WHERE "Since" < {ticks}) ORDER BY "Digest" FOR UPDATE""",
                cancellation);
        }

        await context.Database.ExecuteSqlAsync(
            $"""DELETE FROM "evidence" WHERE "Digest" IN (SELECT "Digest" FROM "evidence_for_now" WHERE "Since" < {ticks})""", cancellation);
        int removed = await context.Database.ExecuteSqlAsync($"""DELETE FROM "evidence_for_now" WHERE "Since" < {ticks}""", cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }

    public async Task<byte[]?> GetAsync(string digest, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Evidence.AsNoTracking().Where(e => e.Digest == digest).Select(e => e.Bytes).SingleOrDefaultAsync(cancellation);
    }

    private Task<string> PutAsync(ReadOnlyMemory<byte> bytes, Instant? since, CancellationToken cancellation)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        byte[] content = bytes.ToArray();
        return PutAsync(
            digest,
            context => context.Database.ExecuteSqlAsync($"""INSERT INTO "evidence" ("Digest", "Bytes") VALUES ({digest}, {content}) ON CONFLICT ("Digest") DO NOTHING""", cancellation),
            since,
            cancellation);
    }

    /// <summary>Keeps a file whose row is inserted, if it is not there, and how many were is said.</summary>
    private async Task<string> PutAsync(string digest, Func<InspectionContext, Task<int>> insert, Instant? since, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        bool isNew;
        do
        {
            isNew = await insert(context) > 0;
        }
        while (!isNew && !await IsHeldAsync(context, digest, cancellation));

        if (since is not { } moment)
        {
            await context.Database.ExecuteSqlAsync($"""DELETE FROM "evidence_for_now" WHERE "Digest" = {digest}""", cancellation);
        }
        else if (isNew)
        {
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO "evidence_for_now" ("Digest", "Since") VALUES ({digest}, {moment.ToUnixTimeTicks()})""", cancellation);
        }
        else
        {
            await context.Database.ExecuteSqlAsync(
                $"""UPDATE "evidence_for_now" SET "Since" = {moment.ToUnixTimeTicks()} WHERE "Digest" = {digest}""", cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return digest;
    }

    /// <summary>Inserts a file's row by parts.</summary>
    private static async Task<int> InsertAsync(InspectionContext context, string digest, Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        if (context.Database.GetDbConnection() is NpgsqlConnection postgreSql)
        {
            await using NpgsqlCommand insert = postgreSql.CreateCommand();
            insert.CommandText = """INSERT INTO "evidence" ("Digest", "Bytes") VALUES ($1, $2) ON CONFLICT ("Digest") DO NOTHING""";
            insert.Parameters.Add(new NpgsqlParameter { Value = digest });
            insert.Parameters.Add(new NpgsqlParameter { Value = file, NpgsqlDbType = NpgsqlDbType.Bytea });
            return await insert.ExecuteNonQueryAsync(cancellation);
        }

        long length = file.Length;
        int inserted = await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "evidence" ("Digest", "Bytes") VALUES ({digest}, zeroblob({length})) ON CONFLICT ("Digest") DO NOTHING""", cancellation);
        if (inserted > 0)
        {
            long row = await context.Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM "evidence" WHERE "Digest" = {digest}""").SingleAsync(cancellation);
            await using SqliteBlob blob = new((SqliteConnection)context.Database.GetDbConnection(), "evidence", "Bytes", row);
            await file.CopyToAsync(blob, cancellation);
        }

        return inserted;
    }

    /// <summary>Whether the file is still there and cannot be removed until this transaction ends; on SQLite there is one writer.</summary>
    private static async Task<bool> IsHeldAsync(InspectionContext context, string digest, CancellationToken cancellation) =>
        context is not PostgreSqlContext
        || await context.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM "evidence" WHERE "Digest" = {digest} FOR UPDATE""").ToListAsync(cancellation) is [1];
}

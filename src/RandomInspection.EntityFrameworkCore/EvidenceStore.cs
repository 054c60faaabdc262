using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Files by content, as rows; those that are kept for now have a row beside them that says since when.</summary>
internal sealed class EvidenceStore(IDbContextFactory<InspectionContext> contexts) : IEvidenceStore
{
    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PutAsync(bytes, null, cancellation);

    public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => PutAsync(bytes, at, cancellation);

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

    private async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, Instant? since, CancellationToken cancellation)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        byte[] content = bytes.ToArray();
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        bool isNew;
        do
        {
            isNew = await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO "evidence" ("Digest", "Bytes") VALUES ({digest}, {content}) ON CONFLICT ("Digest") DO NOTHING""", cancellation) > 0;
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

    /// <summary>Whether the file is still there and cannot be removed until this transaction ends; on SQLite there is one writer.</summary>
    private static async Task<bool> IsHeldAsync(InspectionContext context, string digest, CancellationToken cancellation) =>
        context is not PostgreSqlContext
        || await context.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM "evidence" WHERE "Digest" = {digest} FOR UPDATE""").ToListAsync(cancellation) is [1];
}

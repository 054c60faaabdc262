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
        await context.Database.ExecuteSqlAsync(
            $"DELETE FROM evidence WHERE Digest IN (SELECT Digest FROM evidence_for_now WHERE Since < {ticks})", cancellation);
        int removed = await context.Database.ExecuteSqlAsync($"DELETE FROM evidence_for_now WHERE Since < {ticks}", cancellation);
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
        int isNew = await context.Database.ExecuteSqlAsync(
            $"INSERT INTO evidence (Digest, Bytes) VALUES ({digest}, {content}) ON CONFLICT (Digest) DO NOTHING", cancellation);
        if (since is not { } moment)
        {
            await context.Database.ExecuteSqlAsync($"DELETE FROM evidence_for_now WHERE Digest = {digest}", cancellation);
        }
        else if (isNew > 0)
        {
            await context.Database.ExecuteSqlAsync($"INSERT INTO evidence_for_now (Digest, Since) VALUES ({digest}, {moment.ToUnixTimeTicks()})", cancellation);
        }
        else
        {
            await context.Database.ExecuteSqlAsync($"UPDATE evidence_for_now SET Since = {moment.ToUnixTimeTicks()} WHERE Digest = {digest}", cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return digest;
    }
}

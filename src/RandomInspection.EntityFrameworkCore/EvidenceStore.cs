using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Files by content, as rows.</summary>
internal sealed class EvidenceStore(IDbContextFactory<InspectionContext> contexts) : IEvidenceStore
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        byte[] content = bytes.ToArray();
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO evidence (Digest, Bytes) VALUES ({digest}, {content}) ON CONFLICT (Digest) DO NOTHING", cancellation);
        return digest;
    }

    public async Task<byte[]?> GetAsync(string digest, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Evidence.AsNoTracking().Where(e => e.Digest == digest).Select(e => e.Bytes).SingleOrDefaultAsync(cancellation);
    }
}

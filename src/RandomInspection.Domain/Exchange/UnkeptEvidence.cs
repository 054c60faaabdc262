using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>An evidence store that keeps nothing more: for a dry run, which only wants to know the digests.</summary>
internal sealed class UnkeptEvidence(IEvidenceStore evidence) : IEvidenceStore
{
    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));

    public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => PutAsync(bytes, cancellation);

    public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => Task.FromResult(0);

    public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => evidence.GetAsync(digest, cancellation);
}

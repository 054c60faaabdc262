using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>Files by content, in the same file as everything else.</summary>
internal sealed class JournalEvidence(JournalStore store) : IEvidenceStore
{
    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PutAsync(bytes.ToArray(), since: null, cancellation);

    public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => PutAsync(bytes.ToArray(), at, cancellation);

    public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => store.WithFileAsync(file => file.RemoveKeptForNow(before), cancellation);

    public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return store.WithFileAsync(file => file.Get(digest), cancellation);
    }

    private Task<string> PutAsync(byte[] bytes, Instant? since, CancellationToken cancellation) => store.WithFileAsync(
        file =>
        {
            string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            file.Put(digest, bytes, since);
            return digest;
        },
        cancellation);
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>Files by content, in memory.</summary>
internal sealed class InMemoryEvidence : IEvidenceStore
{
    private ImmutableDictionary<string, KeptFile> _files = ImmutableDictionary.Create<string, KeptFile>(StringComparer.Ordinal);

    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => PutAsync(bytes, since: null, cancellation);

    public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => PutAsync(bytes, at, cancellation);

    public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => InMemory.Run(
        () =>
        {
            int removed = 0;
            ImmutableInterlocked.Update(ref _files, files =>
            {
                string[] old = [.. files.Where(file => file.Value.Since < before).Select(file => file.Key)];
                removed = old.Length;
                return files.RemoveRange(old);
            });
            return removed;
        },
        cancellation);

    public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return InMemory.Run(() => _files.TryGetValue(digest, out KeptFile? file) ? file.Bytes.ToArray() : null, cancellation);
    }

    private Task<string> PutAsync(ReadOnlyMemory<byte> bytes, Instant? since, CancellationToken cancellation) => InMemory.Run(
        () =>
        {
            byte[] content = bytes.ToArray();
            string digest = Convert.ToHexStringLower(SHA256.HashData(content));

            // What is kept for good stays so; what is kept for now begins anew.
            ImmutableInterlocked.AddOrUpdate(ref _files, digest, new KeptFile(content, since), (_, file) => file with { Since = file.Since is null ? null : since });
            return digest;
        },
        cancellation);

    /// <summary>A file, and since when it is kept if only for now.</summary>
    private sealed record KeptFile(byte[] Bytes, Instant? Since);
}

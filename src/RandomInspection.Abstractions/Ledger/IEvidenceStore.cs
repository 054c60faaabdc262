using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>Storage port: files by content. What is in the ledger names them by digest.</summary>
public interface IEvidenceStore
{
    /// <summary>Keeps bytes for good, also if they were kept for now only; keeping the same bytes again changes nothing.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>Their SHA-256, 64 lower-case hex characters.</returns>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Keeps bytes for now, such as an upload that is not confirmed yet; what is kept for good stays so.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Now; keeping the same bytes for now again begins anew.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>Their SHA-256, 64 lower-case hex characters.</returns>
    Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation);

    /// <summary>Keeps a file for now, as <see cref="PutForNowAsync(ReadOnlyMemory{byte}, Instant, CancellationToken)"/> does its bytes.</summary>
    /// <param name="file">The file, which can be sought; it is read from its beginning to its end, more than once if it has to be.</param>
    /// <param name="at">Now; keeping the same bytes for now again begins anew.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>Their SHA-256, 64 lower-case hex characters.</returns>
    /// <remarks>A store that can has a part of it in memory at a time. Unless it says otherwise, the whole is read first.</remarks>
    async Task<string> PutForNowAsync(Stream file, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        return await PutForNowAsync(bytes, at, cancellation);
    }

    /// <summary>Removes what has been kept for now since before a moment.</summary>
    /// <param name="before">That moment.</param>
    /// <param name="cancellation">Cancels before anything is removed.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation);

    /// <summary>The bytes of a digest, or <see langword="null"/>.</summary>
    /// <param name="digest">A SHA-256, 64 lower-case hex characters.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<byte[]?> GetAsync(string digest, CancellationToken cancellation);
}

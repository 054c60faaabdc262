namespace RandomInspection.Ledger;

/// <summary>Storage port: files by content. What is in the ledger names them by digest.</summary>
public interface IEvidenceStore
{
    /// <summary>Keeps bytes; keeping the same bytes again changes nothing.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>Their SHA-256, 64 lower-case hex characters.</returns>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>The bytes of a digest, or <see langword="null"/>.</summary>
    /// <param name="digest">A SHA-256, 64 lower-case hex characters.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<byte[]?> GetAsync(string digest, CancellationToken cancellation);
}

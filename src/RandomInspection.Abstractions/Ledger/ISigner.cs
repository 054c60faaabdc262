namespace RandomInspection.Ledger;

/// <summary>签名者：signs what this host publishes, with a key that never leaves it: a file, a card, an HSM.</summary>
/// <remarks>Safe to share between threads. What it signs is verified with <see cref="Key"/> before it is kept.</remarks>
public interface ISigner
{
    /// <summary>The name of the algorithm as it stands in signatures: <c>ecdsa-p256-sha256</c> or <c>sm2-sm3</c>.</summary>
    string Algorithm { get; }

    /// <summary>The public key: its kind, a colon, and the base64 of its SubjectPublicKeyInfo, for example <c>ecdsa-p256:MFkw…</c> or <c>sm2:MFkw…</c>.</summary>
    string Key { get; }

    /// <summary>The signature over a message.</summary>
    /// <param name="message">The bytes to sign; the algorithm hashes them itself.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <returns>64 bytes r‖s (IEEE P1363).</returns>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);
}

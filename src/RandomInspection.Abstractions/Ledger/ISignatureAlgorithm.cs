namespace RandomInspection.Ledger;

/// <summary>A way to sign that signatures may name; it verifies, which takes no secret.</summary>
/// <remarks>Implementations are stateless and safe to share between threads. Signatures are 64 bytes r‖s (IEEE P1363).</remarks>
public interface ISignatureAlgorithm
{
    /// <summary>The name as it stands in signatures: <c>ecdsa-p256-sha256</c> or <c>sm2-sm3</c>.</summary>
    string Name { get; }

    /// <summary>What stands before the colon of its public keys: <c>ecdsa-p256</c> or <c>sm2</c>.</summary>
    string KeyKind { get; }

    /// <summary>Whether bytes are a public key of this kind, in the one form that is allowed: the point on the curve and uncompressed.</summary>
    /// <param name="subjectPublicKeyInfo">Any bytes; a key has 91 (RFC 5480).</param>
    bool IsKey(ReadOnlySpan<byte> subjectPublicKeyInfo);

    /// <summary>Whether a signature over a message is this key's.</summary>
    /// <param name="subjectPublicKeyInfo">The public key; what is none verifies nothing.</param>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">Any bytes; a signature has 64.</param>
    bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}

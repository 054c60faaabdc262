using System.Security.Cryptography;

namespace RandomInspection.Ledger;

/// <summary>Signs with ECDSA on P-256 and SHA-256, by a key of the host's; the caller keeps and disposes it.</summary>
public sealed class EcdsaP256Signer : ISigner
{
    private readonly ECDsa _key;
    private readonly Lock _one = new();

    /// <summary>A signer with this key.</summary>
    /// <param name="key">A P-256 private key.</param>
    /// <exception cref="InputRefusedException">It is a key of another curve (RI1341).</exception>
    public EcdsaP256Signer(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Key = EcdsaP256.PublicKey(key);
        _key = EcdsaP256.Instance.IsKey(key.ExportSubjectPublicKeyInfo())
            ? key
            : throw SignatureRefusals.MalformedKey.Refuse(("key", Key), ("kind", EcdsaP256.Instance.KeyKind));
    }

    /// <summary><c>ecdsa-p256-sha256</c>.</summary>
    public string Algorithm => EcdsaP256.Instance.Name;

    /// <inheritdoc />
    public string Key { get; }

    /// <inheritdoc />
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_one)
        {
            return ValueTask.FromResult(_key.SignData(message.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }
}

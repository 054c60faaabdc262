using System.Security.Cryptography;

namespace RandomInspection.Ledger;

/// <summary>ECDSA on P-256 with SHA-256 (FIPS 186-5) by the platform.</summary>
public sealed class EcdsaP256 : ISignatureAlgorithm
{
    private EcdsaP256()
    {
    }

    /// <summary>The one instance.</summary>
    public static EcdsaP256 Instance { get; } = new();

    /// <summary><c>ecdsa-p256-sha256</c>.</summary>
    public string Name => "ecdsa-p256-sha256";

    /// <summary><c>ecdsa-p256</c>.</summary>
    public string KeyKind => "ecdsa-p256";

    /// <summary>How the SubjectPublicKeyInfo of every P-256 key with an uncompressed point begins (RFC 5480); its 64 bytes follow.</summary>
    private static ReadOnlySpan<byte> SpkiHeader =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
        0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>The public key of a private one, as text.</summary>
    /// <param name="key">A P-256 key.</param>
    public static string PublicKey(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return PublicKeyText.Of(Instance.KeyKind, key.ExportSubjectPublicKeyInfo());
    }

    /// <inheritdoc />
    public bool IsKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        using ECDsa? ecdsa = Import(subjectPublicKeyInfo);
        return ecdsa is not null;
    }

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using ECDsa? ecdsa = Import(subjectPublicKeyInfo);
        return ecdsa is not null && signature.Length == 64
            && ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static ECDsa? Import(ReadOnlySpan<byte> spki)
    {
        // Only a key of this curve reaches the platform, which throws what it likes at others.
        if (spki.Length != SpkiHeader.Length + 64 || !spki.StartsWith(SpkiHeader))
        {
            return null;
        }

        ECDsa ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(spki, out _);
            return ecdsa;
        }
        catch (CryptographicException)
        {
            // not a point of the curve: said by null
        }

        ecdsa.Dispose();
        return null;
    }
}

using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using RandomInspection.Ledger;

namespace RandomInspection.BouncyCastle;

/// <summary>SM2 with SM3 (GB/T 32918.2-2016) as an algorithm that signatures may name, with the default identity of GM/T 0009-2012.</summary>
public sealed class Sm2Sm3 : ISignatureAlgorithm
{
    private Sm2Sm3()
    {
    }

    /// <summary>The one instance.</summary>
    public static Sm2Sm3 Instance { get; } = new();

    /// <summary><c>sm2-sm3</c>.</summary>
    public string Name => "sm2-sm3";

    /// <summary><c>sm2</c>.</summary>
    public string KeyKind => "sm2";

    /// <summary>The identity of the signer that enters the hash, 16 bytes: 1234567812345678.</summary>
    internal static ReadOnlySpan<byte> Identity => "1234567812345678"u8;

    /// <summary>How the SubjectPublicKeyInfo of every SM2 key with an uncompressed point begins (RFC 5480; curve 1.2.156.10197.1.301); its 64 bytes follow.</summary>
    private static ReadOnlySpan<byte> SpkiHeader =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
        0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <inheritdoc />
    public bool IsKey(ReadOnlySpan<byte> subjectPublicKeyInfo) => Import(subjectPublicKeyInfo) is not null;

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64 || Import(subjectPublicKeyInfo) is not { } key)
        {
            return false;
        }

        SM2Signer signer = Signer();
        signer.Init(forSigning: false, new ParametersWithID(key, Identity.ToArray()));
        signer.BlockUpdate(message);
        return signer.VerifySignature(signature.ToArray());
    }

    internal static SM2Signer Signer() => new(PlainDsaEncoding.Instance);

    private static ECPublicKeyParameters? Import(ReadOnlySpan<byte> spki)
    {
        if (spki.Length != SpkiHeader.Length + 64 || !spki.StartsWith(SpkiHeader))
        {
            return null;
        }

        try
        {
            return (ECPublicKeyParameters)PublicKeyFactory.CreateKey(spki.ToArray());
        }
        catch (Exception e) when (e is ArgumentException or IOException or CryptoException)
        {
            return null; // not a point of the curve
        }
    }
}

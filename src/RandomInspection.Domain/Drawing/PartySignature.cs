using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>ECDSA P-256 with SHA-256, as browsers make it: keys <c>ecdsa-p256:BASE64</c> (SubjectPublicKeyInfo), signatures base64 of r‖s.</summary>
/// <remarks>Source: FIPS 186-5; IEEE P1363 for the form of the signature; random-inspection-record/1.</remarks>
public static class PartySignature
{
    private const string Prefix = "ecdsa-p256:";

    private const int SpkiBytes = 91;

    /// <summary>How the SubjectPublicKeyInfo of every P-256 key with an uncompressed point begins (RFC 5480); its 64 bytes follow.</summary>
    private static ReadOnlySpan<byte> SpkiHeader =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
        0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>Whether a text is a public key of this kind.</summary>
    /// <param name="key">Any text.</param>
    public static bool IsKey(string key)
    {
        using ECDsa? ecdsa = Import(key);
        return ecdsa is not null;
    }

    /// <summary>Whether a signature over a text is this key's.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="text">The signed text; its UTF-8 is what was signed.</param>
    /// <param name="signature">Base64 of the 64 bytes r‖s.</param>
    public static bool Verify(string key, string text, string signature) => Verify(key, Encoding.UTF8.GetBytes(text), signature);

    /// <summary>Whether a signature over bytes is this key's.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="bytes">The signed bytes.</param>
    /// <param name="signature">Base64 of the 64 bytes r‖s.</param>
    public static bool Verify(string key, ReadOnlySpan<byte> bytes, string signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Span<byte> rs = stackalloc byte[64];
        using ECDsa? ecdsa = Import(key);
        return ecdsa is not null
            && signature.Length == 88
            && Convert.TryFromBase64String(signature, rs, out int length)
            && length == 64
            && Convert.ToBase64String(rs) == signature
            && ecdsa.VerifyData(bytes, rs, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The public key of a private one, in this form.</summary>
    /// <param name="key">A P-256 key.</param>
    public static string PublicKey(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Prefix + Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>A signature over bytes, in this form.</summary>
    /// <param name="key">A P-256 private key.</param>
    /// <param name="bytes">What to sign.</param>
    public static string Sign(ECDsa key, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToBase64String(key.SignData(bytes.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private static ECDsa? Import(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        // One key has one text: base64 is canonical. Only a key of this curve reaches the platform, which throws what it likes at others.
        Span<byte> spki = stackalloc byte[SpkiBytes];
        if (!Convert.TryFromBase64Chars(key.AsSpan(Prefix.Length), spki, out int length)
            || length != SpkiBytes || !spki.StartsWith(SpkiHeader) || !key.AsSpan(Prefix.Length).SequenceEqual(Convert.ToBase64String(spki)))
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

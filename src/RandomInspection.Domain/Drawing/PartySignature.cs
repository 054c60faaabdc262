using System.Security.Cryptography;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>ECDSA P-256 with SHA-256, as browsers make it: keys <c>ecdsa-p256:BASE64</c> (SubjectPublicKeyInfo), signatures base64 of r‖s.</summary>
/// <remarks>Source: FIPS 186-5; IEEE P1363 for the form of the signature; random-inspection-record/1.</remarks>
public static class PartySignature
{
    /// <summary>Whether a text is a public key of this kind.</summary>
    /// <param name="key">Any text.</param>
    public static bool IsKey(string key) => PublicKeyText.Read(key, EcdsaP256.Instance.KeyKind) is { } spki && EcdsaP256.Instance.IsKey(spki);

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
        return PublicKeyText.Read(key, EcdsaP256.Instance.KeyKind) is { } spki
            && CanonicalBase64.Read(signature, 64) is { } rs
            && EcdsaP256.Instance.Verify(spki, bytes, rs);
    }

    /// <summary>The public key of a private one, in this form.</summary>
    /// <param name="key">A P-256 key.</param>
    public static string PublicKey(ECDsa key) => EcdsaP256.PublicKey(key);

    /// <summary>A signature over bytes, in this form.</summary>
    /// <param name="key">A P-256 private key.</param>
    /// <param name="bytes">What to sign.</param>
    public static string Sign(ECDsa key, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToBase64String(key.SignData(bytes.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}

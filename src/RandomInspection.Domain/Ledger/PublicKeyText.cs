using System.Security.Cryptography;

namespace RandomInspection.Ledger;

/// <summary>Public keys as texts: a kind, a colon, and the base64 of the SubjectPublicKeyInfo (91 bytes for a curve of 256 bits).</summary>
public static class PublicKeyText
{
    private const int SpkiBytes = 91;

    /// <summary>The text of a public key.</summary>
    /// <param name="kind">For example <c>ecdsa-p256</c>.</param>
    /// <param name="subjectPublicKeyInfo">The key.</param>
    public static string Of(string kind, ReadOnlySpan<byte> subjectPublicKeyInfo) => $"{kind}:{Convert.ToBase64String(subjectPublicKeyInfo)}";

    /// <summary>What tells a key at a glance: SHA-256 of its SubjectPublicKeyInfo in hex, as <c>openssl pkey -pubin -outform DER | sha256sum</c> prints it.</summary>
    /// <param name="key">A public key.</param>
    /// <exception cref="InputRefusedException">It is no text of a key (RI1341).</exception>
    public static string Fingerprint(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        return Read(key, colon < 0 ? key : key[..colon]) is { } spki
            ? Convert.ToHexStringLower(SHA256.HashData(spki))
            : throw SignatureRefusals.MalformedKey.Refuse(("key", key), ("kind", "KIND"));
    }

    /// <summary>The SubjectPublicKeyInfo of a key of a kind; <see langword="null"/> if it has another form. One key has one text.</summary>
    internal static byte[]? Read(string key, string kind)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(kind, StringComparison.Ordinal) && key.AsSpan(kind.Length).StartsWith(":")
            ? CanonicalBase64.Read(key.AsSpan(kind.Length + 1), SpkiBytes)
            : null;
    }
}

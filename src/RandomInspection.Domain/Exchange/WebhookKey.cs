using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>交换密钥：what a webhook's signature is verified with, as agreed with a partner. While a key is changed both are agreed on.</summary>
/// <remarks>Source: Standard Webhooks 1.0, “Signature scheme”. Its asymmetric scheme is Ed25519; ours is ECDSA P-256 under a name of its own, as the platform has it.</remarks>
public abstract record WebhookKey
{
    private const string SecretPrefix = "whsec_";

    private WebhookKey()
    {
    }

    /// <summary>The key of a text: <c>whsec_</c> and Base64 of 24 to 64 bytes, or a public key <c>ecdsa-p256:…</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputRefusedException">It is neither (RI9156); what it is, is not repeated.</exception>
    public static WebhookKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            byte[] secret = new byte[64];
            return Convert.TryFromBase64String(text[SecretPrefix.Length..], secret, out int length) && length >= 24
                ? new Secret([.. secret[..length]])
                : throw ExchangeRefusals.KeyMalformed.Refuse();
        }

        return PublicKeyText.Read(text, EcdsaP256.Instance.KeyKind) is { } spki && EcdsaP256.Instance.IsKey(spki)
            ? new PublicKey([.. spki])
            : throw ExchangeRefusals.KeyMalformed.Refuse();
    }

    /// <summary>A secret that both sides know (HMAC-SHA256, <c>v1</c>).</summary>
    /// <param name="Bytes">24 to 64 bytes.</param>
    public sealed record Secret(ImmutableArray<byte> Bytes) : WebhookKey
    {
        /// <summary>Says nothing of the secret.</summary>
        public override string ToString() => "whsec_…";
    }

    /// <summary>The sender's public key (ECDSA P-256 with SHA-256, <c>v1es256</c>).</summary>
    /// <param name="SubjectPublicKeyInfo">The key.</param>
    public sealed record PublicKey(ImmutableArray<byte> SubjectPublicKeyInfo) : WebhookKey
    {
        /// <summary>The key as text.</summary>
        public override string ToString() => PublicKeyText.Of(EcdsaP256.Instance.KeyKind, SubjectPublicKeyInfo.AsSpan());
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>Signatures of webhooks over <c>id.timestamp.body</c>: HMAC-SHA256 (<c>v1,</c>) and ECDSA P-256 (<c>v1es256,</c>), several in one header while keys change.</summary>
/// <remarks>Source: Standard Webhooks 1.0. A signature is made anew for each attempt, so that an old one need not be believed.</remarks>
public static class WebhookSignature
{
    /// <summary>The header of the message's id.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header of the moment of the attempt, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header of the signatures, divided by spaces.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Hmac = "v1,";
    private const string Ecdsa = "v1es256,";

    /// <summary>How far a timestamp may be from now, both ends included: five minutes.</summary>
    public static Duration Window { get; } = Duration.FromMinutes(5);

    /// <summary>The timestamp of a moment.</summary>
    /// <param name="at">The moment.</param>
    public static string Timestamp(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The signature by a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">The attempt's timestamp.</param>
    /// <param name="body">The body, exactly as sent.</param>
    public static string By(WebhookKey.Secret secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Hmac + Convert.ToBase64String(HMACSHA256.HashData(secret.Bytes.AsSpan(), Signed(id, timestamp, body)));
    }

    /// <summary>The signature by the host's own key.</summary>
    /// <param name="signer">An ECDSA P-256 signer.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">The attempt's timestamp.</param>
    /// <param name="body">The body, exactly as sent.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <exception cref="ArgumentException">The signer has another algorithm.</exception>
    public static async ValueTask<string> ByAsync(ISigner signer, string id, string timestamp, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.Algorithm == EcdsaP256.Instance.Name
            ? Ecdsa + Convert.ToBase64String(await signer.SignAsync(Signed(id, timestamp, body.Span), cancellation))
            : throw new ArgumentException($"A webhook is signed by {EcdsaP256.Instance.Name}, not {signer.Algorithm}.", nameof(signer));
    }

    /// <summary>Why an attempt is not believed; <see langword="null"/> if one of its signatures is one of the keys'.</summary>
    /// <param name="keys">The keys that are agreed on, 1 or more.</param>
    /// <param name="id">The header's id; it is the message's, which the caller compares.</param>
    /// <param name="timestamp">The header's timestamp.</param>
    /// <param name="signatures">The header's signatures.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="now">Now.</param>
    /// <returns>RI9153, RI9154 or RI9155.</returns>
    /// <remarks>Within the window the same attempt may come twice: that it has no effect twice is the inbox's work, which knows it by its id.</remarks>
    public static Refusal? Refuse(ImmutableArray<WebhookKey> keys, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, Instant now)
    {
        if (string.IsNullOrEmpty(id) || id.Length > ExchangeMessage.MaximumNameLength)
        {
            return ExchangeRefusals.SignatureMissing.With(("header", IdHeader));
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || timestamp.Length > 12)
        {
            return ExchangeRefusals.SignatureMissing.With(("header", TimestampHeader));
        }

        if (string.IsNullOrEmpty(signatures) || signatures.Length > 4096)
        {
            return ExchangeRefusals.SignatureMissing.With(("header", SignatureHeader));
        }

        long window = Window.ToInt64Nanoseconds() / 1_000_000_000;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > window)
        {
            return ExchangeRefusals.SignatureOld.With(("id", ShownText.Of(id)), ("timestamp", timestamp), ("seconds", window));
        }

        byte[] signed = Signed(id, timestamp, body);
        foreach (string signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (WebhookKey key in keys)
            {
                if (Verifies(key, signature, signed))
                {
                    return null;
                }
            }
        }

        return ExchangeRefusals.SignatureWrong.With(("id", ShownText.Of(id)));
    }

    private static bool Verifies(WebhookKey key, string signature, byte[] signed) => key switch
    {
        WebhookKey.Secret secret when Bytes(signature, Hmac) is { } said => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret.Bytes.AsSpan(), signed), said),
        WebhookKey.PublicKey known when Bytes(signature, Ecdsa) is { } said => EcdsaP256.Instance.Verify(known.SubjectPublicKeyInfo.AsSpan(), signed, said),
        _ => false,
    };

    private static byte[]? Bytes(string signature, string scheme)
    {
        byte[] bytes = new byte[96];
        return signature.StartsWith(scheme, StringComparison.Ordinal) && Convert.TryFromBase64String(signature[scheme.Length..], bytes, out int length) ? bytes[..length] : null;
    }

    private static byte[] Signed(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
}

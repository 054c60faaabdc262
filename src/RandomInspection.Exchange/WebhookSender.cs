using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>Sends messages as webhooks: one POST each, signed anew for each attempt. Redirections are not followed.</summary>
/// <param name="client">A client that follows no redirection (<see cref="Client"/>).</param>
/// <param name="options">The host's exchange.</param>
/// <param name="signer">The host's own key, whose signature goes with those of the secrets; <see langword="null"/> if there is none.</param>
public sealed class WebhookSender(HttpClient client, ExchangeOptions options, ISigner? signer = null)
{
    private const int MostAnswer = 4096;

    /// <summary>A client as it is needed.</summary>
    /// <param name="options">The host's exchange.</param>
    public static HttpClient Client(ExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = (context, cancellation) => GuardedConnection.ConnectAsync(options, context.DnsEndPoint, cancellation),
        };
        return new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostAnswer,
        };
    }

    /// <summary>The address to which a partner's messages are sent.</summary>
    /// <param name="partner">The partner.</param>
    /// <exception cref="InputRefusedException">It is none to which anything is sent, or is not approved (RI9161).</exception>
    public Uri RequireAddress(ExchangePartner partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return RequireAddress(partner, partner.SendTo);
    }

    /// <summary>An address of a partner, if it is approved.</summary>
    internal Uri RequireAddress(ExchangePartner partner, Uri? wanted)
    {
        Uri address = options.Addresses.Require(wanted?.ToString() ?? "");
        return partner.Addresses.Contains(address)
            ? address
            : throw ExchangeRefusals.AddressRefused.Refuse(("address", address), ("faultZh", "未经批准"), ("faultEn", "it is not approved"));
    }

    /// <summary>Sends a message once.</summary>
    /// <param name="partner">To whom; it has an address that is approved.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels; whether it was received is then not known.</param>
    /// <exception cref="InputRefusedException">The address is none to which anything is sent, or is not approved (RI9161).</exception>
    public async Task<SendOutcome> SendAsync(ExchangePartner partner, OutboundMessage message, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        Uri address = RequireAddress(partner);
        byte[] body = Encoding.UTF8.GetBytes(message.Body);
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json") { CharSet = "utf-8" };
        await SignAsync(request, partner, message.Id, body, now, cancellation);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout.ToTimeSpan());
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, limit.Token);
            return answer.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous ? await ReceiptAsync(answer, message, limit.Token) : OutcomeOf(answer, now);
        }
        catch (Exception e) when (FailureOf(e, cancellation) is not null)
        {
            return FailureOf(e, cancellation)!;
        }
    }

    /// <summary>What an answer that is none of success says.</summary>
    internal static SendOutcome OutcomeOf(HttpResponseMessage answer, Instant now) => answer.StatusCode == HttpStatusCode.Gone
        ? new SendOutcome.Gone()
        : new SendOutcome.Failed(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), AskedOf(answer, now));

    /// <summary>What an exception on the way says; <see langword="null"/> if it was cancelled, or is none of the way's.</summary>
    internal static SendOutcome.Failed? FailureOf(Exception failure, CancellationToken cancellation) => failure switch
    {
        OperationCanceledException => cancellation.IsCancellationRequested ? null : new SendOutcome.Failed(FrontReason.Timeout, null),
        HttpRequestException { InnerException: InputRefusedException refused } => new SendOutcome.Failed(FrontReason.Of(refused.Refusal), null),
        HttpRequestException e => new SendOutcome.Failed(e.HttpRequestError.ToString(), null)
        {
            IsUnreached = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        },
        IOException => new SendOutcome.Failed(nameof(HttpRequestError.ResponseEnded), null),
        _ => null,
    };

    /// <summary>Signs a request with every secret that is agreed on, and with the host's own key.</summary>
    internal async Task SignAsync(HttpRequestMessage request, ExchangePartner partner, string id, ReadOnlyMemory<byte> signed, Instant now, CancellationToken cancellation)
    {
        string timestamp = WebhookSignature.Timestamp(now);
        List<string> signatures = [.. partner.Secrets.Select(secret => WebhookSignature.By(secret, id, timestamp, signed.Span))];
        if (signer is { } own && own.Algorithm == EcdsaP256.Instance.Name)
        {
            signatures.Add(await WebhookSignature.ByAsync(own, id, timestamp, signed, cancellation));
        }

        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, string.Join(' ', signatures));
    }

    /// <summary>A receipt that names another digest is none: what was received is not what was sent.</summary>
    private static async Task<SendOutcome> ReceiptAsync(HttpResponseMessage answer, OutboundMessage message, CancellationToken cancellation)
    {
        byte[] text = await answer.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("digest", out JsonElement digest) || digest.ValueEquals(message.Digest)
                ? new SendOutcome.Received()
                : new SendOutcome.Failed(FrontReason.OtherDigest, null);
        }
        catch (JsonException)
        {
            return new SendOutcome.Received(); // a partner that says no more than yes
        }
    }

    private static Duration? AskedOf(HttpResponseMessage answer, Instant now) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta.ToDuration(),
        { Date: { } date } => Duration.Max(Duration.Zero, date.ToInstant() - now),
        _ => null,
    };
}

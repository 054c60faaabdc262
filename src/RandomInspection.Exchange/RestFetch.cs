using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>Fetches what a partner has for this host, page by page: asking for what comes after a page is the receipt for it.</summary>
/// <remarks>What came is kept with the partner's <c>next</c> in one transaction and taken in afterwards, as whatever comes by another way. Whoever is killed asks for the same page again, and its messages are known.</remarks>
/// <param name="client">A client that follows no redirection (<see cref="WebhookSender.Client"/>).</param>
/// <param name="options">The host's exchange.</param>
/// <param name="sender">Signs the requests.</param>
/// <param name="table">Where messages are kept.</param>
/// <param name="clock">The clock.</param>
public sealed class RestFetch(HttpClient client, ExchangeOptions options, WebhookSender sender, InTable table, IClock clock)
{
    private const int MostBytes = 32 << 20;

    /// <summary>So many times as long as for an answer's beginning is waited for its end.</summary>
    private const int BodyTimes = 6;

    /// <summary>Fetches until the partner has no more, or fails.</summary>
    /// <param name="partner">The partner; nothing is fetched from one without such an address, that is not due yet, or that has answered 410.</param>
    /// <param name="cancellation">Cancels; what was not kept is fetched again.</param>
    /// <returns>How many messages came.</returns>
    /// <exception cref="InputRefusedException">Its address is none to which anything is sent, or is not approved (RI9161).</exception>
    public async Task<int> FetchAsync(ExchangePartner partner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        if (partner.FetchFrom is not { } from)
        {
            return 0;
        }

        Uri address = sender.RequireAddress(partner, from);
        for (int fetched = 0; ;)
        {
            FetchFigures? stands = await table.FetchedAsync(partner.Id, cancellation);
            Instant now = clock.GetCurrentInstant();
            if (stands is not null && (stands.StoppedAt is not null || stands.NextAt > now))
            {
                return fetched;
            }

            string cursor = stands?.Cursor ?? "";
            (FetchedPage? page, SendOutcome? failed) = await AskAsync(partner, address, cursor, now, cancellation);
            now = clock.GetCurrentInstant();
            if (page is null)
            {
                int failures = (stands?.Failures ?? 0) + 1;
                (string error, Duration? asked) = failed is SendOutcome.Failed why ? (why.Error, why.RetryAfter) : ("410 Gone", null);
                Instant again = options.Schedule.Next(failures, now, now, asked, RandomNumberGenerator.GetInt32(RetrySchedule.MostJitter + 1)) ?? now + options.Schedule.Most;
                await table.FailAsync(partner.Id, cursor, error, again, failed is SendOutcome.Gone ? now : null, cancellation);
                return fetched;
            }

            // An empty page is the end; what comes after it is asked for later.
            bool isEnd = page.Count == 0;
            if (!await table.KeepPageAsync(partner.Id, cursor, page, now, isEnd ? now + options.FetchEvery : now, cancellation) || isEnd)
            {
                return fetched;
            }

            fetched += page.Count;
        }
    }

    private async Task<(FetchedPage? Page, SendOutcome? Failed)> AskAsync(ExchangePartner partner, Uri address, string cursor, Instant now, CancellationToken cancellation)
    {
        Uri asked = cursor.Length == 0 ? address : new Uri($"{address}{(address.Query.Length == 0 ? "?" : "&")}after={Uri.EscapeDataString(cursor)}");
        using HttpRequestMessage request = new(HttpMethod.Get, asked);
        string id = string.Create(CultureInfo.InvariantCulture, $"fetch-{now.ToUnixTimeMilliseconds()}");
        await sender.SignAsync(request, partner, id, Encoding.UTF8.GetBytes(asked.PathAndQuery), now, cancellation);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout.ToTimeSpan());
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return (null, WebhookSender.OutcomeOf(answer, now));
            }

            limit.CancelAfter((options.Timeout * BodyTimes).ToTimeSpan());
            return (FetchedPage.Parse(await BodyAsync(answer, limit.Token), cursor), null);
        }
        catch (InputRefusedException refused)
        {
            return (null, new SendOutcome.Failed(FrontReason.Of(refused.Refusal), null));
        }
        catch (Exception e) when (WebhookSender.FailureOf(e, cancellation) is not null)
        {
            return (null, WebhookSender.FailureOf(e, cancellation));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation);
        ArrayBufferWriter<byte> body = new();
        while (await stream.ReadAsync(body.GetMemory(1 << 16), cancellation) is > 0 and int read)
        {
            body.Advance(read);
            if (body.WrittenCount > MostBytes)
            {
                throw ExchangeRefusals.PageMalformed.Refuse(("fault", string.Create(CultureInfo.InvariantCulture, $"more than {MostBytes} bytes")));
            }
        }

        return body.WrittenMemory;
    }
}

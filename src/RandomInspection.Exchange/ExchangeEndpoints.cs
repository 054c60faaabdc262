using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Exchange;

/// <summary>The addresses at which partners deliver, fetch and reconcile. Every request is signed as a webhook is; of a request without body its path and query are.</summary>
public static class ExchangeEndpoints
{
    private const int MostFetched = 200;

    /// <summary>Maps <c>GET /exchange/schemas</c>, <c>/exchange/schemas/{type}</c>, <c>/exchange/lists</c> and <c>/exchange/lists/{name}</c>, which are public, and <c>POST /exchange/{partner}/in</c>, <c>GET /exchange/{partner}/out?after=N</c> and <c>GET /exchange/{partner}/reconciliation/{day}</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapExchange(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost("/exchange/{partner}/in", ReceiveAsync);
        endpoints.MapGet("/exchange/{partner}/out", FetchAsync);
        endpoints.MapGet("/exchange/{partner}/reconciliation/{day}", ReconcileAsync);
        endpoints.MapGet("/exchange/schemas", () => Results.Json(ExchangeSchemas.Types));
        endpoints.MapGet("/exchange/lists", () => Results.Json(ExchangeLists.Names));
        endpoints.MapGet("/exchange/lists/{name}", (string name, ExchangeOptions options) => ExchangeLists.Find(name, options) is { } list ? Results.Text(list, "application/json; charset=utf-8") : Results.NotFound());
        endpoints.MapGet("/exchange/schemas/{type}", (string type) => ExchangeSchemas.Find(type) is { } schema ? Results.Text(schema, "application/schema+json; charset=utf-8") : Results.NotFound());
    }

    private static async Task<IResult> ReceiveAsync(string partner, HttpRequest request, WebhookReceiver receiver, CancellationToken cancellation)
    {
        try
        {
            ReadOnlyMemory<byte>? body = await BodyAsync(request, cancellation);
            if (body is not { } read)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            ExchangeMessage message = await receiver.ReceiveAsync(
                partner, Header(request, WebhookSignature.IdHeader), Header(request, WebhookSignature.TimestampHeader), Header(request, WebhookSignature.SignatureHeader), read, cancellation);
            return Results.Json(new { id = message.Id, digest = message.Digest }, statusCode: StatusCodes.Status202Accepted);
        }
        catch (InputRefusedException refused)
        {
            return Refused(refused.Refusal);
        }
    }

    private static async Task<IResult> FetchAsync(string partner, string? after, HttpRequest request, ExchangeOptions options, OutboxRun outbox, OutTable table, IClock clock, CancellationToken cancellation)
    {
        try
        {
            ExchangePartner known = Known(partner, request, options, clock);
            await outbox.FeedAsync(known, cancellation);
            string epoch = await table.EpochAsync(cancellation);
            long cursor = CursorOf(after, epoch);
            await table.AcknowledgeAsync(partner, cursor, clock.GetCurrentInstant(), cancellation);
            System.Collections.Immutable.ImmutableArray<OutboundMessage> rows = await table.AfterAsync(partner, cursor, MostFetched, cancellation);
            string next = (rows.IsEmpty ? cursor : rows[^1].Number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.Text($"{{\"next\":\"{epoch}.{next}\",\"messages\":[{string.Join(',', rows.Select(row => row.Body))}]}}", "application/json; charset=utf-8");
        }
        catch (InputRefusedException refused)
        {
            return Refused(refused.Refusal);
        }
    }

    /// <summary>The number of a place in this front database; a place in one that was lost is none, and everything is given again.</summary>
    private static long CursorOf(string? after, string epoch) =>
        after?.Split('.') is [var of, var number] && of == epoch && long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long cursor) ? cursor : 0;

    private static async Task<IResult> ReconcileAsync(
        string partner, string day, HttpRequest request, ExchangeOptions options, OutTable sent, InTable received, IClock clock, CancellationToken cancellation)
    {
        try
        {
            Known(partner, request, options, clock);
            return LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var of }
                ? Results.Json(new
                {
                    day,
                    sent = (await sent.ReconcileAsync(partner, of, cancellation)).Select(one => new { type = one.Type, count = one.Count, root = one.Root }),
                    received = (await received.ReconcileAsync(partner, of, cancellation)).Select(one => new { type = one.Type, count = one.Count, root = one.Root }),
                })
                : Results.NotFound();
        }
        catch (InputRefusedException refused)
        {
            return Refused(refused.Refusal);
        }
    }

    private static ExchangePartner Known(string partner, HttpRequest request, ExchangeOptions options, IClock clock)
    {
        ExchangePartner known = options.Find(partner);
        return WebhookSignature.Refuse(
            known.Keys,
            Header(request, WebhookSignature.IdHeader),
            Header(request, WebhookSignature.TimestampHeader),
            Header(request, WebhookSignature.SignatureHeader),
            System.Text.Encoding.UTF8.GetBytes(request.Path + request.QueryString.ToString()),
            clock.GetCurrentInstant()) is { } refusal
            ? throw new InputRefusedException(refusal)
            : known;
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ } one] ? one : null;

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > ExchangeMessage.MaximumBytes)
        {
            return null;
        }

        ArrayBufferWriter<byte> body = new();
        while (await request.Body.ReadAsync(body.GetMemory(8192), cancellation) is > 0 and int read)
        {
            body.Advance(read);
            if (body.WrittenCount > ExchangeMessage.MaximumBytes)
            {
                return null;
            }
        }

        return body.WrittenMemory;
    }

    /// <summary>Who is not known and whose signature is wrong are answered alike.</summary>
    private static IResult Refused(Refusal refusal) => Results.Json(
        new { code = refusal.Code, detail = refusal.Reason(Language.Chinese), remedy = refusal.Remedy(Language.Chinese) },
        statusCode: refusal.Code switch
        {
            "RI9153" or "RI9154" or "RI9155" or "RI9163" => StatusCodes.Status401Unauthorized,
            "RI9157" => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        });
}

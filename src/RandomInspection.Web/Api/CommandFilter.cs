using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Carries out a step once, whoever sends it how often: by its key, on the version that the sender saw, kept with the commit itself.</summary>
internal sealed class CommandFilter(
    IAnsweredRequests kept, RequestsUnderWay underWay, ILedger ledger, EventCodec codec, IOptions<RandomInspectionWebOptions> options) : IEndpointFilter
{
    public const string KeyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int MostKeyCharacters = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        StepOperation operation = http.GetEndpoint()!.Metadata.GetRequiredMetadata<StepOperation>();
        ApiCall call = http.RequestServices.GetService(typeof(ApiCall)) as ApiCall ?? throw new InvalidOperationException("The API is not registered.");
        string body = SoundBody.TextOf(context);
        await call.RequireOpenAsync(body);
        string key = Digest($"{call.Person.Id}\n{KeyOf(http)}");
        string payload = Digest($"{http.Request.Path}{http.Request.QueryString}\n{body}");
        if (!underWay.TryBegin(key))
        {
            http.Response.Headers.RetryAfter = "1";
            throw ApiRefusals.UnderWay.Refuse();
        }

        try
        {
            string? stream = StreamOf(operation.Stream, http);
            if (await kept.FindAsync(key, http.RequestAborted) is { IsEmpty: false } before)
            {
                if (before[0].Request.Payload != payload)
                {
                    throw ApiRefusals.OtherPayload.Refuse();
                }

                http.Response.Headers[ReplayedHeader] = "true";
                return Answer(http, operation, stream, await WrittenAsync(before, http.RequestAborted));
            }

            if (operation.NeedsProof && !call.HasProvedLately)
            {
                throw ProofNeeded(http);
            }

            CommandScope.Command command = CommandScope.Begin(key, payload, stream, await VersionAsync(stream, http));
            await next(context); // whatever a handler gives back, the receipt is the answer; a refusal is thrown
            return Answer(http, operation, stream, command.Entries);
        }
        finally
        {
            underWay.End(key);
        }
    }

    /// <summary>As RFC 9470 says that somebody must prove anew who they are.</summary>
    private InputRefusedException ProofNeeded(HttpContext http)
    {
        Duration holds = options.Value.ProofHolds;
        http.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture, $"Bearer error=\"insufficient_user_authentication\", max_age={(long)holds.TotalSeconds}");
        return ApiRefusals.ProofNeeded.Refuse(("minutes", (long)holds.TotalMinutes));
    }

    private static string KeyOf(HttpContext http) =>
        http.Request.Headers[KeyHeader] is [{ Length: > 0 and <= MostKeyCharacters } key] && key.All(c => c is > ' ' and <= '~') ? key : throw ApiRefusals.KeyMissing.Refuse();

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The stream by the route's values; an id never has a slash.</summary>
    private static string? StreamOf(string? pattern, HttpContext http) => pattern switch
    {
        null => null,
        StepOperation.Ceremony => ApiMatters.CeremonyStream((string)http.Request.RouteValues["ceremony"]!),
        _ => http.Request.RouteValues.Aggregate(
            pattern, (text, value) => text.Replace($"{{{value.Key}}}", Convert.ToString(value.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal)),
    };

    /// <summary>The version on which the request rests; <see langword="null"/> for a matter that begins, and where any will do.</summary>
    private async Task<int?> VersionAsync(string? stream, HttpContext http)
    {
        if (stream is null)
        {
            return null;
        }

        string asked = http.Request.Headers.IfMatch.ToString().Trim();
        if (asked.Length == 0)
        {
            throw ApiRefusals.VersionMissing.Refuse();
        }

        if (asked == "*")
        {
            return null;
        }

        int version = await ledger.VersionAsync(stream, http.RequestAborted);
        return asked == ApiCall.Tag(version) ? version : throw ApiRefusals.ChangedSince.Refuse(("asked", RandomInspection.Directories.ShownText.Of(asked)), ("version", version));
    }

    private async Task<List<LedgerEntry>> WrittenAsync(ImmutableArray<KeptRequest> parts, CancellationToken cancellation)
    {
        List<LedgerEntry> entries = [];
        foreach (WrittenEntries written in parts.SelectMany(part => part.Written))
        {
            entries.AddRange(await ledger.ReadStreamAsync(written.Stream, written.First - 1, written.Last - written.First + 1, cancellation));
        }

        return entries;
    }

    private Receipt Answer(HttpContext http, StepOperation operation, string? stream, List<LedgerEntry> entries)
    {
        string? begun = entries.Select(entry => entry.Stream).FirstOrDefault(one => operation.Begins is { } prefix && one.StartsWith(prefix, StringComparison.Ordinal));
        string? id = operation.IdOf is { } idOf ? entries.Select(entry => idOf(codec, entry)).FirstOrDefault(found => found is not null) : (begun ?? stream)?.Split('/')[1];
        int? version = entries.LastOrDefault(entry => entry.Stream == (stream ?? begun))?.Version;
        if (version is { } now)
        {
            http.Response.Headers.ETag = ApiCall.Tag(now);
        }

        http.Response.Headers.CacheControl = "no-store";
        return new Receipt(id, version, [.. entries.Select(ReceiptEntry.Of)]);
    }
}

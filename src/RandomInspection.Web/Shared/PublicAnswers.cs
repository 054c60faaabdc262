using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace RandomInspection.Web.Shared;

/// <summary>Answers the public with what was answered before, as long as nothing has become public since: one look at the log's head instead of queries and rendering.</summary>
/// <remarks>
/// For pages and endpoints that say so (<see cref="KeptForEverybodyAttribute"/>), and only where nobody is signed in. An answer is kept with the <see cref="PublicState"/> that was read
/// before it was made, and is never given in another. What no log says, such as the names of departments, the host may change: so nothing is kept for more than a minute.
/// The tag is the hash of what is sent and tells no more than that; a reader who has it already is answered with 304.
/// </remarks>
internal sealed class PublicAnswers(RequestDelegate next, IClock clock) : IDisposable
{
    private const long Most = 32 << 20;
    private const int LargestAnswer = 1 << 20;
    private const int LongestAddress = 512;
    private static readonly Duration Longest = Duration.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.25 });

    public async Task InvokeAsync(HttpContext context, Tongue tongue, PublicStates states)
    {
        if (!MayBeKept(context))
        {
            await next(context);
            return;
        }

        HttpRequest request = context.Request;
        Instant now = clock.GetCurrentInstant();
        string key = $"{Tongue.DayOf(now):R} {tongue.Language} {tongue.LargeType} {request.Scheme} {request.Host} {request.PathBase}{request.Path}{request.QueryString}";
        PublicState state = await states.ReadAsync(context.RequestAborted);
        if (!_kept.TryGetValue(key, out Answer? answer) || answer!.State != state || now - answer.MadeAt > Longest || now < answer.MadeAt)
        {
            answer = await MakeAsync(context, state, now);
            if (answer is null)
            {
                return;
            }

            _kept.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Body.Length + key.Length, AbsoluteExpirationRelativeToNow = Longest.ToTimeSpan() });
        }

        await SendAsync(context, answer);
    }

    public void Dispose() => _kept.Dispose();

    private static bool MayBeKept(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<KeptForEverybodyAttribute>() is not null
        && context.User.Identity?.IsAuthenticated != true
        && context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length <= LongestAddress
        && !context.Request.Query.ContainsKey(ReaderPreferences.LanguageParameter)
        && !context.Request.Query.ContainsKey(ReaderPreferences.TypeParameter);

    /// <summary>Lets the rest of the pipeline answer into memory; <see langword="null"/> where that is no answer to keep, and has been sent as it is.</summary>
    private async Task<Answer?> MakeAsync(HttpContext context, PublicState state, Instant now)
    {
        IHttpResponseBodyFeature sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream body = new();
        StreamResponseBodyFeature made = new(body);
        context.Features.Set<IHttpResponseBodyFeature>(made);
        try
        {
            await next(context);
            await made.CompleteAsync();
        }
        finally
        {
            context.Features.Set(sent);
            made.Dispose();
        }

        if (context.Response is { StatusCode: StatusCodes.Status200OK, HasStarted: false } && body.Length <= LargestAnswer && context.Response.Headers.SetCookie.Count == 0)
        {
            byte[] bytes = body.ToArray();
            return new Answer(state, now, context.Response.ContentType, $"\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16))}\"", bytes);
        }

        body.Position = 0;
        await body.CopyToAsync(sent.Stream, context.RequestAborted);
        return null;
    }

    private static async Task SendAsync(HttpContext context, Answer answer)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ETag = answer.Tag;
        headers.CacheControl = "no-cache"; // may be kept by the browser, but is asked for again
        headers.Vary = HeaderNames.Cookie;
        if (context.Request.Headers.IfNoneMatch.Any(tags => tags?.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == answer.Tag || tag == $"W/{answer.Tag}") == true))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            return;
        }

        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private sealed record Answer(PublicState State, Instant MadeAt, string? ContentType, string Tag, byte[] Body);
}

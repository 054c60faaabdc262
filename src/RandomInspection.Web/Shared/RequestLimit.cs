using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace RandomInspection.Web.Shared;

/// <summary>Answers a request that says it is larger than its page takes with status 413 and a page, instead of breaking the connection.</summary>
/// <remarks>
/// Browsers show no answer before they have sent everything, so what comes is read and thrown away, up to <see cref="MostDiscarded"/>;
/// a client that asks first (<c>Expect: 100-continue</c>) is told at once.
/// </remarks>
internal sealed class RequestLimit(RequestDelegate next)
{
    private const long MostDiscarded = 8L << 30;
    private const int BufferBytes = 1 << 16;

    public async Task InvokeAsync(HttpContext context)
    {
        IHttpMaxRequestBodySizeFeature? server = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        bool isItsPage = context.Features.Get<RequestTooLarge>() is not null;
        if (isItsPage || LimitOf(context, server) is not { } limit || context.Request.ContentLength is not { } length || length <= limit)
        {
            await next(context);
            return;
        }

        bool asksFirst = context.Request.Headers.Expect.Count > 0;
        if (!asksFirst && length <= MostDiscarded && server is { IsReadOnly: false })
        {
            server.MaxRequestBodySize = null;
            await DiscardAsync(context.Request.Body, context.RequestAborted);
        }

        context.Features.Set(new RequestTooLarge(limit));
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static long? LimitOf(HttpContext context, IHttpMaxRequestBodySizeFeature? server) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } page ? page.MaxRequestBodySize : server?.MaxRequestBodySize;

    private static async Task DiscardAsync(Stream body, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await body.ReadAsync(buffer, cancellation) > 0)
            {
                // thrown away
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>A request was larger than allowed.</summary>
/// <param name="Limit">Bytes that are allowed.</param>
internal sealed record RequestTooLarge(long Limit);

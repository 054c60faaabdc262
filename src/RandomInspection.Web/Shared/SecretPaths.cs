using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Shared;

/// <summary>Answers 404 for every address that names what is secret from the reader, as for one that never was.</summary>
/// <remarks>By the number that stands in every id of a surprise inspection: no page and no endpoint has to think of it.</remarks>
internal sealed class SecretPaths(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ReaderViews readable)
    {
        string asked = Uri.UnescapeDataString(context.Request.Path.Value + context.Request.QueryString.Value);
        if (SecretNumbers.Has(asked.ToUpperInvariant()))
        {
            ImmutableArray<string> hidden = await readable.HiddenAsync(context.RequestAborted);
            if (hidden.Any(number => asked.Contains(number, StringComparison.OrdinalIgnoreCase)))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }

        await next(context);
    }
}

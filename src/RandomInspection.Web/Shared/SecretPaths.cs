using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Shared;

/// <summary>Takes every address that names what is secret from the reader for one of a number that never was: no page and no endpoint has to think of it.</summary>
/// <remarks>
/// What an address leads to is asked with the number 000, which is never given, in the place of the secret one. So page, endpoint, sign-in and refused form
/// answer by themselves as they answer for what is not there, whatever they answer. What is searched for stays as it was written:
/// rows are read through <see cref="ReaderViews"/>, which finds nothing.
/// </remarks>
internal sealed class SecretPaths(RequestDelegate next)
{
    private const string Never = "000";

    /// <summary>The hash of a file and the name of a description are no matter's number: what somebody writes in their place is shown to them again.</summary>
    private static readonly string[] Echoed = ["Digest", "documentName"];

    public async Task InvokeAsync(HttpContext context, ReaderViews readable)
    {
        RouteValueDictionary asked = context.Request.RouteValues;
        string[] named = [.. asked.Where(value => !Echoed.Contains(value.Key) && value.Value is string text && SecretNumbers.Has(text.ToUpperInvariant())).Select(value => value.Key)];
        if (named.Length > 0)
        {
            ImmutableArray<string> hidden = await readable.HiddenAsync(context.RequestAborted);
            foreach (string name in named)
            {
                asked[name] = hidden.Aggregate((string)asked[name]!, (text, number) => text.Replace(number, number[..^Never.Length] + Never, StringComparison.OrdinalIgnoreCase));
            }
        }

        await next(context);
    }
}

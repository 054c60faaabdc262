using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace RandomInspection.Web.Shared;

/// <summary>Links to the page that is being read, changed in one parameter.</summary>
internal static class PageLinks
{
    /// <summary>Path and query of the page that was asked for, also while its error page is rendered.</summary>
    public static string PathAndQuery(HttpContext context) => Path(context) + Query(context);

    public static string With(HttpContext context, string parameter, string value)
    {
        QueryBuilder query = new();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Query(context)))
        {
            if (name != parameter)
            {
                query.Add(name, values.OfType<string>());
            }
        }

        query.Add(parameter, value);
        return Path(context) + query.ToQueryString();
    }

    /// <summary>The path if it leads into this site, else the home page.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";

    public static string Path(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPath
        : context.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? failure.Path
        : context.Request.Path.Value ?? "/";

    private static string Query(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalQueryString ?? "" : context.Request.QueryString.Value ?? "";
}

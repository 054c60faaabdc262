using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RandomInspection.Web.Api;

/// <summary>Where the API is.</summary>
internal static class ApiPaths
{
    public const string Root = "/api/v1";

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>The pattern of the endpoint that was asked for, which names nobody, for the log.</summary>
    public static string PatternOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "/api";
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace RandomInspection.Web.Api;

/// <summary>The page that shows the description of the interface; its script comes from the package, and its policy lets it ask this host alone.</summary>
internal static class ApiReference
{
    public const string Path = "/api-reference";

    /// <summary>Scalar writes its styles and its starting script into the page, so that this page alone may have them inline; nothing may come from or go elsewhere.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapApiReference(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapScalarApiReference(Path, (ScalarOptions scalar) =>
        {
            scalar.Title = "双随机、一公开 · RandomInspection API";
            scalar.OpenApiRoutePattern = "/openapi/v1.json";
            scalar.DefaultFonts = false;
            scalar.Telemetry = false;
            scalar.HideClientButton = true;
            scalar.ProxyUrl = null;
        }).AddEndpointFilter(static (context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        });
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Net.Http.Headers;

namespace RandomInspection.Web.Shared;

/// <summary>Answers 404 for a path that is nobody's, whatever the method.</summary>
/// <remarks>Routing answers 405 as soon as a pattern that takes every path, such as the one for files in development, knows the method not.</remarks>
internal sealed class UnknownPaths(RequestDelegate next, EndpointDataSource endpoints)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } && !IsKnown(context.Request.Path))
        {
            context.Response.Headers.Remove(HeaderNames.Allow);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private bool IsKnown(PathString path) => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
        .Any(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []));
}

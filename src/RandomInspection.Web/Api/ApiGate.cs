using Microsoft.AspNetCore.Http;

namespace RandomInspection.Web.Api;

/// <summary>Before an operation: a token that is not known is nobody's, and a session's cookie changes nothing at the wish of another site.</summary>
/// <remarks>Besides this the cookie is SameSite=Strict, and every change needs a header that no form of another site can send.</remarks>
internal sealed class ApiGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!ApiPaths.IsApi(context.Request.Path))
        {
            return next(context);
        }

        if (ApiTokens.IsSent(context))
        {
            if (context.User.Identity?.IsAuthenticated != true)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                throw ApiRefusals.SignInFirst.Refuse();
            }
        }
        else if (!HttpMethods.IsGet(context.Request.Method)
            && (context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none")
                || context.Request.Headers.Origin is [{ } origin] && origin != $"{context.Request.Scheme}://{context.Request.Host}"))
        {
            throw ApiRefusals.CrossSite.Refuse();
        }

        return next(context);
    }
}

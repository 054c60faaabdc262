using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RandomInspection.Web.Account;
using RandomInspection.Web.Api;
using RandomInspection.Web.Directories;
using RandomInspection.Web.Draws;
using RandomInspection.Web.How;
using RandomInspection.Web.Ledger;
using RandomInspection.Web.Matches;
using RandomInspection.Web.OpenData;
using RandomInspection.Web.Operations;
using RandomInspection.Web.Publicity;
using RandomInspection.Web.Shared;
using RandomInspection.Web.Visits;

namespace RandomInspection.Web;

/// <summary>Puts the pages into a host's pipeline and routes.</summary>
public static class RandomInspectionWebApplication
{
    /// <summary>Adds security headers, the pages for refused and failed requests, the reader's language, sign-in and antiforgery.</summary>
    /// <param name="app">The host.</param>
    public static IApplicationBuilder UseRandomInspection(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeaders>();
        app.Use(AnswerHeadLikeGet);
        app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        app.UseWhen(IsForPeople, pages => pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.Use(ShowProblemsByGet);
        app.UseRouting();
        app.UseMiddleware<ApiProblems>();
        app.UseMiddleware<RequestLimit>();
        app.UseMiddleware<UnknownPaths>();
        app.UseMiddleware<ReaderPreferences>();
        app.UseAuthentication();
        app.UseMiddleware<PublicAnswers>();
        app.UseMiddleware<AttemptWatch>();
        app.UseRateLimiter(ApiLimits.Of(app.ApplicationServices.GetRequiredService<IOptions<RandomInspectionWebOptions>>().Value.ApiRequestsAMinute));
        app.UseMiddleware<ApiGate>();
        app.UseAuthorization();
        app.UseMiddleware<SecretPaths>();
        app.UseMiddleware<ApiMatters>();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
        return app;
    }

    /// <summary>Maps the pages, their static files and the API.</summary>
    /// <param name="endpoints">The host's routes.</param>
    public static RazorComponentsEndpointConventionBuilder MapRandomInspection(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapStaticAssets();
        endpoints.MapSignOut();
        endpoints.MapProviderSignIn();
        endpoints.MapOperations();
        endpoints.MapDirectories();
        endpoints.MapDraws();
        endpoints.MapMatches();
        endpoints.MapResults();
        endpoints.MapOpenData();
        endpoints.MapHow();
        endpoints.MapLedger();
        endpoints.MapEvidence();
        endpoints.MapApi();
        return endpoints.MapRazorComponents<App>().WithStaticAssets();
    }

    // RFC 9110, 9.3.2: as GET, without the body, which the server leaves out by itself.
    private static Task AnswerHeadLikeGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    // The page that says why a form was refused must not take the form for its own.
    private static Task ShowProblemsByGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    // Here and not in the page, so that the answer is our page in every environment.
    private static Task RefuseForgedForms(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal);
}

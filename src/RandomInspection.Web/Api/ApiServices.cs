using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>Registers the API.</summary>
internal static class ApiServices
{
    public const string SchemeName = "random-inspection";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiCall>();
        services.AddSingleton<RequestsUnderWay>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<CommandScope>();
        services.AddSingleton<ICommitTerms>(provider => provider.GetRequiredService<CommandScope>());
        services.AddSingleton<ILedgerObserver>(provider => provider.GetRequiredService<CommandScope>());
        services.AddHostedService<RequestSweep>();
        services.AddRateLimiter(_ => { });
        services.Configure<JsonOptions>(json => ApiJson.Configure(json.SerializerOptions));

        // What does not bind is told by the middleware, in every environment alike.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", openApi =>
        {
            openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            openApi.ShouldInclude = description => description.RelativePath?.StartsWith(ApiPaths.Root[1..], StringComparison.Ordinal) == true;
            openApi.AddSchemaTransformer(ApiDescription.ShapeAsync);
            openApi.AddOperationTransformer(ApiDescription.DescribeAsync);
            openApi.AddDocumentTransformer(ApiDescription.IntroduceAsync);
        });
    }

    /// <summary>Programs by token, everybody else by the session's cookie.</summary>
    public static AuthenticationBuilder AddApiSignIn(this AuthenticationBuilder authentication) => authentication
        .AddScheme<AuthenticationSchemeOptions, ApiTokens>(ApiTokens.SchemeName, null)
        .AddPolicyScheme(SchemeName, null, scheme => scheme.ForwardDefaultSelector = context =>
            ApiPaths.IsApi(context.Request.Path) && ApiTokens.IsSent(context) ? ApiTokens.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme);
}

using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Account;

/// <summary>Sign-in by OpenID Connect (code flow with PKCE). The provider says who somebody is; what they may do says the host's own <see cref="IStaff"/>.</summary>
public static class OpenIdConnectSignIn
{
    /// <summary>The path that the provider sends people back to; to be entered there behind this host's address.</summary>
    public const string CallbackPath = "/account/callback";

    private const string StartPath = "/account/provider";
    private const string AgainItem = "random-inspection:again";

    // Between the provider's clock and ours, and on the way back.
    private static readonly Duration AgainWithin = Duration.FromMinutes(2);

    /// <summary>Lets people sign in by the provider that a section of the configuration names. Does nothing if the section does not exist.</summary>
    /// <param name="services">The host's services, with the pages added already or later.</param>
    /// <param name="section">Binds to <see cref="OpenIdConnectSettings"/>.</param>
    /// <exception cref="InvalidOperationException">The section is there and something it must say is missing or wrong; the message says what.</exception>
    public static IServiceCollection AddOpenIdConnectSignIn(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (!section.Exists())
        {
            return services;
        }

        OpenIdConnectSettings settings = new();
        section.Bind(settings);
        if (settings.Fault() is { } fault)
        {
            throw new InvalidOperationException($"{section.Path}:{fault}");
        }

        services.TryAddSingleton(settings);
        services.AddAuthentication().AddOpenIdConnect(options => Configure(options, settings));
        return services;
    }

    /// <summary>The address that starts a sign-in at the provider. A link and no form: the page's policy lets no form lead to another site.</summary>
    /// <param name="back">Where to come back to.</param>
    /// <param name="again">Whether somebody who is signed in must prove anew who they are.</param>
    internal static string Start(string back, bool again = false) => $"{StartPath}?return={Uri.EscapeDataString(back)}{(again ? "&again=1" : "")}";

    internal static void MapProviderSignIn(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<OpenIdConnectSettings>() is not null)
        {
            endpoints.MapGet(StartPath, (HttpContext context, string? @return, string? again) =>
            {
                OpenIdConnectChallengeProperties properties = new() { RedirectUri = PageLinks.Local(@return) };
                if (again == "1" && SessionCookie.PersonOf(context.User, context.RequestServices) is { } person)
                {
                    properties.Items[AgainItem] = person.Id;
                    properties.Prompt = "login";
                    properties.MaxAge = TimeSpan.Zero;
                }

                return Results.Challenge(properties, [OpenIdConnectDefaults.AuthenticationScheme]);
            }).ExcludeFromDescription();
        }
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdConnectSettings settings)
    {
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.Authority = settings.Authority!.ToString();
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret.Length == 0 ? null : settings.ClientSecret;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // comes back by GET, with cookies that other sites' forms do not carry
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = settings.Scope.Length > 0;
        options.SaveTokens = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        foreach (string scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        foreach (CookieBuilder cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTicketReceived = context => ArriveAsync(context, settings);
        options.Events.OnRemoteFailure = SayWhy;
    }

    /// <summary>The provider has said who it is.</summary>
    /// <remarks>
    /// The session's cookie goes only where this site itself led (<c>SameSite=Strict</c>), and this request was sent by the provider:
    /// a page of ours leads on.
    /// </remarks>
    private static async Task ArriveAsync(TicketReceivedContext context, OpenIdConnectSettings settings)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        string back = PageLinks.Local(context.ReturnUri);
        Instant now = services.GetRequiredService<IClock>().GetCurrentInstant();
        Person? person = context.Principal?.FindFirstValue(settings.PersonClaim) is { } id ? services.GetRequiredService<IStaff>().FindPerson(id) : null;
        context.HandleResponse();
        if (person is null)
        {
            Log(services).NotAmongStaff();
            context.Response.Redirect($"/account/signin?problem={SignInProblem.NotStaff}");
            return;
        }

        // A provider that says nothing was asked for nothing: it has just sent somebody here.
        Instant proved = long.TryParse(context.Principal!.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? Instant.Min(Instant.FromUnixTimeSeconds(Math.Min(seconds, now.ToUnixTimeSeconds())), now)
            : now;
        string? asked = context.Properties?.Items.TryGetValue(AgainItem, out string? same) is true ? same : null;
        if (asked is not null && (asked != person.Id || proved + AgainWithin < now))
        {
            context.Response.Redirect($"{ProveAgain.Path(back)}&problem={SignInProblem.NotAgain}");
            return;
        }

        await SessionCookie.SignInAsync(context.HttpContext, person, isDemo: false, proved);
        context.Response.Redirect($"/account/arrived?return={Uri.EscapeDataString(back)}");
    }

    private static Task SayWhy(RemoteFailureContext context)
    {
        Log(context.HttpContext.RequestServices).ProviderFailed(context.Failure?.GetType().Name ?? "?");
        context.HandleResponse();
        context.Response.Redirect($"/account/signin?problem={SignInProblem.Provider}");
        return Task.CompletedTask;
    }

    private static ILogger Log(IServiceProvider services) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdConnectSignIn).FullName!);
}

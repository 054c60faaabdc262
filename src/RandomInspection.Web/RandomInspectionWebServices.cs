using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using RandomInspection.Ledger;
using RandomInspection.Web.Account;
using RandomInspection.Web.Api;
using RandomInspection.Web.Calendars;
using RandomInspection.Web.Directories;
using RandomInspection.Web.Draws;
using RandomInspection.Web.Ledger;
using RandomInspection.Web.OpenData;
using RandomInspection.Web.Operations;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web;

/// <summary>Registers the pages and the API.</summary>
public static class RandomInspectionWebServices
{
    /// <summary>Adds the pages and the API, sign-in by cookie and by token, and what they need. Safe to call twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says who the demo people are.</param>
    public static IServiceCollection AddRandomInspectionWeb(this IServiceCollection services, Action<RandomInspectionWebOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(Tongue)))
        {
            return services;
        }

        services.AddScoped<Tongue>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<ReaderViews>();
        services.AddScoped<RequestCatalogue>();
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "ri-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The policy says frame-ancestors 'none' already, and DENY says it to older browsers.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(ApiServices.SchemeName)
            .AddApiSignIn()
            .AddCookie(SessionCookie.Configure);
        services.AddApi();
        services.AddAuthorization();

        // Chinese stays Chinese in the pages' source instead of becoming character references.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance);
        services.AddDirectories();
        services.AddCalendars();
        services.AddOperations();
        services.AddOpenData();
        services.AddSingleton<PublicStates>();
        services.AddSingleton<AttemptLimit>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<LateProofs>();
        services.AddSingleton<CheckpointBell>();
        services.AddSingleton<ILedgerObserver>(provider => provider.GetRequiredService<CheckpointBell>());
        services.AddHostedService<LedgerService>();
        services.AddSingleton<FairnessRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<FairnessRuns>());
        return services;
    }
}

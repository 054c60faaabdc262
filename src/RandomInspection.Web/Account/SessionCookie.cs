using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RandomInspection.Web.Account;

/// <summary>The cookie that remembers who is signed in.</summary>
internal static class SessionCookie
{
    private const string DemoClaim = "random-inspection:demo";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ri-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/account/signin";
        options.ReturnUrlParameter = "return";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.Events.OnValidatePrincipal = RejectStrangers;
        options.Events.OnRedirectToLogin = AskPeopleToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public static Task SignInAsync(HttpContext context, Person person)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, person.Id), new(DemoClaim, "true")];
        claims.AddRange(person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    // A cookie says only who; what the person may do is asked anew on every request. Demo cookies are worth nothing outside Development.
    private static async Task RejectStrangers(CookieValidatePrincipalContext context)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        RandomInspectionWebOptions options = services.GetRequiredService<IOptions<RandomInspectionWebOptions>>().Value;
        ClaimsPrincipal? principal = context.Principal;
        Person? person = options.Find(principal?.FindFirstValue(ClaimTypes.NameIdentifier));
        bool demo = principal?.HasClaim(DemoClaim, "true") ?? false;
        bool rolesChanged = person is not null && !person.Roles.Select(role => role.ToString()).ToHashSet(StringComparer.Ordinal)
            .SetEquals(principal!.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
        if (person is null || rolesChanged || (demo && !services.GetRequiredService<IHostEnvironment>().IsDevelopment()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    private static Task AskPeopleToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}

using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RandomInspection.Web.Account;

/// <summary>The cookie that remembers who is signed in.</summary>
internal static class SessionCookie
{
    private const string DemoClaim = "random-inspection:demo";
    private const string ProvedClaim = "auth_time"; // OpenID Connect Core 1.0, section 2

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

    /// <summary>Remembers somebody who has just proved who they are.</summary>
    /// <param name="context">The request on which they did.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="isDemo">Whether they only pressed a button, as is allowed in Development.</param>
    /// <param name="at">When they proved it.</param>
    public static Task SignInAsync(HttpContext context, Person person, bool isDemo, Instant at)
    {
        context.RequestServices.GetRequiredService<LateProofs>().Note(person.Id, at);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(person, isDemo, at));
    }

    /// <summary>Whose session it is: by the staff the host knows, or by its demo people if it is theirs.</summary>
    /// <param name="user">What the cookie says.</param>
    /// <param name="services">The request's services.</param>
    public static Person? PersonOf(ClaimsPrincipal? user, IServiceProvider services)
    {
        if (user?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
        {
            return null;
        }

        return IsDemo(user)
            ? services.GetRequiredService<IOptions<RandomInspectionWebOptions>>().Value.Find(id)
            : services.GetRequiredService<IStaff>().FindPerson(id);
    }

    /// <summary>Whether they signed in by pressing a demo person's button.</summary>
    /// <param name="user">What the cookie says.</param>
    public static bool IsDemo(ClaimsPrincipal user) => user.HasClaim(DemoClaim, "true");

    /// <summary>When they last proved who they are; long ago where the cookie does not say.</summary>
    /// <param name="user">What the cookie says.</param>
    public static Instant ProvedAt(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ProvedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : Instant.MinValue;

    /// <summary>The claim that says when somebody proved who they are.</summary>
    /// <param name="at">When.</param>
    public static Claim Proved(Instant at) => new(ProvedClaim, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private static ClaimsPrincipal PrincipalOf(Person person, bool isDemo, Instant at)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, person.Id), Proved(at)];
        if (isDemo)
        {
            claims.Add(new Claim(DemoClaim, "true"));
        }

        claims.AddRange(person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    // A cookie says only who; what the person may do is asked anew on every request. Demo cookies are worth nothing outside Development.
    private static async Task RejectStrangers(CookieValidatePrincipalContext context)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        ClaimsPrincipal? principal = context.Principal;
        Person? person = PersonOf(principal, services);
        bool rolesChanged = person is not null && !person.Roles.Select(role => role.ToString()).ToHashSet(StringComparer.Ordinal)
            .SetEquals(principal!.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
        if (person is null || rolesChanged || (IsDemo(principal!) && !services.GetRequiredService<IHostEnvironment>().IsDevelopment()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
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

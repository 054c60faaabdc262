using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RandomInspection.Web.Account;

namespace RandomInspection.Web.Api;

/// <summary>Programs sign in with a token that the administrator gave them; the settings hold its SHA-256 only, and whose it is.</summary>
/// <remarks>Setting <c>RandomInspection:Api:Tokens:{sha-256, 64 lower-case hex characters} = {person}</c>. What the person may do is asked anew on every request, and when they last signed in at this host.</remarks>
internal sealed class ApiTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IConfiguration settings, IStaff staff, LateProofs proofs)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "random-inspection-token";
    private const string Prefix = "Bearer ";

    public static bool IsSent(HttpContext context) => context.Request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (settings[$"RandomInspection:Api:Tokens:{digest}"] is not { Length: > 0 } id || staff.FindPerson(id) is not { } person)
        {
            return Task.FromResult(AuthenticateResult.Fail("The token is not known."));
        }

        List<Claim> claims = [new(ClaimTypes.NameIdentifier, person.Id), .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))];
        if (proofs.Of(person.Id) is { } proved)
        {
            claims.Add(SessionCookie.Proved(proved));
        }

        ClaimsIdentity identity = new(claims, SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace RandomInspection.Tests;

/// <summary>An OpenID Connect provider on a port of this machine: whoever comes is the person that the test says, proved when the test says.</summary>
/// <remarks>It checks what a strict one checks: the client, its secret, the address to send back to and PKCE; a code holds once.</remarks>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "random-inspection";
    public const string ClientSecret = "for-tests-only";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly WebApplication _app;

    private IdentityProvider()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
            ["response_types_supported"] = (string[])["code"],
            ["subject_types_supported"] = (string[])["public"],
            ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = (object[])[Public()] }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    /// <summary>Whom it says it is.</summary>
    public string Person { get; set; } = "";

    /// <summary>When it says they proved it; nothing: now.</summary>
    public Instant? ProvedAt { get; set; }

    /// <summary>Refuses everybody.</summary>
    public bool Refuses { get; set; }

    /// <summary>Signs with a key that it does not publish.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>What was asked in the last address that led here.</summary>
    public IReadOnlyDictionary<string, string> LastAsked { get; private set; } = new Dictionary<string, string>();

    public string Issuer => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<IdentityProvider> StartAsync()
    {
        IdentityProvider provider = new();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        LastAsked = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        if (LastAsked["client_id"] != ClientId || LastAsked["response_type"] != "code" || LastAsked["code_challenge_method"] != "S256")
        {
            return Results.BadRequest();
        }

        string back = LastAsked["redirect_uri"];
        if (Refuses)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = LastAsked["state"] }));
        }

        string code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new Asked(back, LastAsked["nonce"], LastAsked["code_challenge"]);
        return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = LastAsked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out Asked? asked) || asked.Challenge != challenge || asked.Back != form["redirect_uri"]
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 60, id_token = Sign(asked.Nonce) });
    }

    private string Sign(string nonce)
    {
        using RSA other = RSA.Create(2048);
        DateTime now = DateTime.UtcNow;
        Instant proved = ProvedAt ?? SystemClock.Instance.GetCurrentInstant();
        SecurityTokenDescriptor token = new()
        {
            Issuer = Issuer,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = $"subject-of-{Person}", ["employee"] = Person, ["nonce"] = nonce, ["auth_time"] = proved.ToUnixTimeSeconds() },
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(SignsWithAnotherKey ? other : _key) { KeyId = "test", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
                SecurityAlgorithms.RsaSha256),
        };
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private Dictionary<string, string> Public()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "test",
            ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
        };
    }

    private sealed record Asked(string Back, string Nonce, string Challenge);
}

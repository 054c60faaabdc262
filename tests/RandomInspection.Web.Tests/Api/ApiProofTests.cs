using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Web.Account;

namespace RandomInspection.Tests.Api;

/// <summary>Whoever freezes, opens, draws or matches has lately signed in at this host, by a session or by a token; an identity provider stands beside both.</summary>
public sealed partial class ApiProofTests
{
    private static readonly string Operator = Way.Operator.Person.Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_ThatThePagesAskAFreshSignInFor_RefusedToWhoeverHasNone()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning, proved: false);
        using MemoryHost way = new(host.Services);
        await way.WithVisitsAsync();
        using HttpClient program = host.Caller(Operator);
        long before = (await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size;
        List<string?> asked = [];
        foreach (ApiOperation operation in (await ApiOperation.ReadAsync(Cancellation)).Where(one => one.Description["x-fresh-sign-in"] is not null))
        {
            // A ceremony may be of a draw or of a match.
            foreach (string ceremony in new[] { "D2026-0001", "M2026-0001" })
            {
                using HttpRequestMessage request = operation.Request($"{operation.Id}-{ceremony}", new Dictionary<string, string>(StringComparer.Ordinal) { ["ceremony"] = ceremony });
                using HttpResponseMessage answer = await program.SendAsync(request, Cancellation);
                Assert.Equal((operation.Id, HttpStatusCode.Unauthorized, "RI9064"), (operation.Id, answer.StatusCode, await CodeAsync(answer)));
                Assert.Equal("Bearer error=\"insufficient_user_authentication\", max_age=900", answer.Headers.WwwAuthenticate.ToString());
            }

            asked.Add(operation.Step);
        }

        Assert.Equal(["ceremony.open", "draw.draw", "draw.prepare", "match.match", "match.prepare"], asked.Order(StringComparer.Ordinal));
        Assert.Equal(before, (await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
    }

    [Fact]
    public async Task Token_OfWhoSignsInAndOut_DrawsInBetweenAndNoLongerThanTheProofHolds()
    {
        await using TemporaryStore store = await DesignedAsync();
        await using ApiHost host = await ApiHost.StartAsync(Way.Morning, store.File, proved: false);
        using HttpClient program = host.Caller(Operator);
        using PageReader reader = new(host.Address);
        Page signIn = await reader.OpenAsync("/account/signin");
        await reader.SendAsync(signIn, "sign-in", ("Person", Way.Drafter.Person.Id));
        Assert.Equal((HttpStatusCode.Unauthorized, "RI9064"), await FreezeAsync(program, "other"));
        await reader.SendAsync(signIn, "sign-in", ("Person", Operator));
        Page home = await reader.OpenAsync("/tasks");
        host.Clock.Now += Duration.FromMinutes(15) + Duration.FromSeconds(1);
        Assert.Equal((HttpStatusCode.Unauthorized, "RI9064"), await FreezeAsync(program, "one"));
        host.Clock.Now -= Duration.FromSeconds(1);
        await reader.SendAsync("/account/signout", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", AntiforgeryToken().Match(home.Html).Groups[1].Value)]));
        Assert.Equal((HttpStatusCode.Unauthorized, "RI9064"), await FreezeAsync(program, "one"));
        await reader.SendAsync(await reader.OpenAsync("/account/signin"), "sign-in", ("Person", Operator));
        Assert.Equal((HttpStatusCode.OK, null), await FreezeAsync(program, "one"));

        // It is done: sent again it is answered, whoever is there.
        host.Clock.Now += Duration.FromHours(1);
        Assert.Equal((HttpStatusCode.OK, null), await FreezeAsync(program, "one"));
    }

    [Fact]
    public async Task Session_LongAfterSigningIn_RefusedUntilConfirmedAnew()
    {
        await using TemporaryStore store = await DesignedAsync();
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader reader = await host.SignedInAsync(Operator);
        host.Clock.Now += Duration.FromMinutes(15) + Duration.FromSeconds(1);
        Page refused = await reader.SendAsync(Freezing("session"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains("RI9064", refused.Html, StringComparison.Ordinal);
        await reader.SendAsync(await reader.OpenAsync("/account/again"), "again");
        Page frozen = await reader.SendAsync(Freezing("session"));
        Assert.Equal((HttpStatusCode.OK, Way.DrawId), (frozen.Status, (string?)JsonNode.Parse(frozen.Html)!["id"]));
    }

    [Fact]
    public async Task Provider_BesideSessionsAndTokens_EachOpensItsOwn()
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        (provider.Person, provider.ProvedAt) = (Operator, Way.Morning - Duration.FromMinutes(30));
        await using TemporaryStore store = await DesignedAsync();
        IConfigurationSection section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SignIn:Authority"] = provider.Issuer,
            ["SignIn:ClientId"] = IdentityProvider.ClientId,
            ["SignIn:ClientSecret"] = IdentityProvider.ClientSecret,
            ["SignIn:PersonClaim"] = "employee",
        }).Build().GetSection("SignIn");
        await using ApiHost host = await ApiHost.StartAsync(Way.Morning, store.File, services => services.AddOpenIdConnectSignIn(section), proved: false);
        using HttpClient program = host.Caller(Operator), stranger = host.Caller("nobody");
        using PageReader reader = new(host.Address), nobody = new(host.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.OpenAsync("/api/v1/tasks")).Status); // told, not led to the provider
        Assert.Equal(HttpStatusCode.Found, (await nobody.OpenAsync("/tasks")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/tasks", Cancellation)).StatusCode);

        await GoAsync("/account/provider?return=/tasks");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await reader.OpenAsync("/tasks")).Status, (await reader.OpenAsync("/api/v1/tasks")).Status));
        Assert.Equal((HttpStatusCode.Unauthorized, "RI9064"), await FreezeAsync(program, "one")); // the provider says that it is half an hour ago
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.SendAsync(Freezing("one"))).Status);

        provider.ProvedAt = Way.Morning;
        await GoAsync("/account/provider?return=/tasks&again=1");
        Assert.Equal((HttpStatusCode.OK, null), await FreezeAsync(program, "one"));
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(Freezing("one"))).Status); // one person, one key: the same request

        async Task GoAsync(string start)
        {
            Page leads = await reader.OpenAsync(start);
            using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
            using HttpResponseMessage answer = await browser.GetAsync(new Uri(leads.Location!), Cancellation);
            Assert.StartsWith("/account/arrived", (await reader.OpenAsync(answer.Headers.Location!.PathAndQuery)).Location, StringComparison.Ordinal);
        }
    }

    private static async Task<TemporaryStore> DesignedAsync()
    {
        TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        return store;
    }

    private static HttpRequestMessage Freezing(string key)
    {
        HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/tasks/{Way.TaskId}/draw") { Content = new StringContent("{\"with\":[]}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return request;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> FreezeAsync(HttpClient client, string key)
    {
        using HttpRequestMessage request = Freezing(key);
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await CodeAsync(answer));
    }

    [GeneratedRegex("action=\"/account/signout\".*?name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.Singleline, 1000)]
    private static partial Regex AntiforgeryToken();

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.TryGetProperty("code", out JsonElement code) ? code.GetString() : null;
}

using System.Net;
using Microsoft.Extensions.Configuration;
using NodaTime;
using RandomInspection.Web.Account;

namespace RandomInspection.Tests;

/// <summary>Sign-in at an identity provider, and that whoever draws has proved lately who they are.</summary>
public sealed class SignInTests
{
    private static readonly string Operator = Way.Operator.Person.Id;

    [Fact]
    public async Task Provider_SomebodyOfTheStaff_SignedInOutsideDevelopmentAndLedBack()
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        provider.Person = Operator;
        await using PageHost host = await HostAsync(provider);
        using PageReader reader = host.Reader();
        Page page = await reader.OpenAsync("/account/signin?return=/tasks");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("/account/provider?return=%2Ftasks", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("person-button", page.Html, StringComparison.Ordinal);

        Page arrived = await GoAsync(reader, provider, "/account/provider?return=/tasks");
        Assert.Equal("/account/arrived?return=%2Ftasks", arrived.Location);
        Assert.Contains("content=\"0;url=/tasks\"", (await reader.OpenAsync(arrived.Location!)).Html, StringComparison.Ordinal);
        Page tasks = await reader.OpenAsync("/tasks");
        Assert.Equal(HttpStatusCode.OK, tasks.Status);
        Assert.Contains(Way.Operator.Person.EnglishName, tasks.Text, StringComparison.Ordinal);
        Assert.Equal("openid", provider.LastAsked["scope"]);
        Assert.DoesNotContain("prompt", provider.LastAsked.Keys);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Provider_ReturnToAnotherSite_LedHome(string back)
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        provider.Person = Operator;
        await using PageHost host = await HostAsync(provider);
        using PageReader reader = host.Reader();
        Assert.Equal("/account/arrived?return=%2F", (await GoAsync(reader, provider, $"/account/provider?return={Uri.EscapeDataString(back)}")).Location);
        Assert.Contains("content=\"0;url=/\"", (await reader.OpenAsync($"/account/arrived?return={Uri.EscapeDataString(back)}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_StrangerRefusedOrForged_NobodySignedInAndToldWhy()
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        await using PageHost host = await HostAsync(provider);
        foreach ((string person, bool refuses, bool forged, string code) in new[] { ("nobody", false, false, "RI9012"), (Operator, true, false, "RI9011"), (Operator, false, true, "RI9011") })
        {
            (provider.Person, provider.Refuses, provider.SignsWithAnotherKey) = (person, refuses, forged);
            using PageReader reader = host.Reader();
            Page answer = await GoAsync(reader, provider, "/account/provider?return=/tasks");
            Page page = await reader.OpenAsync(answer.Location!);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains(code, page.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await reader.OpenAsync("/tasks")).Status);
        }

        Assert.DoesNotContain(host.Log.Of(""), line => line.Text.Contains(Operator, StringComparison.Ordinal) || line.Text.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callback_WithoutAStartOrTwice_NobodySignedIn()
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        provider.Person = Operator;
        await using PageHost host = await HostAsync(provider);
        using PageReader reader = host.Reader();
        Page bare = await reader.OpenAsync($"{OpenIdConnectSignIn.CallbackPath}?code=x&state=y");
        Assert.Equal("/account/signin?problem=Provider", bare.Location);

        string callback = await CallbackAsync(reader, provider, "/account/provider?return=/tasks");
        Assert.StartsWith("/account/arrived", (await reader.OpenAsync(callback)).Location, StringComparison.Ordinal);
        using PageReader thief = host.Reader();
        Assert.Equal("/account/signin?problem=Provider", (await thief.OpenAsync(callback)).Location);
        Assert.Equal(HttpStatusCode.Found, (await thief.OpenAsync("/tasks")).Status);
    }

    [Fact]
    public async Task Draw_LongAfterSigningIn_ProvedAnewFirstAndOnlyByThemselves()
    {
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        provider.Person = Operator;
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("design");
        }

        await using PageHost host = await HostAsync(provider, store.File);
        using PageReader reader = host.Reader();
        string task = $"/tasks/{Way.TaskId}";
        provider.ProvedAt = Way.Morning - Duration.FromMinutes(30);
        await GoAsync(reader, provider, $"/account/provider?return={task}");
        Page sent = await reader.SendAsync(await reader.OpenAsync(task), "freeze");
        string again = PathOf(sent);
        Assert.Equal($"/account/again?return={Uri.EscapeDataString(task)}", again);
        Assert.Contains("again=1", (await reader.OpenAsync(again)).Html, StringComparison.Ordinal);

        string start = $"/account/provider?return={task}&again=1";
        Assert.EndsWith("problem=NotAgain", (await GoAsync(reader, provider, start)).Location, StringComparison.Ordinal); // the provider did not ask anew
        Assert.Equal(("login", "0"), (provider.LastAsked["prompt"], provider.LastAsked["max_age"]));
        (provider.ProvedAt, provider.Person) = (Way.Morning, Way.Witness.Person.Id);
        Page other = await GoAsync(reader, provider, start);
        Assert.Contains("RI9013", (await reader.OpenAsync(other.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(again, PathOf(await reader.SendAsync(await reader.OpenAsync(task), "freeze")));

        provider.Person = Operator;
        Assert.StartsWith("/account/arrived", (await GoAsync(reader, provider, start)).Location, StringComparison.Ordinal);
        Assert.Equal($"/draws/{Way.DrawId}", PathOf(await reader.SendAsync(await reader.OpenAsync(task), "freeze")));
    }

    [Fact]
    public async Task Draw_DemoPersonLongAfterSigningIn_AskedOnceMore()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("design");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader reader = await host.SignedInAsync(Operator);
        string task = $"/tasks/{Way.TaskId}";
        Page page = await reader.OpenAsync(task);
        host.Clock.Now += Duration.FromMinutes(15) + Duration.FromSeconds(1);
        string again = PathOf(await reader.SendAsync(page, "freeze"));
        Page asked = await reader.OpenAsync(again);
        Assert.Contains($"I am {Way.Operator.Person.EnglishName}", asked.Text, StringComparison.Ordinal);
        Assert.Equal(task, PathOf(await reader.SendAsync(asked, "again")));
        Assert.Equal($"/draws/{Way.DrawId}", PathOf(await reader.SendAsync(page, "freeze")));
    }

    [Theory]
    [InlineData("Authority", "http://provider.example/")]
    [InlineData("Authority", "")]
    [InlineData("ClientId", "")]
    [InlineData("PersonClaim", "")]
    public void AddOpenIdConnectSignIn_SettingMissingOrWrong_StartRefusedNamingIt(string setting, string value)
    {
        Dictionary<string, string?> settings = new() { ["SignIn:Authority"] = "https://provider.example/", ["SignIn:ClientId"] = "us", [$"SignIn:{setting}"] = value };
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddOpenIdConnectSignIn(Section(settings)));
        Assert.StartsWith($"SignIn:{setting}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddOpenIdConnectSignIn_NoSection_NothingAdded() =>
        Assert.Empty(new ServiceCollection().AddOpenIdConnectSignIn(Section([])));

    private static Task<PageHost> HostAsync(IdentityProvider provider, string? database = null) => PageHost.StartAsync(
        Way.Morning, database, services => services.AddOpenIdConnectSignIn(Section(new()
        {
            ["SignIn:Authority"] = provider.Issuer,
            ["SignIn:ClientId"] = IdentityProvider.ClientId,
            ["SignIn:ClientSecret"] = IdentityProvider.ClientSecret,
            ["SignIn:PersonClaim"] = "employee",
        })), environment: "Production");

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("SignIn");

    /// <summary>Goes to the provider and back; the answer to the coming back.</summary>
    private static async Task<Page> GoAsync(PageReader reader, IdentityProvider provider, string start) =>
        await reader.OpenAsync(await CallbackAsync(reader, provider, start));

    private static async Task<string> CallbackAsync(PageReader reader, IdentityProvider provider, string start)
    {
        Page leads = await reader.OpenAsync(start);
        Assert.StartsWith($"{provider.Issuer}/authorize?", leads.Location, StringComparison.Ordinal);
        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage answer = await browser.GetAsync(new Uri(leads.Location!), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    private static string PathOf(Page page) =>
        Uri.TryCreate(page.Location, UriKind.Absolute, out Uri? address) && address.Scheme != Uri.UriSchemeFile ? address.PathAndQuery : page.Location ?? $"{page.Status}: {page.Text}";
}

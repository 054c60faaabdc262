using System.Net;
using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>What a host tells every browser, asked of one that runs.</summary>
public sealed partial class SecurityHeaderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-headers-").FullName;
    private RunningHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await RunningHost.StartAsync(_folder, RunningHost.Sample("OwnStore"), "双随机", "--OwnStore", Path.Combine(_folder, "own.db"));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/not/there", "text/html; charset=utf-8")]
    [InlineData("/account/signin", "text/html; charset=utf-8")]
    [InlineData("/_content/RandomInspection.Web/site.css", "text/css")]
    [InlineData("/health/ready", "application/json")]
    public async Task Answers_OfAHost_CarryThePolicies(string path, string type)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Origin", "https://elsewhere.example");
        using HttpResponseMessage answer = await _host.Client.SendAsync(request, Cancellation);
        Assert.StartsWith(type, answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        string policy = Header(answer, "Content-Security-Policy");
        Assert.All(["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"], directive => Assert.Contains(directive, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cookies_OfAPersonWhoSignsIn_StrictAndUnreadable()
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient browser = new(handler) { BaseAddress = _host.Client.BaseAddress };
        string page = await browser.GetStringAsync(new Uri("/account/signin", UriKind.Relative), Cancellation);
        using FormUrlEncodedContent form = new([
            .. Hidden().Matches(page).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
            KeyValuePair.Create("Person", Person().Match(page).Groups[1].Value),
        ]);
        using HttpResponseMessage signedIn = await browser.PostAsync(new Uri("/account/signin", UriKind.Relative), form, Cancellation);
        string session = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ri-session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; httponly", session, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", session, StringComparison.Ordinal);
        Assert.DoesNotContain("; domain=", session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_OfAPage_NotAnswered()
    {
        using HttpRequestMessage request = new(HttpMethod.Trace, new Uri("/", UriKind.Relative));
        using HttpResponseMessage answer = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""name="Person" value="([^"]+)""")]
    private static partial Regex Person();
}

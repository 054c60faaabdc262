using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace RandomInspection.Tests.Api;

/// <summary>Every refusal is a problem document with a code, in the language asked for; bodies and rates are bounded; the description's page asks nobody outside.</summary>
public sealed class ProblemTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/nothing", null, null, 404, "RI9056")]
    [InlineData("GET", "/api/v1/plans/P2026-404", null, null, 404, "RI9056")]
    [InlineData("DELETE", "/api/v1/plans", null, null, 405, "RI9057")]
    [InlineData("GET", "/api/v1/tasks", null, null, 401, "RI9055")]
    [InlineData("GET", "/api/v1/supervision/figures", "ni", null, 403, "RI9063")]
    [InlineData("POST", "/api/v1/plans", "ni", "{", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":\"x\",\"title\":\"t\"}", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"title\":\"t\"}", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":2026,\"title\":null}", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":2026,\"title\":\"t\",\"more\":1}", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":1,\"title\":\"t\"}", 422, "RI2008")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":2026,\"title\":\"a\\u0000b\"}", 400, "RI9054")]
    [InlineData("POST", "/api/v1/plans", "ni", "{\"year\":2026,\"title\":\"\"}", 422, "RI2007")]
    [InlineData("GET", "/api/v1/plans?limit=0", null, null, 400, "RI9076")]
    [InlineData("GET", "/api/v1/plans?limit=x", null, null, 400, "RI9054")]
    [InlineData("GET", "/api/v1/plans?after=%25", null, null, 400, "RI9076")]
    public async Task Refusal_OfEachKind_IsAProblemInBothLanguages(string method, string path, string? person, string? body, int status, string code)
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        (JsonElement english, _) = await SendAsync(host, method, path, person, "en;q=0.9, zh;q=0.5", body, status);
        (JsonElement chinese, string? language) = await SendAsync(host, method, path, person, null, body, status);
        Assert.Equal("zh-CN", language);
        foreach (JsonElement problem in new[] { english, chinese })
        {
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.Equal($"urn:random-inspection:{code}", problem.GetProperty("type").GetString());
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
            Assert.EndsWith(problem.GetProperty("remedy").GetString()!, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        }

        Assert.Contains(chinese.GetProperty("title").GetString()!, c => c >= 0x4E00);
        Assert.DoesNotContain(english.GetProperty("title").GetString()!, c => c >= 0x4E00);
    }

    [Fact]
    public async Task Body_OfAnotherMediaType_Refused()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        using HttpResponseMessage answer = await drafter.PostAsync("/api/v1/plans", new StringContent("year=2026", Encoding.UTF8, "application/x-www-form-urlencoded"), Cancellation);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "RI9059"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_TooLarge_Refused(bool saysHowLarge)
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        byte[] large = Encoding.UTF8.GetBytes($"{{\"year\":2026,\"title\":\"{new string('t', 2 << 20)}\"}}");
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/plans") { Content = saysHowLarge ? new ByteArrayContent(large) : new StreamContent(new UnseekableStream(large)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", "large");
        using HttpResponseMessage answer = await drafter.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RI9058"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task Requests_TooMany_RefusedUntilTheMinuteIsOver()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now, requestsAMinute: 3);
        using HttpClient anybody = host.Caller(), drafter = host.Caller("ni");
        for (int sent = 0; sent < 3; sent++)
        {
            using HttpResponseMessage taken = await anybody.GetAsync("/api/v1/plans", Cancellation);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using HttpResponseMessage refused = await anybody.GetAsync("/api/v1/plans", Cancellation);
        Assert.Equal((HttpStatusCode.TooManyRequests, "RI9060"), (refused.StatusCode, await CodeAsync(refused)));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        using HttpResponseMessage person = await drafter.GetAsync("/api/v1/plans", Cancellation);
        Assert.Equal(HttpStatusCode.OK, person.StatusCode);
        using HttpResponseMessage page = await anybody.GetAsync("/plans", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Token_NotKnown_Refused()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient stranger = host.Caller("nobody");
        using HttpResponseMessage answer = await stranger.GetAsync("/api/v1/plans", Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, "RI9055"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.StartsWith("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_FromAnotherSite_ChangesNothing()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient browser = new() { BaseAddress = host.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/plans") { Content = new StringContent("{\"year\":2026,\"title\":\"t\"}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using HttpResponseMessage answer = await browser.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.Forbidden, "RI9062"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task ReferencePage_NamesNoOutsideAddressAndItsPolicyAllowsNone()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient anybody = host.Caller();
        using HttpResponseMessage answer = await anybody.GetAsync("/api-reference/", Cancellation);
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotMatch("(?i)(https?:)?//(?!127\\.0\\.0\\.1)[a-z0-9.-]+\\.[a-z]{2,}", html);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        string script = System.Text.RegularExpressions.Regex.Match(html, "src=\"([^\"]+\\.js[^\"]*)\"").Groups[1].Value;
        using HttpResponseMessage served = await anybody.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, script), Cancellation);
        Assert.Equal((HttpStatusCode.OK, true), (served.StatusCode, served.Content.Headers.ContentType!.MediaType!.Contains("javascript", StringComparison.Ordinal)));
    }

    private static async Task<(JsonElement Problem, string? Language)> SendAsync(ApiHost host, string method, string path, string? person, string? language, string? body, int status)
    {
        using HttpClient client = host.Caller(person, language);
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", "problem");
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((path, status, "application/problem+json"), (path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return (JsonDocument.Parse(text).RootElement, answer.Content.Headers.ContentLanguage.SingleOrDefault());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("code").GetString();

    /// <summary>Bytes whose number nobody knows before: they are sent in chunks.</summary>
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}

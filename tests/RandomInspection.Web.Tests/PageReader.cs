using System.Net;
using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>Somebody who reads pages and sends forms without a browser; remembers cookies, follows links only when told.</summary>
internal sealed class PageReader : IDisposable
{
    private readonly HttpClient _client;

    public PageReader(Uri address)
    {
        CookieContainer cookies = new();
        cookies.Add(address, new Cookie("ri-language", "en"));
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, Expect100ContinueTimeout = TimeSpan.FromSeconds(20) }) { BaseAddress = address };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Page> OpenAsync(string path, HttpMethod? method = null)
    {
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, path);
        using HttpResponseMessage answer = await _client.SendAsync(request, Cancellation);
        return await Page.OfAsync(path, answer, Cancellation);
    }

    /// <summary>Sends a form of a page with its own hidden fields and the values given.</summary>
    public Task<Page> SendAsync(Page page, string form, params (string Name, string Value)[] fields) =>
        SendAsync(page.Path, new FormUrlEncodedContent([.. page.HiddenOf(form, fields), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    public async Task<Page> SendAsync(string path, HttpContent content, bool asksFirst = false)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = asksFirst;
        using HttpResponseMessage answer = await _client.SendAsync(request, Cancellation);
        return await Page.OfAsync(path, answer, Cancellation);
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage answer = await _client.SendAsync(request, Cancellation);
        return await Page.OfAsync(request.RequestUri!.ToString(), answer, Cancellation);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What a request was answered with.</summary>
internal sealed partial record Page(string Path, HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The words of the page without its marks.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Marks().Replace(Html, " ")), " ").Trim();

    /// <summary>The levels of its headings in order: <c>h1</c>, <c>h2</c>, …</summary>
    public IEnumerable<string> Headings => HeadingMarks().Matches(Html).Select(match => match.Groups[1].Value);

    public static async Task<Page> OfAsync(string path, HttpResponseMessage answer, CancellationToken cancellation) =>
        new(path, answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(cancellation));

    public IEnumerable<KeyValuePair<string, string>> HiddenOf(string form, IReadOnlyCollection<(string Name, string Value)> given)
    {
        string inner = Forms().Matches(Html).Select(match => match.Value).Single(text => text.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        return from match in Inputs().Matches(inner)
               let name = Attribute(match.Value, "name")
               where Attribute(match.Value, "type") == "hidden" && given.All(field => field.Name != name)
               select KeyValuePair.Create(name, Attribute(match.Value, "value"));
    }

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<(h[1-6])[ >]", RegexOptions.None, 1000)]
    private static partial Regex HeadingMarks();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

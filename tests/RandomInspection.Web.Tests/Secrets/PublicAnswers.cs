using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace RandomInspection.Tests.Secrets;

/// <summary>Everything that somebody is answered by a host: every page and file that links lead to, and every address of every endpoint with the ids that somebody might guess.</summary>
internal sealed partial class PublicAnswers : IDisposable
{
    private readonly HttpClient _client;
    private readonly SecretHost _host;

    private PublicAnswers(SecretHost host, HttpClient client)
    {
        (_host, _client) = (host, client);
    }

    /// <summary>What was answered: method, address, status, headers and bytes.</summary>
    public SortedDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Asks for everything.</summary>
    /// <param name="host">The host.</param>
    /// <param name="guesses">Ids that somebody might guess: numbers of plans, tasks, draws, visits, duties, codes and names of firms.</param>
    /// <param name="person">The demo person who is signed in; nobody if none is named.</param>
    public static async Task<SortedDictionary<string, string>> ReadAsync(SecretHost host, IEnumerable<string> guesses, string? person = null)
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Pages.Address };
        using PublicAnswers answers = new(host, client);
        if (person is not null)
        {
            string token = Token().Match(await client.GetStringAsync("/account/signin", Cancellation)).Groups[1].Value;
            using HttpResponseMessage signedIn = await client.PostAsync(
                "/account/signin", new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Person", person)]), Cancellation);
            Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        }

        await answers.WalkAsync(signedIn: person is not null);
        await answers.GuessAsync(guesses, signedIn: person is not null);
        answers.Answers["the host's meter"] = host.Metrics;
        return answers.Answers;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>From the front page by every link.</summary>
    private async Task WalkAsync(bool signedIn)
    {
        IEnumerable<int> entries = signedIn ? [] : Enumerable.Range(0, 120);
        Queue<string> waiting = new(
        [
            "/", "/?lang=en", "/?type=large", "/?lang=zh", "/?type=normal", "/published.json", "/results.json", "/data/SHA256SUMS", "/robots.txt", "/sitemap.xml", "/ledger/growth.txt?from=1",
            .. entries.SelectMany(i => (string[])[$"/ledger/entries/{i}.json", $"/ledger/proofs/{i}.txt", $"/ledger/checkpoints/{i}.txt"]),
        ]);
        while (waiting.TryDequeue(out string? path))
        {
            if (Answers.ContainsKey($"GET {path}"))
            {
                continue;
            }

            string body = await AskAsync(HttpMethod.Get, path);
            while (path.EndsWith("/fairness", StringComparison.Ordinal) && body.Contains("id=\"progress-", StringComparison.Ordinal))
            {
                await Task.Delay(50, Cancellation); // it shows how far it has come; what counts is what it ends with
                body = await AskAsync(HttpMethod.Get, path);
            }

            foreach (Match link in Links().Matches(body))
            {
                // Each language and type shows the same links; days of the calendar lead to days.
                string to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (!to.Contains("lang=", StringComparison.Ordinal) && !to.Contains("type=", StringComparison.Ordinal) && !path.StartsWith("/calendar/", StringComparison.Ordinal))
                {
                    waiting.Enqueue(to);
                }
            }
        }
    }

    /// <summary>Every endpoint there is, with every guess in the place of its parameters and of what is searched for.</summary>
    private async Task GuessAsync(IEnumerable<string> guesses, bool signedIn)
    {
        string[] patterns = [.. _host.Pages.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}").Distinct().Order(StringComparer.Ordinal)];
        Assert.Contains("/draws/{draw}/record.json", patterns);
        foreach (string pattern in patterns.Where(pattern => !pattern.StartsWith("/account/sign", StringComparison.Ordinal) && !pattern.Contains("{**", StringComparison.Ordinal)))
        {
            foreach ((int i, string guess) in guesses.Index())
            {
                if ((signedIn || i % 6 != 0) && pattern.StartsWith("/api/v1", StringComparison.Ordinal))
                {
                    continue; // ApiSecretTests ask the operations more
                }

                string id = Uri.EscapeDataString(guess);
                if (Parameters().Count(pattern) is 0)
                {
                    await AskAsync(HttpMethod.Get, $"{pattern}?q={id}&task={id}&subject={id}&of={id}&code={id}&return=%2Fplans%2F{id}");
                    continue;
                }

                int number = 0;
                string path = Parameters().Replace(pattern, match => match.Value.Contains("task", StringComparison.OrdinalIgnoreCase) && number++ >= 0 && Parameters().Count(pattern) > 1 ? "A2026-S001-T01" : id);
                await AskAsync(HttpMethod.Get, path);
                if (!signedIn && i % 6 == 0)
                {
                    await AskAsync(HttpMethod.Head, path);
                    await AskAsync(HttpMethod.Post, path);
                    await AskAsync(HttpMethod.Delete, path);
                }
            }
        }
    }

    private async Task<string> AskAsync(HttpMethod method, string path)
    {
        using HttpRequestMessage request = new(method, path);
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        string body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await FirstAsync(answer) : await answer.Content.ReadAsStringAsync(Cancellation);
        IEnumerable<string> headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        Answers[$"{method} {path}"] = Chance().Replace($"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}", "…")
            .Replace(_host.Pages.Address.Authority, "host", StringComparison.Ordinal);
        return body;
    }

    /// <summary>What a stream says first: it never ends by itself.</summary>
    private static async Task<string> FirstAsync(HttpResponseMessage answer)
    {
        await using Stream stream = await answer.Content.ReadAsStreamAsync(Cancellation);
        byte[] buffer = new byte[256];
        int read = await stream.ReadAsync(buffer, Cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameters();

    /// <summary>The form's token and a problem's trace, which are made by chance for each request.</summary>
    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" value=\")[^\"]*|(?<=ri-form=)[^;]*|(?<=\"traceId\":\")[0-9a-f]{32}")]
    private static partial Regex Chance();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

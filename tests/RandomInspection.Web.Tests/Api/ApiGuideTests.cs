using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;

namespace RandomInspection.Tests.Api;

/// <summary>The requests in <c>docs/api.md</c>, sent as they stand there, are answered as it says.</summary>
public sealed partial class ApiGuideTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheGuide_AreAnsweredAsItSays()
    {
        await using ApiHost host = await ApiHost.StartAsync(Instant.FromUtc(2026, 3, 2, 1, 0));
        using HttpClient program = host.Caller();
        string guide = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "docs", "api.md"), Cancellation);
        Match[] requests = [.. Requests().Matches(guide).Cast<Match>()];
        Assert.Equal(2, requests.Length);
        List<JsonNode> answers = [];
        foreach (Match sent in requests)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, sent.Groups["path"].Value) { Content = new StringContent(sent.Groups["body"].Value, Encoding.UTF8, "application/json") };
            foreach (string[] header in sent.Groups["headers"].Value.Trim().Split('\n').Select(line => line.Split(": ", 2)).Where(header => header[0] != "Content-Type"))
            {
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
            }

            using HttpResponseMessage answer = await program.SendAsync(request, Cancellation);
            string text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.IsSuccessStatusCode, text);
            answers.Add(JsonNode.Parse(text)!);
        }

        string said = Answers().Match(guide).Groups["body"].Value;
        Assert.Equal(JsonNode.Parse(said)!.ToJsonString(), answers[0].ToJsonString());
        Assert.Equal("P2026-001-T01", (string?)answers[1]["id"]);
    }

    [GeneratedRegex("```http\nPOST (?<path>\\S+) HTTP/1.1\n(?<headers>.*?)\n\n(?<body>.*?)\n```", RegexOptions.Singleline, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex("```json\n(?<body>\\{\"id\".*?)\n```", RegexOptions.Singleline, 1000)]
    private static partial Regex Answers();
}

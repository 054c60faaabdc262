using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using RandomInspection.Inspections;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>A surprise inspection does not leak through the API: two hosts that differ only in one give the public the same answers, and its addresses are as if they were not.</summary>
public sealed partial class ApiSecretTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublicAnswers_OfTwoHostsThatDifferInASecret_AreTheSame()
    {
        Dictionary<string, string> without = await AnswersAsync(secret: false), with = await AnswersAsync(secret: true);
        Assert.True(without.Count > 30);
        foreach ((string path, string answer) in without)
        {
            Assert.Equal($"{path}\n{answer}", $"{path}\n{with[path]}");
            Assert.DoesNotContain("S001", with[path], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SecretAddresses_WhateverIsSent_AreAnsweredAsThoseThatNeverWere()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        string visit = (await way.WithSecretVisitsAsync())[0].Key;
        (string, string)[] ids = [("plan", "A2026-S001"), ("task", "A2026-S001-T01"), ("draw", "D2026-S001-T01-01"), ("ceremony", "D2026-S001-T01-01"), ("match", "M2026-S001-T01-01"), ("visit", visit), ("duty", $"result-{visit}")];
        int compared = 0;
        foreach (string? person in new[] { null, "huan", "qi", "lv" })
        {
            using HttpClient client = host.Caller(person);
            foreach (ApiOperation operation in (await ApiOperation.ReadAsync(Cancellation)).Where(one => ids.Any(id => one.Path.Contains($"{{{id.Item1}}}", StringComparison.Ordinal))))
            {
                foreach (string? body in new[] { null, "{" })
                {
                    string secret = await SendAsync(operation, "A", body), never = await SendAsync(operation, "Z", body);
                    Assert.Equal(never, secret);
                    compared++;
                }
            }

            async Task<string> SendAsync(ApiOperation operation, string key, string? body)
            {
                Dictionary<string, string> values = ids.ToDictionary(id => id.Item1, id => key == "A" ? id.Item2 : id.Item2.Replace("S001", "S999", StringComparison.Ordinal), StringComparer.Ordinal);
                using HttpRequestMessage request = operation.Request($"{key}-{compared}", values, operation.Body is null ? null : body);
                using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
                string headers = string.Join('\n', answer.Headers.Where(one => one.Key != "Date").Select(one => $"{one.Key}: {string.Join(',', one.Value)}"));
                return $"{operation.Id} {(int)answer.StatusCode}\n{headers}\n{Chance().Replace(await answer.Content.ReadAsStringAsync(Cancellation), "…")}".Replace("S999", "S001", StringComparison.Ordinal);
            }
        }

        Assert.True(compared > 400);
    }

    private static async Task<Dictionary<string, string>> AnswersAsync(bool secret)
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        if (secret)
        {
            ImmutableArray<VisitView> hidden = await way.WithSecretVisitsAsync();
            await way.ConcludedAsync(hidden[0].Key);
        }

        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        string visit = (await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation))[0].Key;
        await way.AuditedAsync(visit);
        await way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}", "plan-P2026-001"], ["portal"], Cancellation);
        using HttpClient anybody = host.Caller();
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        foreach (ApiOperation operation in (await ApiOperation.ReadAsync(Cancellation)).Where(one => one.Roles.Count == 0 && one.Method == "GET"))
        {
            foreach (string? q in new[] { null, "S001", "突击" })
            {
                using HttpRequestMessage request = operation.Request("", q is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["q"] = q, ["visit"] = visit });
                string asked = request.RequestUri!.ToString();
                using HttpResponseMessage answer = await anybody.SendAsync(request, Cancellation);
                answers[$"{asked} {q}"] = $"{answer.StatusCode} {answer.Headers.ETag} {string.Join(',', answer.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links : [])}\n{Chance().Replace(await answer.Content.ReadAsStringAsync(Cancellation), "…")}";
            }
        }

        return answers;
    }

    /// <summary>What is made by chance at every start, and the trace's number.</summary>
    [GeneratedRegex("[0-9a-f]{16,64}|\"traceId\":\"[^\"]*\"|[A-Za-z0-9_-]{40,}")]
    private static partial Regex Chance();
}

using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>A9: two hosts that differ only in a surprise inspection give the public the same answers, byte for byte but for what is made by chance.</summary>
public sealed partial class SecretTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublicAnswers_OfTwoHostsThatDifferInASecret_AreTheSame()
    {
        (Dictionary<string, string> without, _) = await AnswersAsync(secret: false);
        (Dictionary<string, string> with, ImmutableArray<string> ids) = await AnswersAsync(secret: true);
        Assert.NotEmpty(ids);
        foreach ((string path, string answer) in without)
        {
            Assert.Equal($"{path}\n{answer}", $"{path}\n{with[path]}");
            Assert.DoesNotContain("S001", with[path], StringComparison.Ordinal);
            Assert.DoesNotContain("突击", with[path], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SecretAddresses_ForThePublicAndForOthers_AsIfTheyWereNot()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        string visit = (await way.WithSecretVisitsAsync())[0].Key;
        string[] paths =
        [
            "/plans/A2026-S001", "/plans/a2026-s001", "/plans/A2026%2DS001", "/tasks/A2026-S001-T01", "/draws/D2026-S001-T01-01", "/draws/D2026-S001-T01-01/opening.json", "/draws/D2026-S001-T01-01/record.json",
            "/draws/D2026-S001-T01-01/events", "/matches/M2026-S001-T01-01", $"/visits/{visit}", $"/visits/{visit}/notice", $"/results/{visit}", $"/disclosure/result-{visit}", "/plans/A2026-S001/trail",
        ];
        using HttpClient anybody = new() { BaseAddress = host.Address };
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await anybody.GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            using HttpResponseMessage nothing = await anybody.GetAsync(path.Replace("S001", "S999", StringComparison.Ordinal).Replace("s001", "s999", StringComparison.Ordinal), Cancellation);
            if (nothing.StatusCode == HttpStatusCode.NotFound)
            {
                Assert.Equal(Plain(await nothing.Content.ReadAsStringAsync(Cancellation)).Replace("S999", "S001", StringComparison.Ordinal).Replace("s999", "s001", StringComparison.Ordinal), Plain(await answer.Content.ReadAsStringAsync(Cancellation)));
            }
        }

        // Its own department works on it; another's publisher finds nothing.
        PageReader head = await host.SignedInAsync("shou");
        Assert.Contains("校园周边食品突击检查", (await head.OpenAsync("/plans/A2026-S001")).Text, StringComparison.Ordinal);
        PageReader other = await host.SignedInAsync("huan");
        Assert.DoesNotContain("突击", (await other.OpenAsync("/plans")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("突击", (await other.OpenAsync("/disclosure")).Text, StringComparison.Ordinal);
    }

    /// <summary>What anybody is answered by the public pages; the secret, if there is one, comes first and ends later.</summary>
    private static async Task<(Dictionary<string, string> Answers, ImmutableArray<string> Secret)> AnswersAsync(bool secret)
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        ImmutableArray<VisitView> hidden = secret ? await way.WithSecretVisitsAsync() : [];
        if (secret)
        {
            await way.ConcludedAsync(hidden[0].Key);
        }

        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        ImmutableArray<VisitView> visits = await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation);
        await way.AuditedAsync(visits[0].Key);
        await way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visits[0].Key}", "plan-P2026-001"], ["portal"], Cancellation);
        string[] paths =
        [
            "/", "/plans", "/plans/P2026-001", "/draws", "/draws/D2026-0001", "/draws/D2026-0001/opening.json", "/draws/D2026-0001/record.json", "/matches", "/matches/M2026-0001", "/results", "/results?q=沈阳",
            "/results.json", $"/results/{visits[0].Key}", $"/visits/{visits[0].Key}/notice", $"/firms/{visits[0].SubjectCode}", "/published.json", "/ledger", "/ledger/checkpoint.txt", "/ledger/entries/1.json", "/calendar",
        ];
        using HttpClient anybody = new() { BaseAddress = host.Address };
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await anybody.GetAsync(path, Cancellation);
            answers[path] = $"{answer.StatusCode}\n{Plain(await answer.Content.ReadAsStringAsync(Cancellation))}";
        }

        // A firm that was drawn in secret and in no public list is not known to the public.
        foreach (VisitView visit in hidden.Where(one => visits.All(open => open.SubjectCode != one.SubjectCode)))
        {
            using HttpResponseMessage answer = await anybody.GetAsync($"/firms/{visit.SubjectCode}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        return (answers, [.. hidden.Select(visit => visit.Key)]);
    }

    /// <summary>Without what is made by chance at every start: keys and salts, hashes over them, and the form's token.</summary>
    private static string Plain(string answer) => Chance().Replace(answer, "…");

    [GeneratedRegex("[0-9a-f]{16,64}|name=\"__RequestVerificationToken\"[^>]*>|[A-Za-z0-9_-]{40,}")]
    private static partial Regex Chance();
}

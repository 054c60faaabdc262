using System.Net;
using System.Text.RegularExpressions;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>A9: whatever names a surprise inspection that is secret is answered as what never was; <c>TwoHostsTests</c> compares everything else.</summary>
public sealed partial class SecretTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
            // Where somebody must sign in for what never was, so they must for what is secret; nothing else tells them apart either.
            string never = path.Replace("S001", "S999", StringComparison.Ordinal).Replace("s001", "s999", StringComparison.Ordinal);
            using HttpResponseMessage answer = await anybody.GetAsync(path, Cancellation), nothing = await anybody.GetAsync(never, Cancellation);
            Assert.Equal((path, nothing.StatusCode, await SaidAsync(nothing)), (path, answer.StatusCode, await SaidAsync(answer)));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound || answer.RequestMessage!.RequestUri!.AbsolutePath == "/account/signin", path);
        }

        // Neither does a search: it finds nothing and says so alike.
        foreach (string asked in (string[])["A2026-S001", "a2026-s001", "D2026-S001-T01-01", visit])
        {
            foreach (string search in (string[])["/results?q=", "/results.json?q=", "/dishonesty?q=", "/account/signin?return=/plans/"])
            {
                using HttpResponseMessage answer = await anybody.GetAsync($"{search}{asked}", Cancellation);
                using HttpResponseMessage nothing = await anybody.GetAsync($"{search}{asked.Replace("S001", "S999", StringComparison.Ordinal).Replace("s001", "s999", StringComparison.Ordinal)}", Cancellation);
                Assert.Equal((search, HttpStatusCode.OK, await SaidAsync(nothing)), (search, answer.StatusCode, await SaidAsync(answer)));
            }
        }

        // Its own department works on it; another's publisher finds nothing.
        PageReader head = await host.SignedInAsync("shou");
        Assert.Contains("校园周边食品突击检查", (await head.OpenAsync("/plans/A2026-S001")).Text, StringComparison.Ordinal);
        PageReader other = await host.SignedInAsync("huan");
        Assert.DoesNotContain("突击", (await other.OpenAsync("/plans")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("突击", (await other.OpenAsync("/disclosure")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer) =>
        Plain(await answer.Content.ReadAsStringAsync(Cancellation)).Replace("S999", "S001", StringComparison.Ordinal).Replace("s999", "s001", StringComparison.Ordinal);

    /// <summary>Without what is made by chance at every start: keys and salts, hashes over them, and the form's token.</summary>
    private static string Plain(string answer) => Chance().Replace(answer, "…");

    [GeneratedRegex("[0-9a-f]{16,64}|name=\"__RequestVerificationToken\"[^>]*>|[A-Za-z0-9_-]{40,}")]
    private static partial Regex Chance();
}

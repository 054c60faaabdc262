using System.Net;
using System.Text.RegularExpressions;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Secrets;

/// <summary>A9: two hosts that differ only in a surprise inspection answer alike, byte by byte, until it has ended; then they do not.</summary>
public sealed partial class TwoHostsTests
{
    // Who has no part in the secret: nobody signed in, and people of other departments and of none.
    [Theory]
    [InlineData(null)]
    [InlineData("qi")]
    [InlineData("guan")]
    public async Task Answers_OfTwoHostsThatDifferInASecret_AreTheSameUntilItEnds(string? reader)
    {
        await using SecretHost without = await SecretHost.StartAsync(secret: false), with = await SecretHost.StartAsync(secret: true);
        Assert.Equal((0, 3), (without.Secret.Length, with.Secret.Length));
        string[] guesses = [.. Guesses(with).Where((_, i) => reader is null ? i % 2 == 0 : i % 5 == 0)];

        // The day on which it began: nothing is masked but the form's token.
        SortedDictionary<string, string> expected = await PublicAnswers.ReadAsync(without, guesses, reader);
        SortedDictionary<string, string> day = await PublicAnswers.ReadAsync(with, guesses, reader);
        Assert.True(day.Count > 500, $"{day.Count}");
        Compare(expected, day, answer => answer);

        // The next day: the commitment of the sealed log differs, and with it every hash over the public log.
        foreach (SecretHost host in (SecretHost[])[without, with])
        {
            await host.DayAsync(MemoryHost.Today.PlusDays(1));
        }

        Compare(
            await PublicAnswers.ReadAsync(without, guesses.Take(2), reader), await PublicAnswers.ReadAsync(with, guesses.Take(2), reader), answer => Hashes().Replace(WebUtility.HtmlDecode(answer), "…"));
    }

    [Fact]
    public async Task Answers_SecretEnded_DifferAndSayWhatIsPublished()
    {
        await using SecretHost without = await SecretHost.StartAsync(secret: false), with = await SecretHost.StartAsync(secret: true);
        foreach (SecretHost host in (SecretHost[])[without, with])
        {
            await host.DayAsync(MemoryHost.Today.PlusDays(1));
        }

        await with.EndAsync();
        IEnumerable<string> guesses = Guesses(with);
        SortedDictionary<string, string> before = await PublicAnswers.ReadAsync(without, guesses), after = await PublicAnswers.ReadAsync(with, guesses);
        foreach (string path in (string[])["/plans/A2026-S001", "/draws/D2026-S001-T01-01", "/draws/D2026-S001-T01-01/record.json", "/matches/M2026-S001-T01-01", $"/results/{with.Secret[0].Key}", $"/visits/{with.Secret[0].Key}/notice", $"/firms/{with.Secret[0].SubjectCode}"])
        {
            Assert.StartsWith("404", before[$"GET {path}"], StringComparison.Ordinal);
            Assert.StartsWith("200", after[$"GET {path}"], StringComparison.Ordinal);
        }

        foreach (string path in (string[])["/", "/plans", "/draws", "/matches", "/results", "/results.json", "/published.json", "/ledger", "/ledger/checkpoint.txt"])
        {
            Assert.NotEqual(before[$"GET {path}"], after[$"GET {path}"]);
        }

        Assert.Contains("校园周边食品突击检查", after["GET /plans"], StringComparison.Ordinal);
        Assert.NotEqual(before["the host's meter"], after["the host's meter"]);
    }

    /// <summary>What somebody who suspects it might ask for: every number that it has, near ones, and the firms that it visits.</summary>
    private static string[] Guesses(SecretHost with) =>
    [
        "A2026-S001", "a2026-s001", "2026-S001", "A2026-S001-T01", "D2026-S001-T01-01", "M2026-S001-T01-01", "A2026-S002", "S001",
        "plan-A2026-S001", "list-D2026-S001-T01-01", $"result-{with.Secret[0].Key}", "校园周边食品突击检查", "突击",
        .. with.Secret.SelectMany(visit => (string[])[visit.Key, visit.SubjectCode, visit.SubjectName]),
    ];

    private static void Compare(SortedDictionary<string, string> without, SortedDictionary<string, string> with, Func<string, string> mask)
    {
        Assert.Equal(without.Keys, with.Keys);
        string[] different = [.. without.Keys.Where(path => mask(without[path]) != mask(with[path]))];
        Assert.True(different.Length == 0, $"{different.Length} of {without.Count} differ: {string.Join('\n', different.Take(40))}\n{(different.Length > 0 ? $"{mask(without[different[0]])}\n——\n{mask(with[different[0]])}" : "")}");
    }

    /// <summary>Hashes in hex and base64, the log's signatures, and what stands in links for them.</summary>
    [GeneratedRegex("[0-9a-f]{64}|[A-Za-z0-9+/]{43}=|(?<=ledger )[A-Za-z0-9+/]{90,}=*")]
    private static partial Regex Hashes();
}

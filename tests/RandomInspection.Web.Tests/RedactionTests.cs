using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>公开范围: what anybody reads, on every public page and in every file that a public page leads to, is what the redaction policy gives.</summary>
public sealed partial class RedactionTests
{
    private const string Telephone = "13912345678";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublicPages_Walked_NoNaturalPersonIsNamedAndNoTelephoneStands()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        ImmutableArray<Subject> subjects = await FillAsync(host, published: RedactionPolicy.Shenyang);
        Dictionary<string, string> answers = await WalkAsync(host);
        Assert.Contains(answers.Keys, path => path.StartsWith("/results/", StringComparison.Ordinal));
        Assert.Contains(answers.Keys, path => path.StartsWith("/firms/", StringComparison.Ordinal));
        Assert.Contains(answers.Keys, path => path.StartsWith("/dishonesty/L", StringComparison.Ordinal));
        Assert.Contains(answers.Values, text => text.Contains("郝**", StringComparison.Ordinal)); // masked, not left out
        foreach ((string path, string text) in answers)
        {
            Assert.DoesNotContain(subjects, subject => text.Contains(subject.Name, StringComparison.Ordinal) && Fail(path, subject.Name));
            Assert.False(text.Contains(Telephone, StringComparison.Ordinal), $"{path} has the telephone number.");
        }
    }

    [Fact]
    public async Task PublicPages_PolicyWithoutAField_ItIsWithheldEverywhere()
    {
        RedactionPolicy silent = RedactionPolicy.Shenyang with { Name = "silent", Fields = RedactionPolicy.Shenyang.Fields.Remove("subject.name").Remove("officer.name").Remove("item.note") };
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, first: services => services.AddSingleton(silent));
        await FillAsync(host, silent);
        foreach ((string path, string text) in await WalkAsync(host))
        {
            Assert.False(text.Contains('郝', StringComparison.Ordinal), $"{path} names a subject.");
            Assert.False(text.Contains("标签不全", StringComparison.Ordinal), $"{path} has the note.");
            Assert.False(SampleInspectors.All.Any(officer => text.Contains($"{officer.Name}、", StringComparison.Ordinal)), $"{path} names an officer.");
        }
    }

    /// <summary>A directory of natural persons, some drawn, visited, published and listed; what was found names a telephone number.</summary>
    private static async Task<ImmutableArray<Subject>> FillAsync(PageHost host, RedactionPolicy published)
    {
        using MemoryHost way = new(host.Services);
        Assert.Same(published, way.Get<RedactionPolicy>());
        await way.ImportAsync();
        ImmutableArray<Subject> persons = [.. SampleSubjects.Generate(120).Select((subject, i) => subject with { Name = $"郝{(char)('\u6771' + (i / 10))}{(char)('\u6C38' + (i % 10))}" })];
        await way.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper), new SubjectFile("persons.csv", new string('4', 64), persons, 0, 0), MemoryHost.Morning, Cancellation);
        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        ImmutableArray<VisitView> visits = await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation);
        foreach (VisitView visit in visits)
        {
            await way.AuditedAsync(visit.Key, ItemResult.OrderedToCorrect, $"标签不全，联系人电话{Telephone}");
        }

        Acting officer = await way.FirstOfficerAsync(visits[0].Key);
        await way.Visits.DecideAsync(officer, visits[0].Key, MeasureKind.Order, $"责令改正，电话{Telephone}", "食品安全法 第一百二十五条", MemoryHost.Today, Cancellation);
        string entry = await way.ListAsync(visits[0].SubjectCode);
        await way.Disclosures.PublishAsync(
            MemoryHost.As(Role.Publisher, 9),
            [.. visits.Select(visit => $"result-{visit.Key}"), $"measure-{visits[0].Key}-1", DishonestyWorkflow.ListingDuty(entry), "plan-P2026-001", "list-D2026-0001"],
            ["portal"],
            Cancellation);
        host.Clock.Now = MemoryHost.Morning + Duration.FromDays(10);
        return persons;
    }

    /// <summary>Every page and file that anybody reaches from the front page and the open files, with what it says.</summary>
    private static async Task<Dictionary<string, string>> WalkAsync(PageHost host)
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        using PageReader anybody = host.Reader();
        Queue<string> waiting = new(["/", "/published.json", "/results.json", "/results", "/dishonesty", .. Enumerable.Range(1, 120).Select(i => $"/ledger/entries/{i}.json")]);
        while (waiting.TryDequeue(out string? path))
        {
            // Sign-in, languages and event streams lead nowhere new.
            if (answers.ContainsKey(path) || path.StartsWith("/account", StringComparison.Ordinal) || path.Contains("lang=", StringComparison.Ordinal) || path.EndsWith("/events", StringComparison.Ordinal)
                || path.StartsWith("/calendar", StringComparison.Ordinal) || path.StartsWith("/_", StringComparison.Ordinal) || path.StartsWith("/verify", StringComparison.Ordinal))
            {
                continue;
            }

            Page page = await anybody.OpenAsync(path);
            answers[path] = page.Text;
            foreach (Match link in Links().Matches(page.Html))
            {
                waiting.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
            }
        }

        return answers;
    }

    private static bool Fail(string path, string name)
    {
        Assert.Fail($"{path} names {name}.");
        return true;
    }

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}

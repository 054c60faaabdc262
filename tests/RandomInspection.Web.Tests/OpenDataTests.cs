using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>开放数据: every set is what the pages show, whole, as the redaction policy gives it, with a digest by which a download is checked.</summary>
public sealed partial class OpenDataTests
{
    private static readonly string[] Sets =
        ["plans", "tasks", "draws", "lists", "results", "result-items", "measures", "catalogue", "dishonesty-list", "publications", "checkpoints"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sets_NothingHappenedYet_AreEmptyAndWhole()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        foreach (string set in Sets.Except(["catalogue"]))
        {
            Assert.Equal((set, "[]\n"), (set, await anybody.GetStringAsync($"/data/{set}.json", Cancellation)));
            byte[] csv = await anybody.GetByteArrayAsync($"/data/{set}.csv", Cancellation);
            Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
            Assert.Single(Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal(SampleItems.All.Select(item => item.Code).Order(StringComparer.Ordinal), (await RowsAsync(anybody, "catalogue")).Select(row => Text(row, "item")));
        using HttpResponseMessage unknown = await anybody.GetAsync("/data/visits.csv", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using PageReader reader = host.Reader();
        Page page = await reader.OpenAsync("/data");
        Assert.Contains("Open data", page.Text, StringComparison.Ordinal);
        Assert.All(Sets, set => Assert.Contains($"/data/{set}.csv", page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sets_AfterPublication_SayWhatThePagesShow()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        ImmutableArray<VisitView> visits = await FillAsync(host, subject => subject);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        using PageReader reader = host.Reader();

        // Results: those that are published and no other.
        JsonElement[] results = await RowsAsync(anybody, "results");
        using JsonDocument published = JsonDocument.Parse(await anybody.GetStringAsync("/results.json", Cancellation));
        Assert.Equal(2, results.Length);
        Assert.Equal(
            published.RootElement.GetProperty("results").EnumerateArray().Select(one => $"{one.GetProperty("id")} {one.GetProperty("uniscid")} {one.GetProperty("entName")} {one.GetProperty("conclusion")} {one.GetProperty("insDate")}").Order(StringComparer.Ordinal),
            results.Select(row => $"{Text(row, "visit")} {Text(row, "uniscid")} {Text(row, "entName")} {Text(row, "conclusion")} {Text(row, "inspectedOn")}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(visits[2].Key, await anybody.GetStringAsync("/data/results.csv", Cancellation), StringComparison.Ordinal);
        Assert.Equal(2, (await RowsAsync(anybody, "result-items")).Length);
        JsonElement measure = Assert.Single(await RowsAsync(anybody, "measures"));
        Assert.Contains(Text(measure, "text"), (await reader.OpenAsync($"/results/{visits[0].Key}")).Text, StringComparison.Ordinal);

        // Lists: the units of the public record, in the order of tickets.
        using JsonDocument record = JsonDocument.Parse(await anybody.GetStringAsync("/draws/D2026-0001/record.json", Cancellation));
        Assert.Equal(
            record.RootElement.GetProperty("tasks")[0].GetProperty("selected").EnumerateArray().Select(unit => $"{unit.GetProperty("id")} {unit.GetProperty("ticket")}"),
            (await RowsAsync(anybody, "lists")).Select(row => $"{Text(row, "uniscid")} {Text(row, "ticket")}"));

        Assert.Equal([("P2026-001", "2026 年度抽查计划")], (await RowsAsync(anybody, "plans")).Select(row => (Text(row, "plan"), Text(row, "title"))));
        Assert.Equal(["P2026-001-T01"], (await RowsAsync(anybody, "tasks")).Select(row => Text(row, "task")));
        int population = record.RootElement.GetProperty("tasks")[0].GetProperty("cells").EnumerateArray().Sum(cell => cell.GetProperty("population").GetInt32());
        JsonElement draw = Assert.Single(await RowsAsync(anybody, "draws"));
        Assert.Equal((3, population, "Drawn"), (draw.GetProperty("selected").GetInt32(), draw.GetProperty("frameSize").GetInt32(), Text(draw, "status")));
        Assert.Equal([visits[0].SubjectCode], (await RowsAsync(anybody, "dishonesty-list")).Select(row => Text(row, "uniscid")));
        using JsonDocument stream = JsonDocument.Parse(await anybody.GetStringAsync("/published.json", Cancellation));
        Assert.Equal(
            stream.RootElement.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("number")} {item.GetProperty("about")} {item.GetProperty("title")}"),
            (await RowsAsync(anybody, "publications")).Select(row => $"{row.GetProperty("number")} {Text(row, "about")} {Text(row, "title")}"));
    }

    [Fact]
    public async Task Set_ResultTakenDown_IsNotInItAnyMore()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        ImmutableArray<VisitView> visits = await FillAsync(host, subject => subject);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        Assert.Contains(visits[1].Key, await anybody.GetStringAsync("/data/results.csv", Cancellation), StringComparison.Ordinal);
        DisclosureWorkflow disclosures = host.Get<DisclosureWorkflow>();
        string duty = $"result-{visits[1].Key}";
        await disclosures.OrderWithdrawalAsync(MemoryHost.As(Role.AuthorityHead, 9), duty, WithdrawalGround.PublishedInError, "公示有误", Cancellation);
        await disclosures.TakeDownAsync(MemoryHost.As(Role.Publisher, 9), duty, Cancellation);
        Assert.DoesNotContain(visits[1].Key, await anybody.GetStringAsync("/data/results.csv", Cancellation), StringComparison.Ordinal);
        JsonElement gone = (await RowsAsync(anybody, "publications")).First(row => Text(row, "occasion") == "ResultFormed" && !row.TryGetProperty("about", out _));
        Assert.False(gone.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task Files_Downloaded_AreCheckedByTheirDigestsAndAskedForAnewOnlyWhenTheyChanged()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        await FillAsync(host, subject => subject);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        string[] sums = (await anybody.GetStringAsync("/data/SHA256SUMS", Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2 * Sets.Length, sums.Length);
        string index = await anybody.GetStringAsync("/data/index.json", Cancellation);
        foreach (string sum in sums)
        {
            (string digest, string name) = (sum[..64], sum[66..]);
            using HttpResponseMessage answer = await anybody.GetAsync($"/data/{name}", Cancellation);
            Assert.Equal((name, digest), (name, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Cancellation)))));
            Assert.Equal($"\"{digest}\"", answer.Headers.ETag?.Tag);
            Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileName);
            Assert.Contains(digest, index, StringComparison.Ordinal);
            using HttpRequestMessage again = new(HttpMethod.Get, $"/data/{name}") { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
            using HttpResponseMessage same = await anybody.SendAsync(again, Cancellation);
            Assert.Equal((name, HttpStatusCode.NotModified), (name, same.StatusCode));
        }

        // A part of it, and what somebody may not see changes nothing of it.
        using HttpRequestMessage part = new(HttpMethod.Get, "/data/plans.json") { Headers = { Range = new RangeHeaderValue(0, 1) } };
        using HttpResponseMessage begins = await anybody.SendAsync(part, Cancellation);
        Assert.Equal((HttpStatusCode.PartialContent, "[\n"), (begins.StatusCode, await begins.Content.ReadAsStringAsync(Cancellation)));
        string before = await anybody.GetStringAsync("/data/SHA256SUMS", Cancellation);
        await host.Get<PlanWorkflow>().BeginAsync(MemoryHost.As(Role.Drafter), 2026, "草稿", Cancellation);
        Assert.Equal(before, await anybody.GetStringAsync("/data/SHA256SUMS", Cancellation));
    }

    [Fact]
    public async Task Files_AskedForAtOnce_AreTheSame()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        await FillAsync(host, subject => subject);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => anybody.GetStringAsync("/data/results.json", Cancellation)));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Sets_NaturalPersonsAndFormulas_AreMaskedAndHarmless()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        await FillAsync(host, subject => subject with { Name = subject.Code[^1] % 2 == 0 ? "郝东永" : "=HYPERLINK(1)有限公司" });
        using HttpClient anybody = new() { BaseAddress = host.Address };
        string everything = "";
        foreach (string set in Sets)
        {
            string csv = await anybody.GetStringAsync($"/data/{set}.csv", Cancellation);
            Assert.DoesNotMatch(Formula(), csv.TrimStart('\uFEFF'));
            everything += csv + await anybody.GetStringAsync($"/data/{set}.json", Cancellation);
        }

        Assert.DoesNotContain("郝东永", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", everything, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_PolicyWithoutAField_TheColumnIsWithheld()
    {
        RedactionPolicy silent = RedactionPolicy.Shenyang with { Name = "silent", Fields = RedactionPolicy.Shenyang.Fields.Remove("subject.name").Remove("measure.text") };
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, first: services => services.AddSingleton(silent));
        ImmutableArray<VisitView> visits = await FillAsync(host, subject => subject);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        Assert.All(await RowsAsync(anybody, "results"), row => Assert.False(row.TryGetProperty("entName", out _)));
        Assert.All(await RowsAsync(anybody, "measures"), row => Assert.False(row.TryGetProperty("text", out _)));
        foreach (string set in Sets)
        {
            Assert.DoesNotContain(visits[0].SubjectName, await anybody.GetStringAsync($"/data/{set}.csv", Cancellation), StringComparison.Ordinal);
        }
    }

    /// <summary>Three visits of which two are published, one with an order; a listing.</summary>
    private static async Task<ImmutableArray<VisitView>> FillAsync(PageHost host, Func<Subject, Subject> named)
    {
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        await way.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper), new SubjectFile("named.csv", new string('4', 64), [.. SampleSubjects.Generate(120).Select(named)], 0, 0), MemoryHost.Morning, Cancellation);
        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        ImmutableArray<VisitView> visits = await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation);
        foreach (VisitView visit in visits)
        {
            await way.AuditedAsync(visit.Key, ItemResult.OrderedToCorrect, "标签不全，联系人电话13912345678");
        }

        await way.Visits.DecideAsync(await way.FirstOfficerAsync(visits[0].Key), visits[0].Key, MeasureKind.Order, "责令改正，电话13912345678", "食品安全法 第一百二十五条", MemoryHost.Today, Cancellation);
        string entry = await way.ListAsync(visits[0].SubjectCode);
        await way.Disclosures.PublishAsync(
            MemoryHost.As(Role.Publisher, 9), [.. visits.Take(2).Select(visit => $"result-{visit.Key}"), $"measure-{visits[0].Key}-1", DishonestyWorkflow.ListingDuty(entry), "plan-P2026-001", "list-D2026-0001"], ["portal"], Cancellation);
        host.Clock.Now = MemoryHost.Morning + NodaTime.Duration.FromDays(10);
        return visits;
    }

    private static async Task<JsonElement[]> RowsAsync(HttpClient anybody, string set)
    {
        using JsonDocument rows = JsonDocument.Parse(await anybody.GetStringAsync($"/data/{set}.json", Cancellation));
        return [.. rows.RootElement.Clone().EnumerateArray()];
    }

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;

    [GeneratedRegex("(^|[,\n\"])[=+@\t\uFF1D-]", RegexOptions.Multiline)]
    private static partial Regex Formula();
}

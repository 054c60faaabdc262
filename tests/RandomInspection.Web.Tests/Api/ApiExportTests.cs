using System.Net;
using System.Text.Json;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>Open data as it is streamed, and lists page by page; what a session reads is what its person may.</summary>
public sealed class ApiExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exports_OfPublishedResults_AreWholeAndNoCellIsAFormula()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        Actor keeper = new("ku", Role.DirectoryKeeper);
        await way.Get<DirectoryWorkflow>().MergeAsync(
            keeper, new SubjectFile("sample.csv", new string('0', 64), [.. SampleSubjects.Generate(120).Select(subject => subject with { Name = $"=1+1+{subject.Name}" })], 0, 0), MemoryHost.Morning, Cancellation);
        await way.Get<DirectoryWorkflow>().MergeInspectorsAsync(keeper, new InspectorFile("inspectors.csv", new string('1', 64), SampleInspectors.All, 0, 0), MemoryHost.Morning, Cancellation);
        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        string[] visits = [.. (await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation)).Select(visit => visit.Key)];
        foreach (string visit in visits)
        {
            await way.AuditedAsync(visit);
            await way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal"], Cancellation);
        }

        using HttpClient anybody = host.Caller();
        string[] lines = (await anybody.GetStringAsync("/api/v1/results/export.ndjson", Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(visits.Order(StringComparer.Ordinal), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("visit").GetString()).Order(StringComparer.Ordinal));
        string csv = await anybody.GetStringAsync("/api/v1/results/export.csv", Cancellation);
        Assert.All(visits, visit => Assert.Contains(visit, csv, StringComparison.Ordinal));
        Assert.DoesNotMatch("(^|[,\n\"])[=+@\t-]", csv.Replace("\uFEFF", "", StringComparison.Ordinal));

        // Page by page, by the cursor and by the header, the same rows.
        List<string?> found = [];
        string? next = "/api/v1/visits?limit=1";
        using HttpClient supervisor = host.Caller("shen");
        while (next is not null)
        {
            using HttpResponseMessage answer = await supervisor.GetAsync(next, Cancellation);
            JsonElement page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
            found.Add(page.GetProperty("items")[0].GetProperty("id").GetString());
            next = answer.Headers.TryGetValues("Link", out IEnumerable<string>? link) ? link.Single().Split('<', '>')[1] : null;
            Assert.Equal(next is null, page.GetProperty("next").GetString() is null);
        }

        Assert.Equal(visits.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Session_OfAPerson_ReadsWhatThePersonMay()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using PageReader drafter = await host.SignedInAsync("ni"), nobody = host.Reader();
        Assert.Equal(HttpStatusCode.OK, (await drafter.OpenAsync("/api/v1/tasks")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await drafter.OpenAsync("/api/v1/supervision/figures")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.OpenAsync("/api/v1/tasks")).Status);
    }
}

using System.Net;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Supervision;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>越权尝试：what a page or an operation refuses to somebody because of who they are stands in the ledger, is shown to supervision, and changes nothing else.</summary>
public sealed class AttemptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_WithoutTheRoleOrOfAnotherDepartment_KeptOnceAndShown()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        VisitView visit = (await way.WithVisitsAsync())[0];
        LedgerEntry[] before = await way.EntriesAsync();
        Person publishing = DemoPeople.InRole(Role.Publisher)[0];
        using PageReader publisher = await host.SignedInAsync(publishing.Id);
        using PageReader ecology = await host.SignedInAsync("lv");
        foreach (int _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await publisher.OpenAsync("/plans/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await ecology.OpenAsync($"/visits/{visit.Key}")).Status);
        }

        // Nobody else is meant: who is not signed in is asked to, and what is not there is nobody's.
        using PageReader anybody = host.Reader();
        await anybody.OpenAsync("/plans/new");
        await ecology.OpenAsync("/visits/P2026-001-T01-V9999");

        LedgerEntry[] kept = [.. (await way.EntriesAsync()).ExceptBy(before.Select(entry => (entry.Log, entry.Sequence)), entry => (entry.Log, entry.Sequence))];
        Assert.Equal(
            [
                (publishing.Id, new AttemptEvent.Refused(publishing.DepartmentId, "GET /plans/new", null, "RI2013")),
                ("lv", new AttemptEvent.Refused(SampleDepartments.Ecology, "GET /visits/{VisitId}", visit.Key, "RI2012")),
            ],
            kept.Select(entry => (entry.Actor.PersonId, (AttemptEvent.Refused)DomainEvents.Codec.Decode(entry))).OrderBy(one => one.PersonId, StringComparer.Ordinal));
        using PageReader supervisor = await host.SignedInAsync(DemoPeople.InRole(Role.Supervisor)[0].Id);
        string shown = (await supervisor.OpenAsync("/supervision?from=2026-01-01&to=2026-12-31")).Text;
        Assert.Contains("GET /plans/new", shown, StringComparison.Ordinal);
        Assert.Contains("GET /visits/{VisitId}", (await supervisor.OpenAsync($"/visits/{visit.Key}/trail")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfAnotherDepartment_AreNotFoundAndEachKept()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        VisitView visit = (await way.WithVisitsAsync())[0];
        string task = visit.TaskId, plan = (await way.Views.FindAsync<TaskView>(task, Cancellation))!.PlanId;
        (string Person, string Path, string Pattern)[] tries =
        [
            ("lv", $"/visits/{visit.Key}", "/visits/{VisitId}"),
            ("lv", $"/visits/{visit.Key}/trail", "/visits/{VisitId}/trail"),
            ("lv", $"/tasks/{task}/trail", "/tasks/{TaskId}/trail"),
            ("lv", $"/tasks/{task}/list", "/tasks/{TaskId}/list"),
            ("lv", $"/tasks/{task}/list/{visit.SubjectCode}", "/tasks/{TaskId}/list/{Unit}"),
            ("lv", $"/plans/{plan}/trail", "/plans/{PlanId}/trail"),
            ("lv", $"/catalogue/{SampleDepartments.Market}/trail", "/catalogue/{CatalogueOf}/trail"),
            ("qi", $"/tasks/{task}/match", "/tasks/{TaskId}/match"),
            ("huan", $"/plans/{plan}/tasks/{task}", "/plans/{PlanId}/tasks/{TaskId}"),
        ];
        LedgerEntry[] before = await way.EntriesAsync();
        foreach (IGrouping<string, (string Person, string Path, string Pattern)> one in tries.GroupBy(tried => tried.Person))
        {
            using PageReader reader = await host.SignedInAsync(one.Key);
            foreach ((_, string path, _) in one)
            {
                Assert.True((await reader.OpenAsync(path)).Status == HttpStatusCode.NotFound, path);
            }

            // What is not there at all is answered alike, and is nobody's.
            foreach (string path in (string[])["/visits/P2026-001-T01-V9999/trail", "/tasks/P2026-999-T01/trail", "/tasks/P2026-999-T01/list", "/plans/P2026-999/trail"])
            {
                Assert.NotEqual(HttpStatusCode.OK, (await reader.OpenAsync(path)).Status);
            }
        }

        IEnumerable<string> kept = (await way.EntriesAsync()).ExceptBy(before.Select(entry => (entry.Log, entry.Sequence)), entry => (entry.Log, entry.Sequence))
            .Select(entry => (entry.Actor.PersonId, Refused: (AttemptEvent.Refused)DomainEvents.Codec.Decode(entry)))
            .Where(one => one.Refused.Code == "RI2012")
            .Select(one => $"{one.PersonId} {one.Refused.Request}");
        Assert.Equal(tries.Select(tried => $"{tried.Person} GET {tried.Pattern}").Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }
}

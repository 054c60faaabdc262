using System.Net;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
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
}

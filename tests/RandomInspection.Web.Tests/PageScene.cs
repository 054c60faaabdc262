using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>A host on which every page has something to show, all of it the market bureau's: a path for each route.</summary>
internal sealed class PageScene
{
    private readonly Dictionary<string, string> _values;

    private PageScene(Dictionary<string, string> values) => _values = values;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What stands in a route's parameter.</summary>
    public string this[string parameter] => _values[parameter];

    /// <summary>A plan to a published result, with all that may happen on its way.</summary>
    public static Task<PageScene> FillAsync(PageHost host) => FillAsync(host.Services, host.Clock);

    /// <summary>The same on another kind of host.</summary>
    public static async Task<PageScene> FillAsync(IServiceProvider services, TestClock clock)
    {
        using MemoryHost way = new(services);
        ImmutableArray<VisitView> visits = await way.WithVisitsAsync();
        await way.AuditedAsync(visits[0].Key);
        string visit = visits[0].Key;
        string task = visits[0].TaskId;
        Acting officer = await way.FirstOfficerAsync(visit);
        await way.Visits.KeepEvidenceAsync(officer, visit, "现场.pdf", "%PDF-1.7\n"u8.ToArray(), Cancellation);
        await way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}", "plan-P2026-001", "list-D2026-0001"], ["portal"], Cancellation);
        string recusal = await way.Get<RecusalWorkflow>().AskAsync(MemoryHost.As(Role.AuthorityHead), (await way.FirstOfficerAsync(visits[1].Key)).Person.Id, visits[1].SubjectCode, "近亲属", Cancellation);
        await ProposeAsync(way, visits[2]);
        string special = await way.Get<SpecialDirectoryWorkflow>().SaveAsync(
            MemoryHost.As(Role.DirectoryKeeper), "餐饮", DirectoryCriteria.Everything with { Tags = ["食品"] }, "餐饮专项", Cancellation);
        string entry = await way.ListAsync(visits[0].SubjectCode);
        await way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher, 9), DishonestyWorkflow.ListingDuty(entry), "portal", Cancellation);
        await way.Plans.AmendAsync(MemoryHost.As(Role.Drafter), "P2026-001", "机构职能调整", Cancellation);
        (WorkingDayCalendar calendar, _) = await way.Get<CalendarInUse>().ReadAsync(Cancellation);
        await way.Disclosures.LoadNoticesAsync(MemoryHost.As(Role.Administrator), Notices.Guangxi, null, calendar.Version, Cancellation);
        clock.Now = MemoryHost.Morning + Duration.FromDays(9);
        return new PageScene(new(StringComparer.OrdinalIgnoreCase)
        {
            ["PlanId"] = "P2026-001",
            ["TaskId"] = task,
            ["task"] = task,
            ["VisitId"] = visit,
            ["visit"] = visit,
            ["draw"] = "D2026-0001",
            ["DrawId"] = "D2026-0001",
            ["match"] = "M2026-0001",
            ["MatchId"] = "M2026-0001",
            ["RecusalId"] = recusal,
            ["SpecialId"] = special,
            ["EntryId"] = entry,
            ["Obligation"] = $"result-{visit}",
            ["Key"] = ReplacementView.KeyOf(task, 1),
            ["Unit"] = visits[1].SubjectCode,
            ["Paper"] = "approval",
            ["Version"] = "1",
            ["Load"] = "1",
            ["Day"] = "2026-10-01",
            ["DepartmentId"] = SampleDepartments.Market,
            ["CatalogueOf"] = SampleDepartments.Market,
            ["/catalogue/{DepartmentId}/items/{Code}"] = "/catalogue/scjg/items/new",
            ["/directories/{Code}"] = $"/directories/{visits[0].SubjectCode}",
            ["/firms/{Code}"] = $"/firms/{visits[0].SubjectCode}",
            ["/status/{Code:int}"] = "/status/404",
            ["/directories/inspector/{**Id}"] = $"/directories/inspector/{officer.Person.Id}",
            ["/visits/{visit}/evidence/{digest}"] = $"/visits/{visit}/evidence/{(await way.Visits.FindAsync(visit, Cancellation)).Evidence[0].Digest}",
            ["/matches/{draw}/opening.json"] = "/matches/M2026-0001/opening.json",
            ["/matches/{draw}/opening.sig.json"] = "/matches/M2026-0001/opening.sig.json",
            ["/matches/{draw}/events"] = "/matches/M2026-0001/events",
            ["/draws/{draw}/subject.json"] = $"/draws/D2026-0001/subject.json?code={visits[0].SubjectCode}",
            ["/draws/{draw}/subject.sig.json"] = $"/draws/D2026-0001/subject.sig.json?code={visits[0].SubjectCode}",
            ["/ledger/checkpoints/{size}.txt"] = "/ledger/checkpoints/1.txt",
            ["/ledger/proofs/{sequence}.txt"] = "/ledger/proofs/1.txt?size=2",
            ["/ledger/growth.txt"] = "/ledger/growth.txt?from=1&to=2",
            ["/ledger/entries/{sequence}.json"] = "/ledger/entries/1.json",
        });
    }

    /// <summary>The path of a route; a parameter that nothing here is of stands as <c>none</c>, and whoever may is told that there is nothing.</summary>
    public string PathOf(RouteEndpoint endpoint)
    {
        string route = RouteOf(endpoint);
        if (_values.TryGetValue(route, out string? path))
        {
            return path;
        }

        foreach (Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter in endpoint.RoutePattern.Parameters)
        {
            path = _values.GetValueOrDefault(parameter.Name, "none");
            route = System.Text.RegularExpressions.Regex.Replace(route, $"\\{{\\**{parameter.Name}(:[^}}]*)?\\}}", path, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        return route;
    }

    /// <summary>A route as its page has it, with a stroke in front.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static async Task ProposeAsync(MemoryHost way, VisitView visit)
    {
        string[] team = [.. (await way.Visits.FindAsync(visit.Key, Cancellation)).Team.Inspectors];
        await way.Get<ReplacementWorkflow>().ProposeAsync(
            MemoryHost.As(Role.DrawingOperator, 4),
            visit.TaskId,
            visit.SubjectCode,
            [new(new LocalDate(2026, 11, 24), "上门", "门牌号不存在", null, [.. team]), new(new LocalDate(2026, 11, 25), "电话", "停机", null, [team[1]])],
            Cancellation);
    }
}

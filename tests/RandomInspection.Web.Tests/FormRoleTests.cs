using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>岗位与四眼 on the pages: a form sent by whoever may not is refused and the logs grow by the attempt alone; sent by whoever may, the same form is done.</summary>
public sealed partial class FormRoleTests
{
    private const string Stranger = "stranger";
    private const string Onlooker = "onlooker";

    /// <summary>All that a department's people may do, in a department that has nothing to do with it; and a reader of everything in the right one.</summary>
    private static readonly Person[] Others =
    [
        new(Stranger, "生人", "Stranger", SampleDepartments.Ecology, [Role.Drafter, Role.DrawingOperator, Role.AuthorityHead, Role.Inspector, Role.ResultAuditor, Role.Publisher]),
        new(Onlooker, "旁观", "Onlooker", SampleDepartments.Market, [Role.Supervisor, Role.DirectoryKeeper, Role.Witness, Role.Administrator]),
    ];

    [Fact]
    public async Task Forms_FromPlanToPublication_RefusedToWhoeverMayNotAndDoneByWhoeverMay()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: [.. Others, .. SampleInspectors.People]);
        using MemoryHost way = new(host.Services);
        await way.ImportAsync();
        string plan = await way.Plans.BeginAsync(MemoryHost.As(Role.Drafter), 2026, "2026 年度抽查计划", MemoryHost.Cancellation);
        string task = await way.Plans.AddTaskAsync(
            MemoryHost.As(Role.Drafter), plan, "食品经营抽查", ["SCJG-01"], new(2026, 11, 20), new(2026, 12, 4), MemoryHost.Cancellation);
        await OnlyByAsync(host, way, "ni", $"/plans/{plan}", "submit-plan");
        await OnlyByAsync(host, way, "zheng", $"/plans/{plan}", "return-plan", ("Reason", "请补充依据"));
        await OnlyByAsync(host, way, "ni", $"/plans/{plan}", "submit-plan");
        await OnlyByAsync(host, way, "zheng", $"/plans/{plan}", "approve-plan");
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        ImmutableArray<VisitView> visits = await way.Views.QueryAsync(new VisitsOfTask(task), MemoryHost.Cancellation);
        string page = $"/visits/{visits[0].Key}";
        string officer = (await way.FirstOfficerAsync(visits[0].Key)).Person.Id;
        await OnlyByAsync(host, way, "shou", page, "approve", ("Approving", "随机抽查任务"));
        await OnlyByAsync(host, way, officer, page, "checkin", ("Code", await way.Visits.CodeAsync(visits[0].Key, MemoryHost.Cancellation)));
        await OnlyByAsync(host, way, officer, page, "arrive");
        await OnlyByAsync(host, way, officer, page, "results", ("Input.Results[SCJG-01]", "OrderedToCorrect"), ("Input.Notes[SCJG-01]", "标签不全"));
        await OnlyByAsync(host, way, officer, page, "conclude");
        await OnlyByAsync(host, way, "fu", page, "return", ("Reason", "请补充说明"));
        await OnlyByAsync(host, way, officer, page, "all", ("All.Result", "CannotBeContacted"), ("All.Note", "两次上门"));
        await OnlyByAsync(host, way, officer, page, "conclude");
        await OnlyByAsync(host, way, "fu", page, "audit");
        await OnlyByAsync(host, way, officer, page, "serve", ("Service.Method", "InPerson"), ("Service.On", "2026-11-23"), ("Service.Receipt", "Signed"));
        await OnlyByAsync(host, way, officer, page, "decide", ("Decision.Kind", "Order"), ("Decision.Text", "责令改正"), ("Decision.LegalBasis", "食品安全法"), ("Decision.On", "2026-11-23"));
        await OnlyByAsync(host, way, officer, page, "follow", ("Following.Measure", "1"), ("Following.DueOn", "2026-12-10"));
        await OnlyByAsync(host, way, officer, page, "object", ("Objecting.Text", "已经改正"), ("Objecting.On", "2026-11-23"));
        await OnlyByAsync(host, way, "shou", page, "decide-objection", ("Ruling.Decision", "Rejected"), ("Ruling.Reason", "不影响认定"));
        await OnlyByAsync(host, way, "gong", $"/disclosure/result-{visits[0].Key}", "publish", ("Publishing.Channels", "portal"));
        await OnlyByAsync(host, way, "shou", $"/visits/{visits[1].Key}/team", "replace", ("Replacing.Leaves", (await way.FirstOfficerAsync(visits[1].Key)).Person.Id), ("Replacing.Reason", "因公出差"));
    }

    /// <summary>Nobody, the stranger and the onlooker are refused, and nothing but their attempt is written; then the right person does it.</summary>
    private static async Task OnlyByAsync(PageHost host, MemoryHost way, string person, string page, string form, params (string Name, string Value)[] fields)
    {
        foreach (string? wrong in (string?[])[null, Stranger, Onlooker])
        {
            (LedgerHead Public, LedgerHead Sealed) before = await way.HeadsAsync();
            Page answer = await SendAsync(host, wrong, page, form, fields);
            string told = $"{page} {form} by {wrong ?? "nobody"}: {answer.Status} {answer.Location}";
            Assert.True(
                // 400: the page of a matter that is not theirs has no such form.
                answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest
                || (wrong is null && answer.Location?.Contains("/account/signin", StringComparison.Ordinal) == true),
                told);
            Assert.True((await WrittenAsync(way, before)).All(entry => entry.Type == "attempt.refused" && entry.Actor.PersonId == wrong), told);
        }

        (LedgerHead Public, LedgerHead Sealed) heads = await way.HeadsAsync();
        Page done = await SendAsync(host, person, page, form, fields);
        Assert.True(done.Status == HttpStatusCode.Found && (await WrittenAsync(way, heads)).Any(entry => entry.Actor.PersonId == person), $"{page} {form} by {person}: {done.Status} {done.Text}");
    }

    private static async Task<IEnumerable<LedgerEntry>> WrittenAsync(MemoryHost way, (LedgerHead Public, LedgerHead Sealed) since)
    {
        ILedger ledger = way.Get<ILedger>();
        return
        [
            .. await ledger.ReadAsync(LedgerLog.Public, since.Public.Size, int.MaxValue, MemoryHost.Cancellation),
            .. await ledger.ReadAsync(LedgerLog.Sealed, since.Sealed.Size, int.MaxValue, MemoryHost.Cancellation),
        ];
    }

    private static async Task<Page> SendAsync(PageHost host, string? person, string page, string form, (string Name, string Value)[] fields)
    {
        using PageReader reader = person is null ? host.Reader() : await host.SignedInAsync(person);
        string token = Token().Match((await reader.OpenAsync(person is null ? "/account/signin" : "/")).Html).Groups[1].Value;
        using FormUrlEncodedContent content = new(
            [new("_handler", form), new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await reader.SendAsync(page, content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

using System.Text.Json;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Supervision;

/// <summary>落实情况报告：a line for each clause, judged by the log; what is broken is named.</summary>
public sealed class ComplianceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AuditAsync_EmptyLog_NothingYet()
    {
        using MemoryHost host = new();
        ComplianceReport report = await AuditAsync(host);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"A{n}"), report.Lines.Select(line => line.Clause));
        Assert.All(report.Lines, line => Assert.NotEmpty(line.Checks));
        Assert.All(report.Lines, line => Assert.Equal((line.Clause, ComplianceStatus.NothingYet), (line.Clause, line.Status)));
        Assert.True(report.IsHeld);
    }

    [Fact]
    public async Task AuditAsync_WholeWay_HeldButForThePlanInNovember()
    {
        using MemoryHost host = await StepPlaces.AtAsync("publishResult");
        ComplianceReport report = await AuditAsync(host);
        string[] broken = [.. report.Lines.SelectMany(line => line.Checks).Where(check => check.Status == ComplianceStatus.NotHeld).Select(check => check.Name)];
        Assert.Equal(["A6.planDue"], broken); // the way begins in November: its plan is late, and the report says so
        Assert.Equal(["P2026-001"], Check(report, "A6.planDue").Failing);
        Assert.Equal((await host.HeadsAsync()).Public, report.Head);
        foreach (string name in (string[])["A1.drawn", "A2.files", "A2.stream", "A3.items", "A4.merges", "A4.frames", "A5.certificates", "A6.approvedFirst", "A7.matched", "A8.items", "A8.officers", "A9.inTime", "A11.rates", "A12.root", "A12.roles", "A12.fourEyes"])
        {
            Assert.Equal((name, ComplianceStatus.Held), (name, Check(report, name).Status));
        }
    }

    [Fact]
    public async Task AuditAsync_StepOfAnotherRole_Named()
    {
        using MemoryHost host = await StepPlaces.AtAsync("submit");
        await AppendAsync(host, new Actor("shen", Role.Supervisor), "plan/P2026-001", 3, new PlanEvent.Approved("shen", Way.Morning));
        ComplianceCheck roles = Check(await AuditAsync(host), "A12.roles");
        Assert.Equal((ComplianceStatus.NotHeld, "plan/P2026-001#4"), (roles.Status, Assert.Single(roles.Failing)));
    }

    [Fact]
    public async Task AuditAsync_OwnPlanApproved_Named()
    {
        using MemoryHost host = await StepPlaces.AtAsync("submit");
        await AppendAsync(host, new Actor("ni", Role.GovernmentApprover), "plan/P2026-001", 3, new PlanEvent.Approved("ni", Way.Morning));
        ComplianceCheck eyes = Check(await AuditAsync(host), "A12.fourEyes");
        Assert.Equal((ComplianceStatus.NotHeld, "plan/P2026-001#4"), (eyes.Status, Assert.Single(eyes.Failing)));
    }

    [Fact]
    public async Task AuditAsync_DrawnBeforeApproval_Named()
    {
        using MemoryHost host = await StepPlaces.AtAsync("addTask");
        await AppendAsync(host, new Actor("qiu", Role.DrawingOperator), $"task/{Way.TaskId}", 0, new TaskEvent.Frozen(Way.DrawId));
        ComplianceCheck first = Check(await AuditAsync(host), "A6.approvedFirst");
        Assert.Equal((ComplianceStatus.NotHeld, Way.TaskId), (first.Status, Assert.Single(first.Failing)));
    }

    [Fact]
    public async Task AuditAsync_OverdueDuty_NamedOnTheDayAfter()
    {
        using MemoryHost host = await StepPlaces.AtAsync("approve");
        LocalDate due = (await host.Get<IViews>().FindAsync<ObligationView>("plan-P2026-001", Cancellation))!.DueOn;
        Assert.Equal(ComplianceStatus.NothingYet, Check(await AuditAsync(host, due), "A9.inTime").Status);
        Assert.Equal(["plan-P2026-001"], Check(await AuditAsync(host, due.PlusDays(1)), "A9.inTime").Failing);
    }

    [Fact]
    public async Task AuditAsync_NotReferred_NamedWhenTenWorkingDaysAreOver()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.ConcludedAsync(visit, ItemResult.CannotBeContacted, "查无此址");
        Assert.Equal(ComplianceStatus.NothingYet, Check(await AuditAsync(host, new LocalDate(2026, 12, 7)), "A8.referral").Status);
        Assert.Equal([visit], Check(await AuditAsync(host, new LocalDate(2026, 12, 8)), "A8.referral").Failing);
        await host.Visits.DecideAsync(
            await host.FirstOfficerAsync(visit), visit, MeasureKind.Transfer, "移送登记机关列入经营异常名录", "企业经营异常名录管理暂行办法 第九条", MemoryHost.Today, Cancellation);
        Assert.Equal(ComplianceStatus.Held, Check(await AuditAsync(host, new LocalDate(2026, 12, 8)), "A8.referral").Status);
    }

    [Fact]
    public async Task AuditAsync_SecretTask_JudgedOnceTheSecretHasEnded()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        string visit = (await host.WithSecretVisitsAsync())[0].Key;
        await host.ConcludedAsync(visit);
        ComplianceCheck before = Check(await AuditAsync(host), "A8.items");
        Assert.Equal((ComplianceStatus.NothingYet, 0), (before.Status, before.Held.Denominator));
        await host.Get<EmbargoWorkflow>().EndNowAsync(MemoryHost.As(Role.AuthorityHead), "A2026-S001", "线索已公开", Cancellation);
        ComplianceReport after = await AuditAsync(host);
        Assert.Equal((ComplianceStatus.Held, 1), (Check(after, "A8.items").Status, Check(after, "A8.items").Held.Denominator));
        Assert.Equal(ComplianceStatus.Held, Check(after, "A12.root").Status); // of the public log alone
        Assert.Equal(ComplianceStatus.Held, Check(after, "A12.roles").Status);
    }

    [Fact]
    public async Task AuditAsync_HeadOfAnotherTree_RootNotHeld()
    {
        using MemoryHost host = await StepPlaces.AtAsync("submit");
        LedgerEntry[] entries = await host.EntriesAsync();
        TrailAudit audit = new((await host.HeadsAsync()).Public);
        foreach (LedgerEntry entry in entries)
        {
            audit.See(entry.Sequence == 2 ? entry with { Reason = "改过" } : entry, DomainEvents.Codec.Decode(entry));
        }

        Assert.Equal(ComplianceStatus.NotHeld, audit.Find(new SupervisionRows(), new LocalDate(2026, 12, 31)).Single(check => check.Name == "A12.root").Status);
    }

    [Fact]
    public async Task LatestAsync_AsLongAsTheLogStands_TheSameReportAndRows()
    {
        using MemoryHost host = await StepPlaces.AtAsync("addTask");
        ComplianceAuditor auditor = host.Get<ComplianceAuditor>();
        SupervisionReader reader = host.Get<SupervisionReader>();
        ComplianceReport first = await auditor.LatestAsync(Way.Morning, Cancellation);
        SupervisionRows rows = await reader.ReadAsync(Cancellation);
        Assert.Same(first, await auditor.LatestAsync(Way.Morning + Duration.FromHours(1), Cancellation));
        Assert.Same(rows, await reader.ReadAsync(Cancellation));
        Assert.NotSame(first, await auditor.LatestAsync(Way.Morning + Duration.FromDays(1), Cancellation)); // tomorrow more is overdue
        Assert.NotSame(first, await auditor.AuditAsync(Way.Morning, Cancellation)); // whoever doubts the store has it read anew

        await host.Way.StepAsync("submit");
        Assert.Equal(first.Head.Size + 1, (await auditor.LatestAsync(Way.Morning, Cancellation)).Head.Size);
        Assert.NotSame(rows, await reader.ReadAsync(Cancellation));
        await host.Way.Plans.BeginSurpriseAsync(Way.Drafter, 2026, "突击检查", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报", Cancellation); // the sealed log grows, too
        Assert.Equal(2, (await reader.ReadAsync(Cancellation)).Plans.Length);
    }

    [Fact]
    public async Task Write_Report_JsonWithEveryClause()
    {
        using MemoryHost host = await StepPlaces.AtAsync("approve");
        ComplianceReport report = await AuditAsync(host);
        byte[] document = ComplianceDocument.Write(report);
        using JsonDocument json = JsonDocument.Parse(document);
        Assert.Equal(report.Head.Root, json.RootElement.GetProperty("root").GetString());
        Assert.False(json.RootElement.GetProperty("held").GetBoolean());
        JsonElement[] clauses = [.. json.RootElement.GetProperty("clauses").EnumerateArray()];
        Assert.Equal(12, clauses.Length);
        Assert.Equal("notHeld", clauses[5].GetProperty("status").GetString());
        Assert.Equal(document, ComplianceDocument.Write(report));
    }

    private static ComplianceCheck Check(ComplianceReport report, string name) => report.Lines.SelectMany(line => line.Checks).Single(check => check.Name == name);

    private static Task<ComplianceReport> AuditAsync(MemoryHost host, LocalDate? day = null) =>
        host.Get<ComplianceAuditor>().AuditAsync(day is { } on ? RowsOf.At(on) : Way.Morning, Cancellation);

    /// <summary>Writes past the workflows, as somebody would who may write the store.</summary>
    private static Task AppendAsync(MemoryHost host, Actor actor, string stream, int version, object happened) => host.Get<RandomInspection.Storage.InMemoryStore>().Ledger.CommitAsync(
        new LedgerCommit(actor, Way.Morning, null, [new StreamAppend(stream, version, [DomainEvents.Codec.Encode(happened)])], []), Cancellation);
}

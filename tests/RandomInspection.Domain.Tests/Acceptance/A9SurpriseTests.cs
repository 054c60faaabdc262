using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A9, 三(八): 需采取突击检查方式实现监管目的的，检查前按照有关规定不予公示，检查后公示结果。</summary>
public sealed class A9SurpriseTests
{
    private const string PlanId = "A2026-S001";

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A9_SurpriseBeforeItEnds_AllOfItStandsInTheSealedLogAndNothingInThePublicOne()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        LedgerHead before = (await host.HeadsAsync()).Public;
        ImmutableArray<VisitView> visits = await host.WithSecretVisitsAsync();
        await host.ArrivedAsync(visits[0].Key);

        Assert.Equal(before, (await host.HeadsAsync()).Public);
        ImmutableArray<LedgerEntry> secret = await host.Ledger.ReadAsync(LedgerLog.Sealed, 0, 1000, Cancellation);
        Assert.Superset(
            new HashSet<string>
            {
                "plan.drafted", "embargo.begun", "plan.approved", "disclosure.raised", "task.designed", "draw.prepared", "draw.drawn", "task.matchFrozen", "draw.matched", "visit.planned", "visit.begun",
            },
            secret.Select(entry => entry.Type).ToHashSet());
        Assert.All(secret, entry => Assert.Contains("2026-S001", entry.Stream, StringComparison.Ordinal));
        Assert.Equal(Embargo.UntilVisitsEnd, (await host.Get<DrawWorkflow>().FindAsync("D2026-S001-T01-01", Cancellation)).Preparation.Tasks[0].Embargo);
    }

    [Fact]
    public async Task A9_SurpriseBeforeItEnds_NotInListsCountsAndNumbersOfAnybodyElse()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        ImmutableArray<VisitView> visits = await host.WithSecretVisitsAsync();
        OpenViews anybody = new(host.Views);
        Assert.Equal(3, visits.Length);
        Assert.Equal(0, await anybody.CountAsync(new AllPlans(), Cancellation) + await anybody.CountAsync(new AllDraws(), Cancellation) + await anybody.CountAsync(new AllMatches(), Cancellation));
        Assert.Equal(0, await anybody.CountAsync(new AllTasks(), Cancellation) + await anybody.CountAsync(new AllObligations(), Cancellation) + await anybody.CountAsync(new VisitsWhere(null), Cancellation));
        Assert.Empty(await anybody.QueryAsync(new VisitsOfSubject(visits[0].SubjectCode), Cancellation));
        Assert.Empty(await anybody.QueryAsync(new OpenEmbargoes(), Cancellation));
        Assert.Null(await anybody.FindAsync<PlanView>(PlanId, Cancellation));
        Assert.Null(await anybody.FindAsync<VisitView>(visits[0].Key, Cancellation));
        Assert.Empty(await host.Get<IVisitHistory>().ReadAsync(new LocalDate(2026, 1, 1), Cancellation));

        // Who has part in it sees it; another department, an administrator and the inspected party do not.
        Person head = MemoryHost.As(Role.AuthorityHead).Person;
        Assert.Empty(await Embargoes.HiddenAsync(host.Views, head, Cancellation));
        Assert.Empty(await Embargoes.HiddenAsync(host.Views, MemoryHost.As(Role.Supervisor).Person, Cancellation));
        Assert.Empty(await Embargoes.HiddenAsync(host.Views, MemoryHost.As(Role.GovernmentApprover).Person, Cancellation));
        foreach (Person? other in (Person?[])[null, MemoryHost.As(Role.Administrator).Person, head with { DepartmentId = "ecology" }, head with { Roles = [Role.InspectedParty] }])
        {
            Assert.Equal(["2026-S001"], await Embargoes.HiddenAsync(host.Views, other, Cancellation));
        }

        // What comes after it takes the numbers that it would have taken without it.
        string task = await host.ApprovedAsync();
        Assert.Equal(("P2026-001-T01", "D2026-0001", "M2026-0001"), (task, await host.DrawnAsync(task), await host.MatchedAsync(task)));
        Assert.Equal("A2026-001", await host.Get<PlanWorkflow>().BeginAdHocAsync(MemoryHost.As(Role.Drafter), 2026, "临时任务", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：一", Cancellation));
        Assert.Equal("A2026-S002", await host.Get<PlanWorkflow>().BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, "又一次", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：二", Cancellation));
    }

    [Fact]
    public async Task A9_SurpriseWithDeadlineBeforeItEnds_NotPublishedAndTheHeadDecides()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        await host.WithSecretVisitsAsync();
        EmbargoWorkflow embargoes = host.Get<EmbargoWorkflow>();
        const string List = "list-D2026-S001-T01-01";
        await host.RefusedAsync("RI2217", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [List], ["portal"], Cancellation));
        await host.RefusedAsync("RI2217", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), List, "公示系统", Cancellation));

        // The list is drawn on 23 November and due on 7 December, the period ends on 4 December: no conflict. A longer period has one.
        Assert.DoesNotContain(await embargoes.ConflictsAsync(PlanId, Cancellation), duty => duty.Key == List);
        await host.RefusedAsync("RI2218", () => embargoes.DeferAsync(MemoryHost.As(Role.AuthorityHead), List, "尚未查完", Cancellation));
        PlanWorkflow plans = host.Get<PlanWorkflow>();
        string plan = await plans.BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, "年末突击检查", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "数据监测：异常", Cancellation);
        await plans.AddTaskAsync(MemoryHost.As(Role.Drafter), plan, "年末抽查", ["SCJG-01"], new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 31), Cancellation);
        await plans.SubmitAsync(MemoryHost.As(Role.Drafter), plan, Cancellation);
        await plans.ApproveAsync(MemoryHost.As(Role.GovernmentApprover), plan, Cancellation);
        await host.DrawnAsync($"{plan}-T01");
        string early = (await embargoes.ConflictsAsync(plan, Cancellation)).Single(duty => duty.Key.StartsWith("list-", StringComparison.Ordinal)).Key;
        await host.RefusedAsync("RI2013", () => embargoes.DeferAsync(MemoryHost.As(Role.Publisher), early, "尚未查完", Cancellation));
        await host.RefusedAsync("RI2213", () => embargoes.DeferAsync(MemoryHost.As(Role.AuthorityHead), early, "", Cancellation));
        await embargoes.DeferAsync(MemoryHost.As(Role.AuthorityHead), early, "突击检查尚未结束", Cancellation);
        ObligationView flagged = (await host.Views.FindAsync<ObligationView>(early, Cancellation))!;
        Assert.Equal(new LocalDate(2026, 12, 31), flagged.DeferredUntil);
        Assert.DoesNotContain(await embargoes.ConflictsAsync(plan, Cancellation), duty => duty.Key == early);
        await host.RefusedAsync("RI2201", () => embargoes.DeferAsync(MemoryHost.As(Role.AuthorityHead), "list-none", "理由", Cancellation));
    }

    [Fact]
    public async Task A9_LastVisitEnded_ResultsArePublishedAfterAndLieBehindNoCursor()
    {
        using MemoryHost host = new();
        ImmutableArray<VisitView> open = await host.WithVisitsAsync();
        ImmutableArray<VisitView> visits = await host.WithSecretVisitsAsync();
        await host.AuditedAsync(open[0].Key);
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{open[0].Key}"], ["portal"], Cancellation);

        await host.AuditedAsync(visits[0].Key);
        await host.AuditedAsync(visits[1].Key);
        Assert.Null((await host.Views.FindAsync<EmbargoView>(PlanId, Cancellation))!.EndedAt);
        await host.RefusedAsync("RI2217", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visits[0].Key}"], ["portal"], Cancellation));

        await host.AuditedAsync(visits[2].Key, days: 1);
        Assert.Equal(EmbargoEnd.VisitsEnded, (await host.Views.FindAsync<EmbargoView>(PlanId, Cancellation))!.Cause);
        Assert.Equal(1, await new OpenViews(host.Views).CountAsync(new AllPlans(), Cancellation) - 1);
        await host.RefusedAsync("RI2225", () => host.Get<EmbargoWorkflow>().EndNowAsync(MemoryHost.As(Role.AuthorityHead), PlanId, "再次", Cancellation));
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher, 1), [$"result-{visits[0].Key}", $"plan-{PlanId}"], ["portal"], Cancellation);

        // The numbers are dense, and what was released later comes behind what partners have read already.
        ImmutableArray<DisclosedView> stream = await host.Get<Publications>().ReadAsync(1, 10, Cancellation);
        Assert.Equal([2L, 3L], stream.Select(row => row.Number));
        Assert.Equal(new[] { $"plan-{PlanId}", $"result-{visits[0].Key}" }, stream.Select(row => row.Obligation).Order(StringComparer.Ordinal));
        Assert.Equal(0, await host.Get<Publications>().ReleaseAsync(MemoryHost.Morning, Cancellation));
        Assert.Equal(LedgerLog.Public, (await host.Ledger.ReadStreamAsync(Publications.Stream, Cancellation))[^1].Log);
    }

    [Fact]
    public async Task A9_SecretEnded_TheDaysCommitmentsAreOpenedAndNotBefore()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        SealedLedger heads = host.Get<SealedLedger>();
        EmbargoWorkflow embargoes = host.Get<EmbargoWorkflow>();
        (LocalDate before, LocalDate during) = (new(2026, 11, 22), new(2026, 11, 24));
        await heads.CommitAsync(before, MemoryHost.Morning - Duration.FromDays(1), Cancellation);
        await host.WithSecretVisitsAsync();
        await heads.CommitAsync(during, MemoryHost.Morning + Duration.FromDays(1), Cancellation);

        // A day before it began says nothing of it; a day since does.
        Acting head = MemoryHost.As(Role.AuthorityHead, 2);
        await host.RefusedAsync("RI2013", () => embargoes.OpenDayAsync(MemoryHost.As(Role.Publisher, 2), before, Cancellation));
        await host.RefusedAsync("RI6035", () => embargoes.OpenDayAsync(head, new LocalDate(2026, 11, 23), Cancellation));
        Assert.Equal(0, (await embargoes.OpenDayAsync(head, before, Cancellation)).Size);
        await host.RefusedAsync("RI6100", () => embargoes.OpenDayAsync(head, during, Cancellation));
        Assert.Null((await heads.FindAsync(during, Cancellation)).Opened);

        await embargoes.EndNowAsync(head, PlanId, "线索已公开", Cancellation);
        SealedHead opened = await embargoes.OpenDayAsync(head, during, Cancellation);
        SealedDay day = await heads.FindAsync(during, Cancellation);
        Assert.Equal((opened, true), (day.Opened, day.Holds));
        Assert.True(opened.Size > 0);
        Assert.Equal(opened, await embargoes.OpenDayAsync(head, during, Cancellation));
        Assert.Equal(head.Person.Id, (await host.Ledger.ReadStreamAsync(SealedLedger.Commitments, Cancellation))[^1].Actor.PersonId);
    }

    [Fact]
    public async Task A9_PeriodOver_SecretEndsWithIt()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        await host.WithSecretVisitsAsync();
        EmbargoWorkflow embargoes = host.Get<EmbargoWorkflow>();
        Instant lastDay = new LocalDate(2026, 12, 4).At(new LocalTime(23, 59)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();
        Assert.Equal(0, await embargoes.EndDueAsync(lastDay, Cancellation));
        Assert.Equal(1, await embargoes.EndDueAsync(lastDay + Duration.FromMinutes(1), Cancellation));
        Assert.Equal(0, await embargoes.EndDueAsync(lastDay + Duration.FromDays(1), Cancellation));
        Assert.Equal(EmbargoEnd.PeriodEnded, (await host.Views.FindAsync<EmbargoView>(PlanId, Cancellation))!.Cause);
    }

    [Fact]
    public async Task A9_RuleThatEndsWithThePeriod_LastVisitEndsNothing()
    {
        using MemoryHost host = new(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, EmbargoRule.Shenyang with { Ending = EmbargoEnding.Period }));
        await host.ImportAsync();
        foreach (VisitView visit in await host.WithSecretVisitsAsync())
        {
            await host.ConcludedAsync(visit.Key);
        }

        Assert.Null((await host.Views.FindAsync<EmbargoView>(PlanId, Cancellation))!.EndedAt);
        await host.RefusedAsync("RI2013", () => host.Get<EmbargoWorkflow>().EndNowAsync(MemoryHost.As(Role.Publisher), PlanId, "线索已公开", Cancellation));
        await host.Get<EmbargoWorkflow>().EndNowAsync(MemoryHost.As(Role.AuthorityHead), PlanId, "线索已公开", Cancellation);
        Assert.Equal(EmbargoEnd.HeadDecided, (await host.Views.FindAsync<EmbargoView>(PlanId, Cancellation))!.Cause);
    }

    [Fact]
    public async Task A9_SecretWithPublic_NeitherDrawnNorMatchedTogether()
    {
        using MemoryHost host = new();
        await host.WithVisitsAsync();
        await host.WithSecretVisitsAsync();
        await host.RefusedAsync("RI2226", () => host.Get<DrawWorkflow>().OfferAsync(MemoryHost.As(Role.DrawingOperator), "P2026-001-T01", $"{PlanId}-T01", Cancellation));
        string plan = await host.Get<PlanWorkflow>().BeginAsync(MemoryHost.As(Role.Drafter), 2026, "又一计划", Cancellation);
        await host.Get<PlanWorkflow>().AddTaskAsync(MemoryHost.As(Role.Drafter), plan, "又一任务", ["SCJG-01"], new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Cancellation);
        await host.Get<PlanWorkflow>().SubmitAsync(MemoryHost.As(Role.Drafter), plan, Cancellation);
        await host.Get<PlanWorkflow>().ApproveAsync(MemoryHost.As(Role.GovernmentApprover), plan, Cancellation);
        await host.DrawnAsync($"{plan}-T01");
        string other = await host.Get<PlanWorkflow>().BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, "又一突击", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：三", Cancellation);
        await host.Get<PlanWorkflow>().AddTaskAsync(MemoryHost.As(Role.Drafter), other, "突击", ["SCJG-01"], new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Cancellation);
        await host.Get<PlanWorkflow>().SubmitAsync(MemoryHost.As(Role.Drafter), other, Cancellation);
        await host.Get<PlanWorkflow>().ApproveAsync(MemoryHost.As(Role.GovernmentApprover), other, Cancellation);
        await host.DrawnAsync($"{other}-T01");
        await host.RefusedAsync("RI2226", () => host.Get<MatchWorkflow>().OfferAsync(MemoryHost.As(Role.DrawingOperator), $"{plan}-T01", $"{other}-T01", Cancellation));
        await host.RefusedAsync("RI2226", () => host.Get<MatchWorkflow>().OfferAsync(MemoryHost.As(Role.DrawingOperator), $"{other}-T01", $"{plan}-T01", Cancellation));
    }

    [Theory]
    [InlineData("A2026-S001", "2026-S001")]
    [InlineData("visit/A2026-S012-T01-V0003", "2026-S012")]
    [InlineData("takedown-result-A2026-S001-T01-V0001", "2026-S001")]
    [InlineData("A2026-001", null)]
    [InlineData("SCJG-S001", null)]
    [InlineData("2026-S01", null)]
    [InlineData("-S001", null)]
    [InlineData("", null)]
    public void SecretNumber_InAnId_FoundWhereItStands(string id, string? number) => Assert.Equal(number, SecretNumbers.Find(id));

    [Fact]
    public async Task Stream_OfASecretMatterOrAChannel_StandsWhereItBelongs()
    {
        Assert.Equal(LedgerLog.Sealed, SecretNumbers.LogOf("disclosure/plan-A2026-S001"));
        Assert.Equal(LedgerLog.Public, SecretNumbers.LogOf("channel/portal/plan-A2026-S001"));
        Assert.Equal(LedgerLog.Public, SecretNumbers.LogOf("plan/A2026-001"));
        ConsequentLedger ledger = new(new RandomInspection.Storage.InMemoryStore().Ledger, []);
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(
            new LedgerCommit(Actor.System, MemoryHost.Morning, null, [new("plan/A2026-S001", 0, [new("a", "{}")]), new("plan/P2026-001", 0, [new("a", "{}")])], []), Cancellation));
    }

    [Fact]
    public async Task A9_突击检查也是临时任务_ItsTermsAndTheLimitsHold()
    {
        using MemoryHost host = new();
        AdHocTerms complaint = new(TaskKind.AdHoc, TaskGround.Complaint);
        await host.RefusedAsync("RI2032", () => host.Plans.BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, "全覆盖突击", complaint with { Scale = TaskScale.Full }, "投诉举报", Cancellation));
        string plan = "";
        for (int number = 1; number < PlanRules.Shenyang.ShareFrom; number++)
        {
            plan = await host.Plans.BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, $"突击 {number}", complaint, "投诉举报", Cancellation);
        }

        Assert.Equal(complaint, (await host.Plans.FindAsync(plan, Cancellation)).Draft.Terms);
        await host.RefusedAsync("RI2035", () => host.Plans.BeginSurpriseAsync(MemoryHost.As(Role.Drafter), 2026, "又一次", complaint, "投诉举报", Cancellation));
        await host.RefusedAsync("RI2035", () => host.Plans.BeginAdHocAsync(MemoryHost.As(Role.Drafter), 2026, "又一次", complaint, "投诉举报", Cancellation));
    }
}

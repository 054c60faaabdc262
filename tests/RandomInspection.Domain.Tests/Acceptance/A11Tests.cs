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

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(十)：对守法守信者“无事不扰”，对违法失信者“重点严查”；规范违法失信名单的列入、移出、公示等条件和程序，强化跨部门失信联合惩戒。</summary>
public sealed class A11Tests
{
    private static readonly ImmutableArray<Subject> Subjects = [.. SampleSubjects.Generate(500)];
    private static readonly Subject Honest = Subjects.First(s => s.CreditClass == "A" && s.Status == SubjectStatus.Active);

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A11_列入_ToldThenHeardThenDecidedBySomebodyElse()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        await host.RefusedAsync("RI2013", () => host.Lists.ProposeAsync(MemoryHost.As(Role.AuthorityHead), Honest.Code, "事实", "依据", null, Cancellation));
        await host.RefusedAsync("RI2332", () => host.Lists.ProposeAsync(MemoryHost.As(Role.Inspector), "91210100MA0XXXXX0X", "事实", "依据", null, Cancellation));
        string entry = await host.Lists.ProposeAsync(MemoryHost.As(Role.Inspector), Honest.Code, "销售不符合食品安全标准的食品", "总局令第44号 五(一)", null, Cancellation);
        Assert.Equal("L2026-0001", entry);
        await host.RefusedAsync("RI2331", () => host.Lists.ProposeAsync(MemoryHost.As(Role.Inspector), Honest.Code, "事实", "依据", null, Cancellation));

        // 事先告知：five working days to state and defend, the day of service not counted.
        await host.RefusedAsync("RI2321", () => ListAsync(8));
        await host.Lists.TellAsync(MemoryHost.As(Role.Inspector), entry, new NoticeService(ServiceMethod.LeftBehind, new LocalDate(2026, 11, 23), ServiceReceipt.Refused), Cancellation);
        Assert.Equal(new LocalDate(2026, 11, 30), (await host.Lists.FindAsync(entry, Cancellation)).Notice!.StatementUntil);

        // 陈述申辩：before it is heard or the time is over nobody decides; then the head of the authority does, with the superior's consent.
        await host.RefusedAsync("RI2323", () => ListAsync(7));
        await host.Lists.HearAsync(MemoryHost.As(Role.Inspector, 2), entry, new LocalDate(2026, 11, 25), "已经整改", "不予采纳", Cancellation);
        await host.RefusedAsync("RI2013", () => host.Lists.ListAsync(MemoryHost.As(Role.Inspector, 8), entry, MemoryHost.Document, "情节严重", MemoryHost.Consent, null, Cancellation));
        await host.RefusedAsync("RI2324", () => host.Lists.ListAsync(MemoryHost.As(Role.AuthorityHead, 8), entry, MemoryHost.Document, "情节严重", null, null, Cancellation));
        Acting both = MemoryHost.As(Role.Inspector, 8);
        both = both with { Person = both.Person with { Roles = [Role.Inspector, Role.AuthorityHead] } };
        await host.RefusedAsync("RI2322", () => host.Lists.ListAsync(both, entry, MemoryHost.Document, "情节严重", MemoryHost.Consent, null, Cancellation));
        await ListAsync(8);

        DishonestyView row = (await host.Views.FindAsync<DishonestyView>(entry, Cancellation))!;
        Assert.Equal((DishonestyStatus.Listed, new LocalDate(2026, 12, 1), new LocalDate(2029, 12, 1)), (row.Status, row.ListedOn, row.Until));

        Task ListAsync(int daysLater) => host.Lists.ListAsync(MemoryHost.As(Role.AuthorityHead, daysLater), entry, MemoryHost.Document, "情节严重", MemoryHost.Consent, null, Cancellation);
    }

    [Fact]
    public async Task A11_公示_DueInTimeAndTakenDownWhenItLeaves()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        string entry = await host.ListAsync(Honest.Code);

        // Seven working days by Shenyang's clause (the national floor is twenty).
        ObligationView duty = (await host.DutyAsync(DishonestyWorkflow.ListingDuty(entry)))!;
        Assert.Equal(
            (DisclosureOccasion.ListingDecided, entry, Honest.Name, new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 10), "shenyang-2020/listing"),
            (duty.Occasion, duty.About, duty.Title, duty.EventDay, duty.DueOn, duty.Rule));
        Assert.Null(await host.DutyAsync(DishonestyWorkflow.TakeDownDuty(entry)));
        await host.Get<DisclosureWorkflow>().PublishAsync(MemoryHost.As(Role.Publisher, 9), duty.Key, "国家企业信用信息公示系统（辽宁）", Cancellation);

        // 撤销列入：asked for by the officer, decided by the head; the public reason does not repeat the penalty; taken down within three working days.
        await host.RefusedAsync("RI2330", () => host.Lists.RequestExitAsync(MemoryHost.As(Role.Inspector, 10), entry, ListingExit.Withdrawal, "沈市监处罚〔2026〕1号已被撤销", Cancellation));
        await host.Lists.RequestExitAsync(MemoryHost.As(Role.Inspector, 10), entry, ListingExit.Withdrawal, "所依据的处罚决定已被撤销", Cancellation);
        await host.Lists.DecideExitAsync(MemoryHost.As(Role.AuthorityHead, 10), entry, ExitDecision.Granted, "所依据的处罚决定已被撤销", Cancellation);
        ObligationView down = (await host.DutyAsync(DishonestyWorkflow.TakeDownDuty(entry)))!;
        Assert.Equal((DisclosureOccasion.DecisionWithdrawn, new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 8)), (down.Occasion, down.EventDay, down.DueOn));
        Assert.Equal((DishonestyStatus.Withdrawn, ListingExit.Withdrawal), ((await host.Lists.FindAsync(entry, Cancellation)).Status, (await host.Views.FindAsync<DishonestyView>(entry, Cancellation))!.LeftBy));
    }

    [Fact]
    public async Task A11_移出_ByTimeOrByRepairNotBefore()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        string entry = await host.ListAsync(Honest.Code);
        Subject other = Subjects.Last(s => s.Status == SubjectStatus.Active);
        string second = await host.ListAsync(other.Code);
        await host.RefusedAsync("RI2325", () => host.Lists.RequestExitAsync(MemoryHost.As(Role.Inspector, 365), entry, ListingExit.Repair, "已履行义务", Cancellation));
        await host.Lists.RequestExitAsync(MemoryHost.As(Role.Inspector, 400), entry, ListingExit.Repair, "已履行义务、消除影响", Cancellation);
        await host.Lists.DecideExitAsync(MemoryHost.As(Role.AuthorityHead, 410), entry, ExitDecision.Granted, "属实", Cancellation);
        Assert.Equal(DishonestyStatus.Removed, (await host.Lists.FindAsync(entry, Cancellation)).Status);

        LocalDate last = new(2029, 12, 1);
        Assert.Empty(await host.Lists.ExpireAsync(At(last), Cancellation));
        Assert.Equal([second], await host.Lists.ExpireAsync(At(last.PlusDays(1)), Cancellation));
        Assert.Empty(await host.Lists.ExpireAsync(At(last.PlusDays(1)), Cancellation));
        Assert.Equal((DishonestyStatus.Removed, ListingExit.Time), ((await host.Lists.FindAsync(second, Cancellation)).Status, (await host.Lists.FindAsync(second, Cancellation)).Left!.Ground));
        await LapsedAsync(host, second);

        // Once it has left it may be listed again, for something else.
        Assert.Equal("L2026-0003", await host.Lists.ProposeAsync(MemoryHost.As(Role.Inspector), Honest.Code, "再犯", "依据", null, Cancellation));

        static Instant At(LocalDate day) => day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(2);
    }

    [Fact]
    public async Task A11_复议诉讼_StandsMeanwhileAndLeavesWhenRevoked()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        string entry = await host.ListAsync(Honest.Code);
        await host.Lists.AppealAsync(MemoryHost.As(Role.Inspector, 20), entry, AppealKind.Reconsideration, "沈阳市人民政府", new LocalDate(2026, 12, 10), Cancellation);
        Assert.True((await host.Views.FindAsync<DishonestyView>(entry, Cancellation))!.AppealIsOpen);
        Assert.Contains(Honest.Code, (await host.Get<IDishonestyList>().ReadAsync(new LocalDate(2026, 12, 20), Cancellation)).Entries.Keys);
        await host.Lists.DecideAppealAsync(MemoryHost.As(Role.Inspector, 60), entry, AppealOutcome.Revoked, "沈政复〔2027〕1号", "主要证据不足", new LocalDate(2027, 1, 20), Cancellation);
        Assert.Empty((await host.Get<IDishonestyList>().ReadAsync(new LocalDate(2027, 1, 22), Cancellation)).Entries);
        await LapsedAsync(host, entry);
    }

    /// <summary>What left before it was published is neither published nor taken down, and waits for nobody.</summary>
    private static async Task LapsedAsync(MemoryHost host, string entry)
    {
        Assert.Null(await host.DutyAsync(DishonestyWorkflow.TakeDownDuty(entry)));
        Assert.Equal(ObligationStatus.Lapsed, (await host.DutyAsync(DishonestyWorkflow.ListingDuty(entry)))!.Status);
        Assert.DoesNotContain(await host.Views.QueryAllAsync(new OpenObligations(), Cancellation), duty => duty.About == entry);
        await host.RefusedAsync("RI2212", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher, 3000), DishonestyWorkflow.ListingDuty(entry), "公示系统", Cancellation));
    }

    [Fact]
    public async Task A11_重点严查_ListedCountsAsClassDForEveryDepartmentAndIsRecorded()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        await host.ListAsync(Honest.Code);

        (Frame frame, FrozenTask frozen) = await host.FreezeAsync(DirectoryCriteria.Everything, 9);
        Assert.Equal("D", frame.Units[frame.IndexOf(Honest.Code)].Class);
        Assert.All(Subjects.Where(s => s.Status == SubjectStatus.Active && s != Honest), s => Assert.Equal(s.CreditClass, frame.Units[frame.IndexOf(s.Code)].Class));
        Assert.Contains("\"listed\":{\"on\":\"2026-12-02\",\"countsAs\":\"D\",\"units\":1}", frozen.Criteria, StringComparison.Ordinal);
        Assert.Equal(1, frozen.Listed);
        Assert.Equal("A", (await host.Get<ISubjectDirectory>().FindAsync(Honest.Code, Cancellation))!.CreditClass); // the register is not touched
    }

    [Fact]
    public async Task A11_重点严查_CriteriaAskForTheClassThatCounts()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        await host.ListAsync(Honest.Code);
        (Frame frame, FrozenTask frozen) = await host.FreezeAsync(DirectoryCriteria.Everything with { CreditClasses = ["D"] }, 9);
        Assert.True(frame.IndexOf(Honest.Code) >= 0);
        Assert.All(frame.Units, unit => Assert.Equal("D", unit.Class));
        Assert.Equal(Subjects.Count(s => s.CreditClass == "D" && s.Status == SubjectStatus.Active) + 1, frame.Size);
        Assert.Equal(Subjects.Length, frame.Size + frozen.LeftOut.Values.Sum());
    }

    [Fact]
    public async Task A11_重点严查_BeforeTheDecisionNothingCounts()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        await host.ListAsync(Honest.Code);
        (Frame frame, FrozenTask frozen) = await host.FreezeAsync(DirectoryCriteria.Everything, 7);
        Assert.Equal("A", frame.Units[frame.IndexOf(Honest.Code)].Class);
        Assert.Equal((0, null), (frozen.Listed, frozen.ListedFile));
        Assert.DoesNotContain("listed", frozen.Criteria, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A11_无事不扰_RatesFollowTheClass()
    {
        using MemoryHost host = new();
        await host.ImportAsync(Subjects);
        TaskWorkflow tasks = host.Get<TaskWorkflow>();
        DrawDesign design = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"}}""").Design;
        TaskPreview preview = await tasks.PreviewAsync(MemoryHost.Morning, DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        long[] nano = [.. preview.Cells.Select(cell => (long)(cell.ExpectedNano / cell.Count.Population))];
        Assert.Equal([10_000_000, 20_000_000, 100_000_000, 300_000_000], nano);

        await host.ListAsync(Honest.Code);
        TaskPreview with = await tasks.PreviewAsync(MemoryHost.As(Role.Drafter, 9).At, DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        Assert.Equal((0, 1), (preview.Listed, with.Listed));
        Assert.Equal(
            preview.Cells.Select(c => c.Count.Population + (c.Count.Cell.Class == "A" ? -1 : c.Count.Cell.Class == "D" ? 1 : 0)),
            with.Cells.Select(c => c.Count.Population));
    }
}

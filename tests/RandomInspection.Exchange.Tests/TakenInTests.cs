using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>What comes in has the effect that a person's step has, once, and waits for the others' eyes where that step does.</summary>
public sealed class TakenInTests
{
    private static readonly Subject[] Sample = [.. SampleSubjects.Generate(60).OrderBy(one => one.Code, StringComparer.Ordinal)];
    private static readonly LocalDate Today = new(2026, 11, 23);
    private int _sent;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subjects_FullList_WhatItDoesNotNameLeavesInItsRangeOnly()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample));
        FullList full = new("Deregistered", Today, Sample[9].Code, Sample[39].Code, [], null, null, null);
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write([.. Sample[10..20], .. Sample[22..40]], full));
        Assert.Equal([Sample[20].Code, Sample[21].Code], await LeftAsync(host)); // outside the range nobody left
        Assert.Equal("RI9166", (await AsideAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample[10..11], full with { MostLeaving = 5 }))).Code);
        Assert.Equal("RI9160", (await AsideAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample[10..11], full with { Status = "Active" }))).Code);

        // With a day of its own: it leaves on that day.
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample[..9], full with { After = "", Through = Sample[9].Code, On = Today.PlusDays(10) }));
        Assert.Equal(2, (await LeftAsync(host)).Length);
        await host.Get<DirectoryWorkflow>().TakeEffectAsync(host.Clock.Now + Duration.FromDays(10), Cancellation);
        Assert.Contains(Sample[9].Code, await LeftAsync(host));
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write([], full with { After = "z", Through = null })); // an empty end of the list
    }

    [Theory]
    [InlineData("210103", "H6210", "沈河区", "H")]
    [InlineData("沈河区", "H", "沈河区", "H")]
    [InlineData("110101", "H", null, null)]
    [InlineData("2101", "H", null, null)]
    [InlineData("沈河区", "62", null, null)]
    [InlineData("沈河区", "U", null, null)]
    public async Task Subjects_NationalCodes_InOurWordsOrRefused(string region, string trade, string? label, string? section)
    {
        await using FrontHost host = await FrontHost.StartAsync();
        string data = $$"""{"subjects":[{"code":"S-1","name":"甲","region":"{{region}}","trade":"{{trade}}","creditClass":"A"}]}""";
        if (label is null)
        {
            Assert.Equal("RI9167", (await AsideAsync(host, ExchangeTypes.Subjects, data)).Code);
            return;
        }

        await TakenAsync(host, ExchangeTypes.Subjects, data);
        Subject one = (await host.Get<ISubjectDirectory>().FindAsync("S-1", Cancellation))!;
        Assert.Equal((label, section), (one.Region, one.Trade));
    }

    [Fact]
    public async Task Inspectors_DeltaThenFull_WhoIsNotNamedHasLeftThePost()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        Inspector[] all = [.. SampleInspectors.All.Where(one => one.DepartmentId == SampleDepartments.Market && one.Status == InspectorStatus.Active).OrderBy(one => one.Id, StringComparer.Ordinal).Take(30)];
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write(all));
        Assert.Equal(all[3], await host.Get<IInspectorDirectory>().FindAsync(all[3].Id, Cancellation)); // every field, certificates and leave too
        FullList full = new("Left", Today, "", null, [], null, SampleDepartments.Market, null);
        await TakenAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write(all[1..], full));
        Assert.Equal(InspectorStatus.Left, (await host.Get<IInspectorDirectory>().FindAsync(all[0].Id, Cancellation))!.Status);
        Assert.Equal(InspectorStatus.Active, (await host.Get<IInspectorDirectory>().FindAsync(all[1].Id, Cancellation))!.Status);
        Assert.Equal("RI9169", (await AsideAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write(all[2..], full with { On = Today.PlusDays(1) }))).Code);
        Assert.Equal("RI5205", (await AsideAsync(host, ExchangeTypes.Inspectors, InspectorMessages.Write([all[0] with { DepartmentId = "nobody" }]))).Code);
        Assert.Equal("RI9160", (await AsideAsync(host, ExchangeTypes.Inspectors, "{}")).Code);
    }

    [Fact]
    public async Task Credit_ClassWithDayAndSource_NewerReplacesOlderOnly()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await TakenAsync(host, ExchangeTypes.Subjects, SubjectMessages.Write(Sample[..2]));
        await TakenAsync(host, ExchangeTypes.Credit, CreditMessages.Write("省信用平台", [(Sample[0].Code, "D", Today)]));
        await TakenAsync(host, ExchangeTypes.Credit, CreditMessages.Write("旧平台", [(Sample[0].Code, "A", Today.PlusDays(-100))]));
        Subject one = (await host.Get<ISubjectDirectory>().FindAsync(Sample[0].Code, Cancellation))!;
        Assert.Equal(("D", new CreditAssessment(Today, "省信用平台")), (one.CreditClass, one.Assessment));
        Assert.Equal(Sample[0].Name, one.Name);
        Assert.Equal("RI9168", (await AsideAsync(host, ExchangeTypes.Credit, CreditMessages.Write("省信用平台", [(Sample[5].Code, "D", Today)]))).Code);
        Assert.Equal("RI9160", (await AsideAsync(host, ExchangeTypes.Credit, CreditMessages.Write("省信用平台", [(Sample[0].Code, "二级", Today)]))).Code);
    }

    [Fact]
    public async Task Items_PreparedAndNothingInForceBeforeTheOthersHaveSeenThem()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        InspectionItem[] items = [.. SampleItems.All.Select(one => one.ToItem()).Where(one => one.DepartmentId == SampleDepartments.Market).Take(3)];
        await TakenAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Market, "与部门系统一致", items, isFull: false), "ni");
        ItemCatalogue catalogue = await host.Get<CatalogueWorkflow>().FindAsync(SampleDepartments.Market, Cancellation);
        Assert.Equal((CatalogueStatus.Draft, 3, 0), (catalogue.Draft!.Status, catalogue.Draft.Items.Length, catalogue.Versions.Count));
        Assert.Equal(items.OrderBy(one => one.Code, StringComparer.Ordinal), catalogue.Draft.Items);

        // A full list takes out what it does not name; the same again changes nothing; the way of review is the usual one.
        await TakenAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Market, "全量", items[..2], isFull: true), "ni");
        long before = (await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size;
        await TakenAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Market, "全量", items[..2], isFull: true), "ni");
        Assert.Equal(before + 1, (await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size); // that it came in
        Assert.Equal(2, (await host.Get<CatalogueWorkflow>().FindAsync(SampleDepartments.Market, Cancellation)).Draft!.Items.Length);
        await host.Get<CatalogueWorkflow>().SubmitAsync(new Acting(DemoPeople.All.Single(one => one.Id == "ni"), host.Clock.Now), SampleDepartments.Market, Cancellation);
        Assert.Equal("RI2420", (await AsideAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Market, "再来", items, isFull: true), "ni")).Code);
        Assert.Equal("RI2012", (await AsideAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Ecology, "别人的", items, isFull: false), "ni")).Code);
        Assert.Equal("RI2013", (await AsideAsync(host, ExchangeTypes.Items, ItemMessages.Write(SampleDepartments.Market, "无权", items, isFull: false), "ku")).Code);
    }

    [Fact]
    public async Task SuperiorTask_TakenOverOnceAsAnAdHocTaskThatIsNotApproved()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        string data = SuperiorTaskMessages.Write(new SuperiorTask("省市场监管局", "S2026-7", "辽市监〔2026〕7号"), "食品经营省级抽查", "省局计划任务", ["SCJG-01"], new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 31));
        await TakenAsync(host, ExchangeTypes.SuperiorTask, data, "ni");
        AnnualPlan plan = await host.Get<PlanWorkflow>().FindAsync("A2026-001", Cancellation);
        Assert.Equal((PlanStatus.Draft, "S2026-7", "A2026-001-T01"), (plan.Status, plan.Draft.Terms!.Superior!.Task, plan.Tasks.Concat(plan.Drafted).First().TaskId));
        Assert.Equal("RI2036", (await AsideAsync(host, ExchangeTypes.SuperiorTask, data.Replace("食品经营省级抽查", "又一次", StringComparison.Ordinal), "ni")).Code);
        Assert.Equal("RI9160", (await AsideAsync(host, ExchangeTypes.SuperiorTask, """{"authority":"省局"}""", "ni")).Code);
    }

    [Fact]
    public async Task Notices_KeptForTheAdministratorsEyes_TheCalendarStaysAsItIs()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        (WorkingDayCalendar calendar, _) = await host.Get<CalendarInUse>().ReadAsync(Cancellation);
        Assert.Equal("RI2210", (await AsideAsync(host, ExchangeTypes.Notices, NoticeMessages.Write([calendar.Notices[^1]]))).Code); // it says nothing new
        ExchangeMessage message = Message(ExchangeTypes.Notices, NoticeMessages.Write([InventedNotice.Of2027()]));
        InboxOutcome outcome = await host.Get<Inbox>().TakeAsync(All("ku"), message, host.Clock.Now, Cancellation);
        Assert.Equal(new InboxOutcome.Taken(), outcome);
        Assert.NotNull(await host.Get<IEvidenceStore>().GetAsync(NoticeMessages.DigestOf(message), Cancellation));
        Assert.Equal(calendar.Version, (await host.Get<CalendarInUse>().ReadAsync(Cancellation)).Calendar.Version);
    }

    private static ExchangePartner All(string agent) => FrontHost.Province with { AgentId = agent, Takes = ExchangeSchemas.Types };

    private static async Task<string[]> LeftAsync(FrontHost host)
    {
        List<string> left = [];
        await foreach (Subject one in host.Get<ISubjectDirectory>().ReadAsync(Cancellation))
        {
            if (one.Status == SubjectStatus.Deregistered && Sample.Any(was => was.Code == one.Code && was.Status == SubjectStatus.Active))
            {
                left.Add(one.Code);
            }
        }

        return [.. left];
    }

    private ExchangeMessage Message(string type, string data) => ExchangeMessage.Of("https://province.example", $"m-{++_sent}", type, "x", null, Instant.FromUtc(2026, 11, 23, 1, 0), data);

    private async Task TakenAsync(FrontHost host, string type, string data, string agent = "ku")
    {
        ExchangeMessage message = Message(type, data);
        LedgerHead before = await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        InboxOutcome dry = await host.Get<Inbox>().TryAsync(All(agent), message, host.Clock.Now, Cancellation);
        Assert.Equal(new InboxOutcome.Taken(), dry);
        Assert.Equal(before, await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)); // a dry run wrote nothing
        Assert.Equal(new InboxOutcome.Taken(), await host.Get<Inbox>().TakeAsync(All(agent), message, host.Clock.Now, Cancellation));
        Assert.IsType<InboxOutcome.Known>(await host.Get<Inbox>().TakeAsync(All(agent), message, host.Clock.Now, Cancellation));
    }

    private async Task<Refusal> AsideAsync(FrontHost host, string type, string data, string agent = "ku")
    {
        LedgerHead before = await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        InboxOutcome outcome = await host.Get<Inbox>().TakeAsync(All(agent), Message(type, data), host.Clock.Now, Cancellation);
        Assert.Equal(before, await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        return Assert.IsType<InboxOutcome.SetAside>(outcome).Reason;
    }
}

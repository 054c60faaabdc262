using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(二) 建立完善随机抽查事项清单, in the words of the notice.</summary>
public sealed class A3Tests
{
    private const string Market = SampleDepartments.Market;

    [Fact]
    public async Task A3_梳理编制和完善本部门随机抽查事项清单_EveryItemSaysOnWhatBasisWhatHowAndHowOften()
    {
        using MemoryHost host = await WithCatalogueAsync();
        PublishedItems published = await host.Get<IItemCatalogue>().ReadAsync(Today, Cancellation);
        Assert.Equal(MarketItems.OrderBy(i => i.Code, StringComparer.Ordinal), published.Items);
        Assert.All(published.Items, item =>
        {
            Assert.NotEmpty(item.LegalBasis);
            Assert.NotEmpty(item.ChineseObjectKind);
            Assert.InRange(item.RatioPercent, 1, 100);
            Assert.InRange(item.TimesAYear, 1, 366);
            Assert.Equal(Market, item.DepartmentId);
        });
        Assert.Contains(published.Items, item => item.IsKey);
        Assert.Contains(published.Items, item => !item.IsKey);
        Assert.Contains(published.Items, item => item.Method == InspectionMethod.Sampling);
        Assert.Contains(published.Items, item => !item.Qualifications.IsEmpty);
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A3_经同级司法行政等部门审核后报送协调领导小组并统一向社会公示_InThisOrderOnly()
    {
        using MemoryHost host = WithoutCatalogue();
        await host.PrepareVersionAsync("首次编制");
        await host.RefusedAsync("RI2420", () => host.Catalogues.ReviewAsync(As(Role.JudicialReviewer), Market, "通过", Cancellation));
        await host.RefusedAsync("RI2420", () => host.Catalogues.PublishAsync(As(Role.Publisher), Market, Today, "公示系统", Cancellation));
        await host.Catalogues.SubmitAsync(As(Role.Drafter), Market, Cancellation);
        await host.RefusedAsync("RI2013", () => host.Catalogues.ReviewAsync(As(Role.Drafter), Market, "通过", Cancellation));
        await host.RefusedAsync("RI2420", () => host.Catalogues.ReportAsync(As(Role.CoordinatingGroup), Market, Cancellation));
        await host.Catalogues.ReturnAsync(As(Role.JudicialReviewer), Market, "SCJG-05 依据条款有误", Cancellation);
        await host.Catalogues.SubmitAsync(As(Role.Drafter), Market, Cancellation);
        await host.Catalogues.ReviewAsync(As(Role.JudicialReviewer), Market, "依据准确，予以通过", Cancellation);
        await host.RefusedAsync("RI2420", () => host.Catalogues.PublishAsync(As(Role.Publisher), Market, Today, "公示系统", Cancellation));
        Assert.Empty((await host.Get<IItemCatalogue>().ReadAsync(Today, Cancellation)).Items);
        await host.Catalogues.ReportAsync(As(Role.CoordinatingGroup), Market, Cancellation);

        // 报送 raises the duty to publish; only the publication itself meets it.
        ObligationView duty = Assert.Single(await host.Views.QueryAsync(new OpenObligations(), Cancellation));
        Assert.Equal((DisclosureOccasion.CatalogueReported, Market, Today), (duty.Occasion, duty.About, duty.EventDay));
        await host.RefusedAsync("RI2430", () => host.Get<DisclosureWorkflow>().PublishAsync(As(Role.Publisher), duty.Key, "公示系统", Cancellation));
        await host.Catalogues.PublishAsync(As(Role.Publisher), Market, Today, "国家企业信用信息公示系统（辽宁）", Cancellation);
        Assert.Empty(await host.Views.QueryAsync(new OpenObligations(), Cancellation));
        DisclosedView disclosed = Assert.Single(await host.Get<Publications>().ReadAsync(0, 10, Cancellation));
        Assert.Equal((duty.Key, DisclosureOccasion.CatalogueReported, Market), (disclosed.Obligation, disclosed.Occasion, disclosed.About));
        Assert.Equal(5, (await host.Get<IItemCatalogue>().ReadAsync(Today, Cancellation)).Items.Length);
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A3_根据监管事项依据的变化进行动态管理_LawChangedOnXNewVersionDueByY()
    {
        using MemoryHost host = await WithCatalogueAsync();
        LocalDate changed = new(2026, 12, 1);
        await host.Catalogues.NoteChangeOfAsync(As(Role.JudicialReviewer), Market, "《中华人民共和国广告法》（2026 修正）", changed, ["SCJG-05"], Cancellation);
        ObligationView duty = Assert.Single(await host.Views.QueryAsync(new OpenObligations(), Cancellation));
        Assert.Equal((DisclosureOccasion.LegalBasisChanged, changed, "national/open-government/LegalBasisChanged"), (duty.Occasion, duty.EventDay, duty.Rule));
        Assert.Equal(DisclosureRules.Shenyang2020.DeadlineFor(DisclosureOccasion.LegalBasisChanged, changed, WorkingDayCalendar.Embedded).Date, duty.DueOn);
        Assert.Equal(new LocalDate(2026, 12, 29), duty.DueOn); // 20 working days
        Assert.Equal(Urgency.Overdue, duty.UrgencyOn(new LocalDate(2026, 12, 30), WorkingDayCalendar.Embedded));
        Assert.Equal("SCJG-05", Assert.Single((await host.Catalogues.FindAsync(Market, Cancellation)).OpenChanges).Items.Single());
        Assert.Equal(duty.Key, CatalogueConsequence.BasisDuty(Market, Assert.Single(await host.Views.QueryAsync(new OpenBasisChanges(), Cancellation)).Number));

        await host.Catalogues.BeginAsync(As(Role.Drafter), Market, "广告法修正", Cancellation);
        InspectionItem before = MarketItems.Single(i => i.Code == "SCJG-05");
        await host.RefusedAsync("RI2427", () => host.Catalogues.SubmitAsync(As(Role.Drafter), Market, Cancellation));
        await host.Catalogues.ReviseAsync(As(Role.Drafter), Market, before with { LegalBasis = "《中华人民共和国广告法》（2026 修正）第五十一条" }, Cancellation);
        await host.PassVersionAsync(changed);
        Assert.Empty(await host.Views.QueryAsync(new OpenObligations(), Cancellation));
        Assert.Empty(await host.Views.QueryAsync(new OpenBasisChanges(), Cancellation));
        ItemCatalogue catalogue = await host.Catalogues.FindAsync(Market, Cancellation);
        Assert.Equal([("SCJG-05", before.LegalBasis)], CatalogueDifference.Between(catalogue.Versions[0].Items, catalogue.Versions[1].Items).Revised.Select(r => (r.Before.Code, r.Before.LegalBasis)));
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A3_任务所用清单版本_TasksNameTheVersionsThatWereInForce()
    {
        using MemoryHost host = await WithCatalogueAsync();
        await host.Catalogues.BeginAsync(As(Role.Drafter), Market, "明年起删去广告", Cancellation);
        await host.Catalogues.RemoveAsync(As(Role.Drafter), Market, "SCJG-05", Cancellation);
        await host.PassVersionAsync(new LocalDate(2027, 1, 1));
        string plan = await host.Plans.BeginAsync(As(Role.Drafter), 2026, "2026 年度抽查计划", Cancellation);
        await AddAsync(host, plan, "SCJG-05", new LocalDate(2026, 12, 1));
        await host.RefusedAsync("RI2004", () => AddAsync(host, plan, "STHJ-01", new LocalDate(2026, 12, 1))); // not published
        string next = await host.Plans.BeginAsync(As(Role.Drafter), 2027, "2027 年度抽查计划", Cancellation);
        await host.RefusedAsync("RI2004", () => AddAsync(host, next, "SCJG-05", new LocalDate(2027, 3, 1)));
        await AddAsync(host, next, "SCJG-01", new LocalDate(2027, 3, 1));
        Assert.Equal(["scjg-v1"], (await host.Plans.FindAsync(plan, Cancellation)).Tasks[0].Catalogues!.Value);
        Assert.Equal(["scjg-v2"], (await host.Plans.FindAsync(next, Cancellation)).Tasks[0].Catalogues!.Value);
        await host.IsSoundAsync();
    }

    private static Task AddAsync(MemoryHost host, string plan, string item, LocalDate from) =>
        host.Plans.AddTaskAsync(As(Role.Drafter), plan, "抽查", ImmutableArray.Create(item), from, from.PlusDays(20), Cancellation);
}

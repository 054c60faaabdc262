using System.Text;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A9, 三(八): 谁检查、谁公示；除涉及国家秘密、商业秘密、个人隐私等依法不予公开的情形外。</summary>
public sealed class A9DisclosureTests
{
    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A9_ResultFormed_PublishedInTheNamedChannelsWithReceipts()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.AuditedAsync(visit, ItemResult.OrderedToCorrect, "负责人身份证 210102198001011234，电话 13900001234，已责令改正");
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal", "gsxt-liaoning", "credit-shenyang", "internet-supervision"], Cancellation);

        DisclosureObligation published = await host.Disclosures.FindAsync($"result-{visit}", Cancellation);
        Assert.Equal("本机关“双随机、一公开”公示平台、国家企业信用信息公示系统（辽宁）、信用中国（辽宁沈阳）、国家“互联网+监管”系统", published.Publication!.Channel);

        // The portal is connected and gives a receipt with the digest of what it received; the others are published in by hand.
        ChannelReceipt receipt = Assert.Single(published.Publication.Receipts!.Value);
        Assert.Equal(("portal", $"result-{visit}", 1, ChannelStep.Published), (receipt.Channel, receipt.Key, receipt.Revision, receipt.Step));
        string content = Encoding.UTF8.GetString((await host.Get<IEvidenceStore>().GetAsync(receipt.Digest, Cancellation))!);
        Assert.Contains("发现问题已责令改正", content, StringComparison.Ordinal);
        Assert.Contains("已责令改正", content, StringComparison.Ordinal);
        Assert.DoesNotContain("210102198001011234", content, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001234", content, StringComparison.Ordinal);
        Assert.Equal($"result-{visit}", Assert.Single(await host.Get<Publications>().ReadAsync(0, 10, Cancellation)).Obligation);
    }

    [Fact]
    public async Task A9_StateSecretBusinessSecretPrivacy_NotPublishedWithReasonAndAnotherPersonsApproval()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.AuditedAsync(visit);
        string duty = $"result-{visit}";
        await host.RefusedAsync("RI2213", () => host.Disclosures.ProposeExemptionAsync(MemoryHost.As(Role.Publisher), duty, ExemptionGround.BusinessSecret, " ", Cancellation));
        await host.Disclosures.ProposeExemptionAsync(MemoryHost.As(Role.Publisher), duty, ExemptionGround.BusinessSecret, "配方属商业秘密", Cancellation);

        // Nobody decides on their own proposal, and nothing is published meanwhile.
        Person both = MemoryHost.As(Role.Publisher).Person with { Roles = [Role.Publisher, Role.AuthorityHead] };
        await host.RefusedAsync("RI2214", () => host.Disclosures.DecideExemptionAsync(new(both, MemoryHost.Morning), duty, ExemptionDecision.Granted, "属实", Cancellation));
        await host.RefusedAsync("RI2212", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [duty], ["portal"], Cancellation));

        await host.Disclosures.DecideExemptionAsync(MemoryHost.As(Role.AuthorityHead), duty, ExemptionDecision.Granted, "属实", Cancellation);
        await host.RefusedAsync("RI2212", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), duty, "公示系统", Cancellation));
        Assert.DoesNotContain(await host.Views.QueryAsync(new OpenObligations(), Cancellation), row => row.Key == duty);
        ObligationView row = Assert.Single(await host.Views.QueryAsync(new ExemptObligations(null), Cancellation));
        Assert.Equal(Urgency.Exempt, row.UrgencyOn(row.DueOn.PlusDays(30), WorkingDayCalendar.Embedded));
        Assert.Equal(
            ["disclosure.raised", "disclosure.exemptionProposed", "disclosure.exemptionDecided"],
            (await host.Ledger.ReadStreamAsync($"disclosure/{duty}", Cancellation)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task A9_ExemptionDenied_DutyStandsWithItsFirstDeadline()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.AuditedAsync(visit);
        DueDate due = (await host.Disclosures.FindAsync($"result-{visit}", Cancellation)).Due;
        await host.Disclosures.ProposeExemptionAsync(MemoryHost.As(Role.Publisher), $"result-{visit}", ExemptionGround.Privacy, "涉及个人住址", Cancellation);
        await host.Disclosures.DecideExemptionAsync(MemoryHost.As(Role.AuthorityHead), $"result-{visit}", ExemptionDecision.Denied, "住址不在公示内容中", Cancellation);
        DisclosureObligation open = await host.Disclosures.FindAsync($"result-{visit}", Cancellation);
        Assert.Equal((ObligationStatus.Open, due), (open.Status, open.Due));
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal"], Cancellation);
    }

    [Fact]
    public async Task A9_PenaltyWithdrawn_TakenDownWithinThreeWorkingDaysAndTheTombstoneDoesNotRepeatIt()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        Visit concluded = await host.ConcludedAsync(visit, ItemResult.PendingHandling, "标签不全");
        await host.Visits.DecideAsync(await host.FirstOfficerAsync(visit), visit, MeasureKind.Penalty, "罚款五千元", "食品安全法 第一百二十五条", new(2026, 11, 23), Cancellation);
        string duty = DisclosureWorkflow.MeasureDuty(visit, 1);
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [duty], ["portal"], Cancellation);
        await host.RefusedAsync("RI2212", () => host.Disclosures.TakeDownAsync(MemoryHost.As(Role.Publisher), duty, Cancellation));

        // Decided on Monday 23 November: down by Thursday, as three working days say.
        await host.Disclosures.OrderWithdrawalAsync(MemoryHost.As(Role.AuthorityHead), duty, WithdrawalGround.Revoked, "复议机关撤销了原决定", Cancellation);
        DisclosureObligation takeDown = await host.Disclosures.FindAsync(DisclosureWorkflow.TakeDownDuty(duty), Cancellation);
        Assert.Equal((DisclosureOccasion.DecisionWithdrawn, new NodaTime.LocalDate(2026, 11, 26), "national/take-down"), (takeDown.Origin.Occasion, takeDown.Due.On, takeDown.Due.Rule));
        await host.RefusedAsync("RI2219", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), takeDown.Origin.Obligation, "公示系统", Cancellation));

        await host.Disclosures.TakeDownAsync(MemoryHost.As(Role.Publisher, 1), duty, Cancellation);
        DisclosureObligation gone = await host.Disclosures.FindAsync(duty, Cancellation);
        Assert.Equal((ObligationStatus.Withdrawn, 2), (gone.Status, gone.Revision));
        string tombstone = (await ((LedgerChannel)host.Get<DisclosureChannels>().Connected("portal")!).ReadAsync(duty, Cancellation))!;
        Assert.Contains("复议机关撤销了原决定", tombstone, StringComparison.Ordinal);
        Assert.Contains("决定依法撤销", tombstone, StringComparison.Ordinal);
        Assert.All((string[])["罚款", "五千", "第一百二十五条", concluded.Plan.SubjectName, concluded.Plan.SubjectCode], said => Assert.DoesNotContain(said, tombstone, StringComparison.Ordinal));
        Assert.DoesNotContain(await host.Views.QueryAsync(new PublishedAbout(visit), Cancellation), row => row.Key == duty);
        Assert.Equal(duty, Assert.Single(await host.Views.QueryAsync(new WithdrawnAbout(visit), Cancellation)).Key);

        // Partners that read by cursor are told: the take-down is an item of its own and names no firm.
        Assert.Equal([duty, DisclosureWorkflow.TakeDownDuty(duty)], (await host.Get<Publications>().ReadAsync(0, 10, Cancellation)).Select(one => one.Obligation));
        Assert.Equal("撤下：行政处罚", (await host.Get<Publications>().ReadAsync(1, 10, Cancellation))[0].Title);
    }

    [Fact]
    public async Task A9_PublicationWithoutChannel_RefusedAndNothingSent()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.ConcludedAsync(visit);
        await host.RefusedAsync("RI2204", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal"], Cancellation));
        await host.Visits.AuditAsync(MemoryHost.As(Role.ResultAuditor), visit, Cancellation);
        await host.RefusedAsync("RI2203", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], [], Cancellation));
        await host.RefusedAsync("RI2216", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["nowhere"], Cancellation));
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal"], Cancellation);
        await host.RefusedAsync("RI2202", () => host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), [$"result-{visit}"], ["portal"], Cancellation));
        await host.RefusedAsync("RI2215", () => host.Disclosures.CorrectAsync(MemoryHost.As(Role.Publisher), $"result-{visit}", "笔误", Cancellation));
    }

    [Fact]
    public async Task A9_PlanListAndTask_PublishedThroughTheSameChannels()
    {
        using MemoryHost host = new();
        await host.WithVisitsAsync();
        await host.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher), ["plan-P2026-001", "list-D2026-0001"], ["portal", "gsxt-liaoning"], Cancellation);
        LedgerChannel portal = (LedgerChannel)host.Get<DisclosureChannels>().Connected("portal")!;
        Assert.Contains("食品经营抽查", (await portal.ReadAsync("plan-P2026-001", Cancellation))!, StringComparison.Ordinal);
        string list = (await portal.ReadAsync("list-D2026-0001", Cancellation))!;
        foreach (VisitView visit in await host.Views.QueryAsync(new VisitsOfTask("P2026-001-T01"), Cancellation))
        {
            Assert.Contains(visit.SubjectCode, list, StringComparison.Ordinal);
        }
    }
}

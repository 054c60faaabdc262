using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A8, 三(七): 对检查对象的全部事项检查，形成结论，送达告知书；发现其他问题的另案查处或者移送。国办发〔2024〕54号。</summary>
public sealed class A8VisitTests
{
    private static readonly byte[] Photo = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A8_Visit_ApprovedByTheAuthoritysHeadBeforehandAndInAnEmergencyAfterwards()
    {
        using MemoryHost host = new();
        string[] visits = [.. (await host.WithVisitsAsync()).Select(visit => visit.Key)];
        await host.RefusedAsync("RI2013", () => host.Visits.ApproveAsync(MemoryHost.As(Role.Drafter), [visits[0]], "随机抽查", Cancellation));
        await host.RefusedAsync("RI2305", () => host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [visits[0]], "", Cancellation));
        await host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), visits[..2], "年度随机抽查任务", Cancellation);
        await host.RefusedAsync("RI3020", () => host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [visits[2], visits[0]], "再次", Cancellation));
        await host.ArrivedAsync(visits[0]);
        Assert.False((await host.Visits.FindAsync(visits[0], Cancellation)).ApprovalIsOwed);

        // An emergency: the team went first, which shows until it is approved.
        Acting first = await host.FirstOfficerAsync(visits[2]);
        await host.RefusedAsync("RI3032", () => host.Visits.ArriveAsync(first, visits[2], Cancellation));
        await host.RefusedAsync("RI3032", async () => await host.Visits.CheckInAsync(first, visits[2], await host.Visits.CodeAsync(visits[2], Cancellation), Cancellation));
        await host.Visits.ArriveAsync(first, visits[2], null, Cancellation, "接报燃气泄漏");
        Assert.True((await host.Views.FindAsync<VisitView>(visits[2], Cancellation))!.ApprovalIsOwed);
        await host.Visits.EnterAllAsync(first, visits[2], ItemResult.NoProblemFound, "", Cancellation);
        await host.Visits.ConcludeAsync(first, visits[2], Cancellation);

        // Its result waits for the approval, and so does its publication.
        await host.RefusedAsync("RI3033", () => host.Visits.AuditAsync(MemoryHost.As(Role.ResultAuditor), visits[2], Cancellation));
        await host.RefusedAsync("RI2204", () => host.Get<DisclosureWorkflow>().PublishAsync(MemoryHost.As(Role.Publisher), $"result-{visits[2]}", "公示系统（辽宁）", Cancellation));
        Person officer = first.Person;
        await host.RefusedAsync("RI2311", () => host.Visits.ApproveAsync(new(officer with { Roles = [Role.AuthorityHead] }, MemoryHost.Morning), [visits[2]], "燃气泄漏", Cancellation));
        await host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [visits[2]], "接报燃气泄漏，情况紧急", Cancellation);
        Assert.False((await host.Views.FindAsync<VisitView>(visits[2], Cancellation))!.ApprovalIsOwed);
        await host.Visits.AuditAsync(MemoryHost.As(Role.ResultAuditor), visits[2], Cancellation);
    }

    [Fact]
    public async Task A8_CheckIn_ByTheCodeOfThisVisitOnceWithItsMoment()
    {
        using MemoryHost host = new();
        string[] visits = [.. (await host.WithVisitsAsync()).Select(visit => visit.Key)];
        string[] codes = await Task.WhenAll(visits.Select(visit => host.Visits.CodeAsync(visit, Cancellation)));
        Assert.Distinct(codes);
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{8}$", code));
        await host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), visits[..2], "年度随机抽查任务", Cancellation);
        Acting officer = await host.FirstOfficerAsync(visits[0]);
        await host.RefusedAsync("RI3022", () => host.Visits.CheckInAsync(officer, visits[0], codes[1], Cancellation));
        await host.RefusedAsync("RI3022", () => host.Visits.CheckInAsync(officer, visits[0], "", Cancellation));
        await host.Visits.CheckInAsync(officer, visits[0], $" {codes[0][..4].ToLowerInvariant()}-{codes[0][4..]} ", Cancellation);
        await host.RefusedAsync("RI3023", () => host.Visits.CheckInAsync(officer, visits[0], codes[0], Cancellation));
        Assert.Equal(officer.At, (await host.Visits.FindAsync(visits[0], Cancellation)).CheckIn!.At);
        await host.RefusedAsync("RI2302", () => host.Visits.CheckInAsync(MemoryHost.Officer("scjg-99"), visits[1], codes[1], Cancellation));
    }

    [Fact]
    public void Code_KnownAnswer_AsAnotherImplementationComputesIt() =>
        // python3: h = sha256(b"random-inspection-visit/1\n" + b"0"*64 + b"\nP2026-001-T01-V0001").digest(); 5 bits each of h[:5]
        Assert.Equal("XCCTPZGG", VisitCode.Of(new string('0', 64), "P2026-001-T01-V0001"));

    [Fact]
    public async Task A8_Evidence_KeptByItsContentAndOnlyOfKnownKinds()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        Acting officer = await host.FirstOfficerAsync(visit);
        await host.RefusedAsync("RI2301", () => host.Visits.KeepEvidenceAsync(officer, visit, "照片.png", Photo, Cancellation));
        await host.ArrivedAsync(visit);
        await host.Visits.KeepEvidenceAsync(officer, visit, "C:\\现场\\照片\".png", Photo, Cancellation);
        EvidenceFile kept = Assert.Single((await host.Visits.FindAsync(visit, Cancellation)).Evidence);
        Assert.Equal(("照片.png", "image/png", 11L), (kept.Name, kept.MediaType, kept.Size));
        Assert.Equal(Photo, (await host.Visits.FindEvidenceAsync(visit, kept.Digest, Cancellation))!.Value.Bytes);
        Assert.Null(await host.Visits.FindEvidenceAsync(visit, new string('0', 64), Cancellation));
        Assert.Equal([kept.Digest], DomainEvidence.Of(new VisitEvent.EvidenceKept(kept, "scjg-01")));

        await host.RefusedAsync("RI3026", () => host.Visits.KeepEvidenceAsync(officer, visit, "又一张.png", Photo, Cancellation));
        await host.RefusedAsync("RI3024", () => host.Visits.KeepEvidenceAsync(officer, visit, "a.html", Encoding.UTF8.GetBytes("<html>"), Cancellation));
        await host.RefusedAsync("RI3024", () => host.Visits.KeepEvidenceAsync(officer, visit, "/", Photo, Cancellation));
        await host.RefusedAsync("RI3025", () => host.Visits.KeepEvidenceAsync(officer, visit, "空.png", ReadOnlyMemory<byte>.Empty, Cancellation));
        await host.RefusedAsync("RI3025", () => host.Visits.KeepEvidenceAsync(officer, visit, "大.png", new byte[EvidenceFile.MostBytes + 1], Cancellation));
    }

    [Fact]
    public async Task A8_Objection_HeardDecidedByAnotherPersonAndTheResultCorrectedAndAuditedAnew()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.AuditedAsync(visit, ItemResult.OrderedToCorrect, "标签不全");
        Acting officer = await host.FirstOfficerAsync(visit);
        LocalDate today = new(2026, 11, 23);
        await host.RefusedAsync("RI3028", () => host.Visits.DecideObjectionAsync(MemoryHost.As(Role.AuthorityHead), visit, ObjectionDecision.Upheld, "属实", Cancellation));
        await host.RefusedAsync("RI3029", () => host.Visits.CorrectAsync(officer, visit, "SCJG-01", ItemResult.NoProblemFound, "", Cancellation));
        await host.RefusedAsync("RI2313", () => host.Visits.ObjectAsync(officer, visit, "标签齐全", today.PlusDays(1), Cancellation));
        await host.Visits.ObjectAsync(officer, visit, "标签齐全，检查人员看漏背面", today, Cancellation);
        await host.RefusedAsync("RI3027", () => host.Visits.ObjectAsync(officer, visit, "再次", today, Cancellation));
        await host.RefusedAsync("RI2311", () => host.Visits.DecideObjectionAsync(
            officer with { Person = officer.Person with { Roles = [Role.AuthorityHead] } }, visit, ObjectionDecision.Rejected, "不属实", Cancellation));
        await host.Visits.DecideObjectionAsync(MemoryHost.As(Role.AuthorityHead), visit, ObjectionDecision.Upheld, "复核属实", Cancellation);
        await host.Visits.CorrectAsync(officer, visit, "SCJG-01", ItemResult.NoProblemFound, "背面标签齐全", Cancellation);

        Visit corrected = await host.Visits.FindAsync(visit, Cancellation);
        Assert.Equal((VisitStatus.Concluded, Conclusion.NoProblemFound, (string?)null), (corrected.Status, corrected.Conclusion!.Conclusion, corrected.AuditedBy));
        await host.RefusedAsync("RI3029", () => host.Visits.CorrectAsync(officer, visit, "SCJG-01", ItemResult.PendingHandling, "又改", Cancellation));
        await host.Visits.AuditAsync(MemoryHost.As(Role.ResultAuditor), visit, Cancellation);
        Assert.Equal(Conclusion.NoProblemFound, (await host.Views.FindAsync<VisitView>(visit, Cancellation))!.Conclusion);
    }

    [Fact]
    public async Task A8_OrderToCorrect_FollowedUntilTheRecheckClosesIt()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.ConcludedAsync(visit, ItemResult.OrderedToCorrect, "标签不全");
        Acting officer = await host.FirstOfficerAsync(visit);
        LocalDate today = new(2026, 11, 23);
        await host.RefusedAsync("RI3030", () => host.Visits.FollowAsync(officer, visit, 1, today, Cancellation));
        await host.Visits.DecideAsync(officer, visit, MeasureKind.Order, "责令改正标签", "食品安全法 第一百二十五条", today, Cancellation);
        await host.Visits.DecideAsync(officer, visit, MeasureKind.Transfer, "移送公安机关", "行政执法机关移送涉嫌犯罪案件的规定 第三条", today, Cancellation);
        await host.RefusedAsync("RI3030", () => host.Visits.FollowAsync(officer, visit, 2, today, Cancellation));
        await host.RefusedAsync("RI2313", () => host.Visits.FollowAsync(officer, visit, 1, today.PlusDays(-1), Cancellation));
        await host.RefusedAsync("RI3031", () => host.Visits.RecheckAsync(officer, visit, 1, RecheckOutcome.Corrected, "已整改", Cancellation));
        await host.Visits.FollowAsync(officer, visit, 1, today.PlusDays(7), Cancellation);
        await host.Visits.RecheckAsync(officer, visit, 1, RecheckOutcome.NotCorrected, "仍缺生产日期", Cancellation);
        Assert.False(Assert.Single((await host.Visits.FindAsync(visit, Cancellation)).FollowUps).IsClosed);
        await host.Visits.FollowAsync(officer, visit, 1, today.PlusDays(14), Cancellation);
        await host.Visits.RecheckAsync(officer, visit, 1, RecheckOutcome.Corrected, "标签已补", Cancellation);
        await host.RefusedAsync("RI3031", () => host.Visits.RecheckAsync(officer, visit, 1, RecheckOutcome.Corrected, "再次", Cancellation));
        Assert.True(Assert.Single((await host.Visits.FindAsync(visit, Cancellation)).FollowUps).IsClosed);
    }

    [Fact]
    public async Task B_NoticeOfInspection_ShownOnArrivalAndBeforehandOnlyWhereTheProfileSaysSo()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [visit], "年度随机抽查任务", Cancellation);
        await host.RefusedAsync("RI3041", async () => await host.Visits.SendNoticeAheadAsync(await host.FirstOfficerAsync(visit), visit, ServiceMethod.Electronic, Cancellation));

        using MemoryHost other = new(services => services.AddSingleton(NoticeRule.OnArrival with { MayGoAhead = true, Source = new LegalBasis("某市规则", "3") }));
        string announced = (await other.WithVisitsAsync())[0].Key;
        Acting officer = await other.FirstOfficerAsync(announced);
        await other.RefusedAsync("RI3032", () => other.Visits.SendNoticeAheadAsync(officer, announced, ServiceMethod.Electronic, Cancellation));
        await other.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [announced], "年度随机抽查任务", Cancellation);
        await other.Visits.SendNoticeAheadAsync(officer, announced, ServiceMethod.Electronic, Cancellation);
        Assert.Equal(new VisitEvent.NoticeSentAhead(ServiceMethod.Electronic, MemoryHost.Today, officer.Person.Id), (await other.Visits.FindAsync(announced, Cancellation)).Notice);
    }

    [Fact]
    public async Task B_CannotBeContacted_IsAResultPublishedAndReferred()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.ConcludedAsync(visit, ItemResult.CannotBeContacted, "两次上门查无此址");
        Assert.NotNull(await host.Views.FindAsync<ObligationView>($"result-{visit}", Cancellation));
        Assert.True((await host.Views.FindAsync<VisitView>(visit, Cancellation))!.ReferralIsOwed);
        await host.Visits.DecideAsync(
            await host.FirstOfficerAsync(visit), visit, MeasureKind.Transfer, "移送登记机关列入经营异常名录", "企业经营异常名录管理暂行办法 第九条", MemoryHost.Today, Cancellation);
        Assert.False((await host.Views.FindAsync<VisitView>(visit, Cancellation))!.ReferralIsOwed);
    }

    [Fact]
    public async Task A8_PeriodOver_VisitsNotMadeAreNamed()
    {
        using MemoryHost host = new();
        string[] visits = [.. (await host.WithVisitsAsync()).Select(visit => visit.Key)];
        await host.ConcludedAsync(visits[0]);
        Assert.Empty(await host.Views.QueryAsync(new VisitsPastTheirPeriod(null, new LocalDate(2026, 12, 4)), Cancellation));
        Assert.Equal(visits[1..], (await host.Views.QueryAsync(new VisitsPastTheirPeriod("scjg", new LocalDate(2026, 12, 5)), Cancellation)).Select(visit => visit.Key));
    }
}

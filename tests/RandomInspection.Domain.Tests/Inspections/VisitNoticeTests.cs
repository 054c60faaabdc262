using NodaTime;
using RandomInspection.Inspections;
using static RandomInspection.Tests.Inspections.VisitScript;

namespace RandomInspection.Tests.Inspections;

/// <summary>行政检查通知书 ahead of the team, and 移送 of who cannot be contacted.</summary>
public sealed class VisitNoticeTests
{
    private static readonly NoticeRule Ahead = NoticeRule.OnArrival with { MayGoAhead = true };

    [Fact]
    public void SendNoticeAhead_WhereTheProfileLetsIt_OnceAndOnlyOfAnApprovedVisit()
    {
        Visit visit = Visit.Begin(Plan);
        RefusalAssert.Input("RI3032", () => visit.SendNoticeAhead(Ahead, ServiceMethod.ByPost, First, Today), ("visit", Id));
        visit.Approve("年度抽查计划", "shou");
        RefusalAssert.Input("RI3041", () => visit.SendNoticeAhead(NoticeRule.OnArrival, ServiceMethod.ByPost, First, Today), ("visit", Id), ("source", "国办发〔2024〕54号"));
        RefusalAssert.Input("RI2302", () => visit.SendNoticeAhead(Ahead, ServiceMethod.ByPost, Outsider, Today), ("visit", Id), ("person", Outsider));
        Assert.Null(visit.Notice);
        Assert.Equal(new VisitEvent.NoticeSentAhead(ServiceMethod.ByPost, Today, First), visit.SendNoticeAhead(Ahead, ServiceMethod.ByPost, First, Today));
        Assert.Equal(Today, visit.Notice!.On);
        RefusalAssert.Input("RI3043", () => visit.SendNoticeAhead(Ahead, ServiceMethod.ByPost, Second, Today.PlusDays(1)), ("visit", Id), ("on", "2026-11-23"));
    }

    [Fact]
    public void SendNoticeAhead_SurpriseInspection_Never()
    {
        Visit visit = Visit.Begin(Plan with { Visit = "A2026-S001-T01-V0001" });
        visit.Approve("投诉举报", "shou");
        RefusalAssert.Input("RI3042", () => visit.SendNoticeAhead(Ahead, ServiceMethod.Electronic, First, Today), ("visit", "A2026-S001-T01-V0001"));
    }

    [Theory]
    [InlineData(VisitStatus.Underway)]
    [InlineData(VisitStatus.Concluded)]
    [InlineData(VisitStatus.Audited)]
    [InlineData(VisitStatus.Closed)]
    public void SendNoticeAhead_TeamThereAlready_Refused(VisitStatus status) =>
        Assert.Throws<TransitionRefusedException>(() => At(status).Visit.SendNoticeAhead(Ahead, ServiceMethod.Electronic, First, Today));

    [Fact]
    public void ReferralIsOwed_CannotBeContacted_UntilATransferIsEntered()
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        visit.Enter(ItemA, ItemResult.CannotBeContacted, "查无此址", First);
        visit.Enter(ItemB, ItemResult.CannotBeContacted, "查无此址", First);
        Assert.False(visit.ReferralIsOwed);
        visit.Conclude(First, Today);
        Assert.True(visit.ReferralIsOwed);
        Assert.True(VisitView.Of(visit).ReferralIsOwed);
        visit.Decide(MeasureKind.SeparateCase, "另案", "法", Today, First, Today);
        Assert.True(visit.ReferralIsOwed);
        visit.Decide(MeasureKind.Transfer, "移送登记机关", "企业经营异常名录管理暂行办法 第九条", Today, First, Today);
        Assert.False(visit.ReferralIsOwed);
        Assert.Equal((true, false), (VisitView.Of(visit).Referred, VisitView.Of(visit).ReferralIsOwed));
    }

    [Fact]
    public void ReferralIsOwed_SubjectWasThere_Never() => Assert.False(At(VisitStatus.Concluded).Visit.ReferralIsOwed);
}

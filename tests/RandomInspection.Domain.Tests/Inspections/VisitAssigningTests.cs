using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using static RandomInspection.Tests.Inspections.VisitScript;

namespace RandomInspection.Tests.Inspections;

/// <summary>直接指派：proposed by one, approved by another, and lapsed once the team has gone.</summary>
public sealed class VisitAssigningTests
{
    [Fact]
    public void Assign_EmptySeat_ProposedByOneApprovedByAnother()
    {
        Visit visit = Short();
        List<VisitEvent> events = [visit.Plan];
        RefusalAssert.Input("RI2307", () => Propose(visit, First), ("visit", Id), ("person", First));
        RefusalAssert.Input("RI2305", () => visit.Propose("aa", AssignmentCase.NobodyMatched, " ", "qiu"), ("fieldZh", "指派理由"), ("fieldEn", "Reason"), ("most", "500"));
        events.Add(Propose(visit, "aa"));
        Assert.Equal([First], visit.Team.Inspectors); // nothing takes effect before the approval
        Assert.Equal("aa", VisitView.Of(visit).Proposed);
        RefusalAssert.Input("RI3034", () => Propose(visit, "bb"), ("visit", Id), ("inspector", "aa"), ("by", "qiu"));
        RefusalAssert.Input("RI3036", () => visit.Assign("qiu"), ("visit", Id), ("person", "qiu"));
        RefusalAssert.Contains("RI3036", () => visit.Assign("aa"), ("person", "aa"));
        RefusalAssert.Contains("RI3036", () => visit.RefuseProposal("不必", "qiu"), ("person", "qiu"));
        VisitEvent.OfficerAssigned assigned = visit.Assign("shou");
        events.Add(assigned);
        Assert.Equal(new VisitEvent.OfficerAssigned("aa", "举报件", "shou", null, AssignmentCase.SpecialExpertise, "qiu"), assigned);
        Assert.Equal(["aa", First], visit.Team.Inspectors); // in the order of bytes
        Assert.Equal((0, (string?)null), (visit.Team.Missing, VisitView.Of(visit).Proposed));
        RefusalAssert.Input("RI2308", () => Propose(visit, "bb"), ("visit", Id));
        RefusalAssert.Input("RI3035", () => visit.Assign("shou"), ("visit", Id));
        Assert.Equal(StateOf(visit), StateOf(Visit.Replay(events)));
    }

    [Fact]
    public void Assign_InsteadOfSomebody_TakesTheSeat()
    {
        Visit visit = At(VisitStatus.Planned).Visit;
        RefusalAssert.Input("RI2302", () => Propose(visit, "aa", "nobody"), ("visit", Id), ("person", "nobody"));
        RefusalAssert.Input("RI2307", () => Propose(visit, Second, First), ("visit", Id), ("person", Second));
        Propose(visit, "aa", First);
        Assert.Equal(First, visit.Assign("shou").InsteadOf);
        Assert.Equal(["aa", Second], visit.Team.Inspectors);
        Assert.Equal([First], visit.Left);
    }

    [Fact]
    public void Assign_SeatChangedSinceTheProposal_RefusedAndMayBeProposedAnew()
    {
        Visit visit = At(VisitStatus.Planned).Visit;
        Propose(visit, "aa", First);
        visit.Replace(Replacement(First, "scjg-05"));
        RefusalAssert.Contains("RI2302", () => visit.Assign("shou"), ("person", First));
        RefusalAssert.Contains("RI2305", () => visit.RefuseProposal(" ", "shou"), ("fieldEn", "Reason"));
        Assert.Equal("席位已由匹配补上", visit.RefuseProposal(" 席位已由匹配补上 ", "shou").Reason);
        Propose(visit, "aa", "scjg-05");
        visit.Assign("shou");
        Assert.Equal(["aa", Second], visit.Team.Inspectors);
    }

    [Fact]
    public void Arrive_ProposalWaits_ItLapses()
    {
        Visit visit = At(VisitStatus.Planned).Visit;
        Propose(visit, "aa", First);
        visit.Arrive(First, Today);
        Assert.Null(visit.Proposal);
        Assert.Equal([First, Second], visit.Team.Inspectors);
    }

    private static VisitEvent.OfficerProposed Propose(Visit visit, string inspector, string? insteadOf = null) =>
        visit.Propose(inspector, AssignmentCase.SpecialExpertise, " 举报件 ", "qiu", insteadOf);
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class DisclosureRulesTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;
    private static readonly LocalDate Day = new(2026, 2, 10);

    [Theory]
    [InlineData(DisclosureOccasion.PlanApproved, "2026-03-02", "shenyang-2020/plan")]
    [InlineData(DisclosureOccasion.TaskApproved, "2026-03-02", "shenyang-2020/task")]
    [InlineData(DisclosureOccasion.ListDrawn, "2026-03-02", "shenyang-2020/list")]
    [InlineData(DisclosureOccasion.ResultFormed, "2026-03-02", "shenyang-2020/result")]
    [InlineData(DisclosureOccasion.MeasureDecided, "2026-02-26", "shenyang-2020/measure")]
    [InlineData(DisclosureOccasion.PenaltyDecided, "2026-02-26", "shenyang-2020/penalty")]
    [InlineData(DisclosureOccasion.DecisionWithdrawn, "2026-02-13", "national/take-down")]
    public void DeadlineFor_Shenyang2020_EarliestWinsAndSaysWhose(DisclosureOccasion occasion, string expected, string rule)
    {
        Deadline deadline = DisclosureRules.Shenyang2020.DeadlineFor(occasion, Day, Calendar);
        Assert.Equal(expected, deadline.Date.ToString("R", null));
        Assert.Equal(rule, deadline.DecidedBy!.Id);
    }

    [Fact]
    public void DeadlineFor_NationalFloors_Twenty()
    {
        Deadline deadline = DisclosureRules.NationalFloors.DeadlineFor(DisclosureOccasion.PenaltyDecided, Day, Calendar);
        Assert.Equal((Calendar.AddWorkingDays(Day, 20).Date, "national/penalty"), (deadline.Date, deadline.DecidedBy!.Id));
        Assert.Equal("26", DisclosureRules.NationalFloors.DeadlineFor(DisclosureOccasion.ListDrawn, Day, Calendar).DecidedBy!.Period.Basis.Article);
    }

    [Fact]
    public void DeadlineFor_AdHocTask_TogetherWithItsListOnceDrawn()
    {
        DisclosureRules rules = DisclosureRules.Shenyang2020;
        Deadline approvedOnly = rules.DeadlineFor(DisclosureOccasion.AdHocTaskApproved, Day, Calendar);
        Assert.Equal("national/open-government/AdHocTaskApproved", approvedOnly.DecidedBy!.Id);

        LocalDate drawn = new(2026, 2, 12);
        Deadline withList = rules.DeadlineFor(DisclosureOccasion.AdHocTaskApproved, Calendar, (DisclosureOccasion.AdHocTaskApproved, Day), (DisclosureOccasion.ListDrawn, drawn));
        Assert.Equal("shenyang-2020/ad-hoc-task", withList.DecidedBy!.Id);
        Assert.Equal(rules.DeadlineFor(DisclosureOccasion.ListDrawn, drawn, Calendar).Date, withList.Date);
    }

    [Fact]
    public void DeadlineFor_EqualDeadlines_TheFirstRuleDecides()
    {
        LegalPeriod seven = new LegalPeriod.WorkingDays(7, new LegalBasis("某市规定"));
        DisclosureRules rules = new("two", [new("b", DisclosureOccasion.ListDrawn, seven), new("a", DisclosureOccasion.ListDrawn, seven)]);
        Assert.Equal("b", rules.DeadlineFor(DisclosureOccasion.ListDrawn, Day, Calendar).DecidedBy!.Id);
        Assert.Throws<ArgumentException>(() => new DisclosureRules("twice", [.. rules.Rules, rules.Rules[0]]));
        Assert.Throws<ArgumentException>(() => rules.DeadlineFor(DisclosureOccasion.ResultFormed, Day, Calendar));
    }

    [Fact]
    public void DeadlineFor_OnlyTheLaterRuleLeavesTheCoverage_EarlierStillKnown()
    {
        LocalDate day = new(2026, 12, 10);
        Deadline deadline = DisclosureRules.Shenyang2020.DeadlineFor(DisclosureOccasion.ListDrawn, day, Calendar);
        Assert.Equal(new LocalDate(2026, 12, 24), deadline.Date);
        Assert.Throws<CalendarCoverageException>(() => DisclosureRules.NationalFloors.DeadlineFor(DisclosureOccasion.ListDrawn, day, Calendar));
    }

    [Fact]
    public void Foresee_OutsideCoverage_UnknownWithConservativeDateAndRule()
    {
        DeadlineOutcome.Unknown unknown = Assert.IsType<DeadlineOutcome.Unknown>(DisclosureRules.Shenyang2020.Foresee(DisclosureOccasion.ListDrawn, new(2026, 12, 28), Calendar));
        Assert.Equal((new LocalDate(2027, 1, 8), "shenyang-2020/list", "RI4001"), (unknown.ConservativeDate!.Value, unknown.Rule!.Id, unknown.Why.Code));
        Assert.IsType<DeadlineOutcome.Known>(DisclosureRules.Shenyang2020.Foresee(DisclosureOccasion.ListDrawn, Day, Calendar));
    }

    [Fact]
    public void RecomputeWith_DecidedDeadline_KeepsItsRule()
    {
        Deadline before = DisclosureRules.Shenyang2020.DeadlineFor(DisclosureOccasion.ListDrawn, new(2020, 1, 20), Calendar.AsKnownOn(new(2020, 1, 22)));
        Deadline after = before.RecomputeWith(Calendar);
        Assert.Equal((new LocalDate(2020, 2, 11), before.DecidedBy), (after.Date, after.DecidedBy));
    }
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>The edges of periods, notices and calendars: the first and last that are taken, and what lies beyond.</summary>
public class CalendarEdgeTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;
    private static readonly LegalBasis Basis = new("行政处罚法", "85");

    [Theory]
    [InlineData("2026-01-02", "2026-01-01", "2026-01-02", null)]
    [InlineData("2026-01-02", "2026-01-05", "2026-01-01", null)]
    [InlineData("2026-01-02", "2026-01-05", "2026-01-03", "2026-01-02")]
    [InlineData("2026-01-02", "2026-01-05", "2026-01-03", "2026-01-06")]
    public void CalendarCoverage_DaysOutOfOrder_Refused(string start, string end, string tail, string? provisional) =>
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => new CalendarCoverage(Iso(start), Iso(end), Iso(tail), provisional is null ? null : Iso(provisional))).ParamName);

    [Fact]
    public void CalendarCoverage_AllOneDay_Taken()
    {
        LocalDate day = new(2026, 1, 2);
        Assert.Equal(day, new CalendarCoverage(day, day, day, day).ProvisionalFrom);
    }

    [Fact]
    public void CalendarCoverageException_DayThatIsCovered_Refused()
    {
        LocalDate covered = Calendar.Coverage.End;
        Assert.Equal("firstUncoveredDay", Assert.Throws<ArgumentException>(() => new CalendarCoverageException(covered, covered, Calendar.Coverage)).ParamName);
        Assert.Throws<ArgumentNullException>(() => new CalendarCoverageException(covered, covered, null!));
        Assert.Equal("RI4001", new CalendarCoverageException(covered, covered.PlusDays(1), Calendar.Coverage).Refusal.Code);
        Assert.Equal("RI4002", new CalendarCoverageException(covered, Calendar.Coverage.Start.PlusDays(-1), Calendar.Coverage).Refusal.Code);
    }

    [Fact]
    public void HolidayNotice_OneThingDifferent_NotEqual()
    {
        NoticeDay[] days = [new(new(2026, 4, 17), DayKind.Regional, "三月三")];
        HolidayNotice Notice(string number = "n", string title = "t", int year = 2026, CalendarLayer layer = CalendarLayer.Region, NoticeDay[]? of = null, LocalDate? issued = null, LocalDate? published = null, int granted = 0) =>
            new(number, title, year, layer, of ?? days, issued, published, granted);

        HolidayNotice notice = Notice();
        Assert.True(notice.Equals((object)Notice()));
        Assert.Equal(notice.GetHashCode(), Notice().GetHashCode());
        Assert.Equal("n t", notice.ToString());
        HolidayNotice[] others =
        [
            Notice("m"), Notice(title: "u"), Notice(year: 2025), Notice(layer: CalendarLayer.Agency), Notice(of: []),
            Notice(issued: new LocalDate(2026, 1, 1)), Notice(published: new LocalDate(2026, 1, 1)), Notice(granted: 1),
        ];
        Assert.All(others, other => Assert.False(notice.Equals(other)));
        Assert.False(notice.Equals((object)"n t"));
        Assert.False(notice.Equals((HolidayNotice?)null));
    }

    [Fact]
    public void Deadline_ToString_DateEventAndBasis() =>
        Assert.Equal($"2026-03-03 (2026-03-02, {Basis}, Confirmed)", new LegalPeriod.WorkingDays(1, Basis).DeadlineFor(new LocalDate(2026, 3, 2), Calendar).ToString());

    [Fact]
    public void AtLeast_OfNothing_Refused() => Assert.Equal("period", Assert.Throws<ArgumentNullException>(() => new LegalPeriod.AtLeast(null!)).ParamName);

    [Fact]
    public void DeadlineFor_PeriodThatKnowsNoChange_SuspendedOrExtendedRefused()
    {
        LocalDate day = new(2026, 3, 2);
        LegalPeriod[] fixedOnes = [new LegalPeriod.SameDay(Basis), new LegalPeriod.WorkingDaysBefore(3, Basis)];
        PeriodChange[] changes = [new PeriodChange.Suspended(day, day.PlusDays(1)), new PeriodChange.Extended(day, 1)];
        Assert.All(fixedOnes, period => Assert.All(changes, change => Assert.Throws<ArgumentException>(() => period.DeadlineFor(day, Calendar, change))));
        Assert.Equal(day.PlusDays(2), fixedOnes[0].DeadlineFor(day, Calendar, new PeriodChange.Restarted(day.PlusDays(2))).Date);
    }

    [Fact]
    public void DeadlineFor_EndOutsideCoverageAndSuspended_StillNotCovered()
    {
        LegalPeriod period = new LegalPeriod.WorkingDays(10, Basis);
        Assert.Equal(new LocalDate(2027, 1, 1), Assert.Throws<CalendarCoverageException>(() =>
            period.DeadlineFor(new LocalDate(2026, 12, 21), Calendar, new PeriodChange.Suspended(new(2026, 12, 23), new(2026, 12, 24)))).FirstUncoveredDay);
    }

    [Fact]
    public void DeadlineFor_NaturalDaysSuspendedAndNotResumed_RI4003() =>
        Assert.Equal("RI4003", Assert.Throws<InputRefusedException>(() =>
            new LegalPeriod.NaturalDays(10, Basis).DeadlineFor(new LocalDate(2026, 3, 2), Calendar, new PeriodChange.Suspended(new(2026, 3, 4), null))).Refusal.Code);

    [Fact]
    public void DeadlineFor_NaturalDaysSuspendedAfterTheirEnd_AsIfNot() =>
        Assert.Equal(new LocalDate(2026, 3, 12), new LegalPeriod.NaturalDays(10, Basis).DeadlineFor(new LocalDate(2026, 3, 2), Calendar, new PeriodChange.Suspended(new(2026, 3, 12), null)).Date);

    [Theory]
    [InlineData(3000)] // further than the calendar that is built first
    [InlineData(6000)]
    public void Foresee_FarBeyondCoverage_CountsEveryDayButTheStatutes(int workingDays)
    {
        LocalDate day = new(2026, 12, 28);
        LocalDate expected = day;
        for (int left = workingDays; left > 0;)
        {
            expected = expected.PlusDays(1);
            left -= Statute.IsHoliday(expected) ? 0 : 1;
        }

        Assert.Equal(expected, Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDays(workingDays, Basis).Foresee(day, Calendar)).ConservativeDate);
    }

    [Fact]
    public void Foresee_BeyondWhatTheStatuteIsKnownFor_NoDate() =>
        Assert.Null(Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDays(30_000, Basis).Foresee(new LocalDate(2026, 12, 28), Calendar)).ConservativeDate);

    [Fact]
    public void Foresee_EarlierAndLaterByTurns_TheSameDates()
    {
        LegalPeriod period = new LegalPeriod.WorkingDays(3, Basis);
        WorkingDayCalendar calendar = WorkingDayCalendar.From(EmbeddedNotices.All);
        LocalDate?[] dates = [.. new LocalDate[] { new(2026, 12, 30), new(2014, 12, 29), new(2040, 5, 7), new(2026, 12, 30), new(2013, 5, 6) }
            .Select(day => Assert.IsType<DeadlineOutcome.Unknown>(period.Foresee(day, calendar)).ConservativeDate)];
        Assert.Equal([new(2027, 1, 3), new(2015, 1, 4), new(2040, 5, 10), new(2027, 1, 3), new(2013, 5, 9)], dates);
    }

    [Fact]
    public void DisclosureRules_OneRuleNotCoveredBeforeTheOther_RefusedAndTheEarlierForeseen()
    {
        DisclosureRule natural = new("natural", DisclosureOccasion.ListDrawn, new LegalPeriod.NaturalDays(40, Basis, LastDayRule.Stays));
        DisclosureRule working = new("working", DisclosureOccasion.ListDrawn, new LegalPeriod.WorkingDays(10, Basis));
        DisclosureRule longer = new("longer", DisclosureOccasion.ListDrawn, new LegalPeriod.WorkingDays(30, Basis));
        LocalDate day = new(2026, 12, 28);
        foreach (ImmutableArray<DisclosureRule> order in new ImmutableArray<DisclosureRule>[] { [natural, working, longer], [longer, working, natural] })
        {
            DisclosureRules rules = new("mixed", order);
            Assert.Equal(new LocalDate(2027, 1, 1), Assert.Throws<CalendarCoverageException>(() => rules.DeadlineFor(DisclosureOccasion.ListDrawn, day, Calendar)).FirstUncoveredDay);
            DeadlineOutcome.Unknown unknown = Assert.IsType<DeadlineOutcome.Unknown>(rules.Foresee(DisclosureOccasion.ListDrawn, day, Calendar));
            Assert.Equal(("working", new LocalDate(2027, 1, 8)), (unknown.Rule!.Id, unknown.ConservativeDate!.Value));
        }

        DisclosureRules alone = new("alone", [natural]);
        Assert.Equal(day.PlusDays(40), alone.DeadlineFor(DisclosureOccasion.ListDrawn, day, Calendar).Date);
    }

    [Theory]
    [InlineData(2007)]
    [InlineData(2100)]
    public void Statute_YearItIsNotKnownFor_RefusedAndNoHoliday(int year)
    {
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => Statute.BasisOf(year)).ParamName);
        Assert.False(Statute.IsHoliday(new LocalDate(year, 1, 1)));
    }

    [Theory]
    [InlineData(2008, "513")]
    [InlineData(2013, "513")]
    [InlineData(2014, "644")]
    [InlineData(2024, "644")]
    [InlineData(2025, "795")]
    [InlineData(2099, "795")]
    public void Statute_BasisOf_TheOrderInForce(int year, string order)
    {
        Assert.Contains(order, Statute.BasisOf(year).ToString(), StringComparison.Ordinal);
        Assert.True(Statute.IsHoliday(new LocalDate(year, 1, 1)));
    }

    [Fact]
    public void WithProvisionalYears_OfTheStatuteAlone_FurtherThroughThatYear()
    {
        WorkingDayCalendar longer = WorkingDayCalendar.FromStatute(2020, 2021).WithProvisionalYears(2023);
        Assert.Equal((new LocalDate(2020, 1, 1), new LocalDate(2023, 12, 31)), (longer.Coverage.Start, longer.Coverage.End));
        Assert.Equal(Certainty.Provisional, longer.AddWorkingDays(new LocalDate(2023, 3, 1), 1).Certainty);
    }

    [Fact]
    public void From_DaysBeforeAndAfterTheCoverage_NoStatementOfIt()
    {
        HolidayNotice annual = new("n", "t", 2026, CalendarLayer.National, EmbeddedNotices.All.Where(notice => notice.Year == 2026).SelectMany(notice => notice.Days).Append(new(new(2025, 12, 29), DayKind.AdjustedRest, "元旦")));
        HolidayNotice later = new("r", "t", 2028, CalendarLayer.Region, [new(new(2028, 4, 17), DayKind.Regional, "三月三")], grantedDays: 1);
        ImmutableArray<NoticeFinding> findings = [.. NoticeSet.Check(NoticeSet.Order([annual, later]))];
        Assert.Equal([("RI4133", FindingSeverity.Warning)], findings.Select(finding => (finding.Refusal.Code, finding.Severity)));
    }

    [Fact]
    public void Check_NoAnnualNotice_OneFinding() => Assert.Equal(["RI4118"], NoticeSet.Check([]).Select(finding => finding.Refusal.Code));

    [Fact]
    public void KindOf_DayOfAnAgency_TheAgencys()
    {
        LocalDate day = new(2026, 4, 17);
        Assert.Equal(DayKind.Agency, NoticeRules.KindOf(day, isWorkingDay: false, CalendarLayer.Agency));
        Assert.Equal(DayKind.Regional, NoticeRules.KindOf(day, isWorkingDay: false, CalendarLayer.Region));
        Assert.Equal(DayKind.MakeUp, NoticeRules.KindOf(day, isWorkingDay: true, CalendarLayer.Agency));
    }

    [Fact]
    public void AddWorkingDays_Zero_Refused()
    {
        Assert.Equal("workingDays", Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new LocalDate(2026, 3, 2), 0)).ParamName);
        Assert.Equal("workingDays", Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.TryAddWorkingDays(100, 0, out _)).ParamName);
    }

    private static LocalDate Iso(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>What deadlines rest on at the edges of days and years, and how far their arithmetic goes.</summary>
public sealed class DeadlineEdgeTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static WorkingDayCalendar Calendar => WorkingDayCalendar.Embedded;

    private static LegalBasis Basis => new("规定");

    private static ReceiptPolicy Office => ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30));

    [Fact]
    public void DeadlineFor_LongerThanNumbersGo_NeverWrapsAround()
    {
        PeriodChange more = new PeriodChange.Extended(Monday, 1);
        Assert.Throws<OverflowException>(() => new LegalPeriod.WorkingDays(int.MaxValue, Basis).DeadlineFor(Monday, Calendar, more));
        Assert.Throws<OverflowException>(() => new LegalPeriod.NaturalDays(int.MaxValue, Basis).DeadlineFor(Monday, Calendar, more));
        Assert.Throws<OverflowException>(() => new LegalPeriod.Months(int.MaxValue, Basis).DeadlineFor(Monday, Calendar, more));
        Assert.Throws<OverflowException>(() => new LegalPeriod.WorkingDaysBefore(int.MaxValue, Basis, BeforeReading.ClearDays).DeadlineFor(Monday, Calendar));
    }

    [Fact]
    public void DeadlineFor_NaturalDaysExtended_Longer() =>
        Assert.Equal(new LocalDate(2026, 3, 17), new LegalPeriod.NaturalDays(10, Basis).DeadlineFor(Monday, Calendar, new PeriodChange.Extended(Monday, 5)).Date);

    [Fact]
    public void DeadlineFor_SuspendedOnTheDayOfAnEventNotCovered_CountsFromWhereItResumes() => Assert.Equal(
        new LocalDate(2015, 3, 5),
        new LegalPeriod.WorkingDays(3, Basis).DeadlineFor(new LocalDate(2014, 6, 2), Calendar, new PeriodChange.Suspended(new(2014, 6, 2), new LocalDate(2015, 3, 2))).Date);

    [Fact]
    public void DeadlineFor_NaturalDaysNotResumed_SaysSinceWhen() => RefusalAssert.Input(
        "RI4003", () => new LegalPeriod.NaturalDays(10, Basis).DeadlineFor(Monday, Calendar, new PeriodChange.Suspended(new(2026, 3, 4), null)), ("start", "2026-03-04"));

    [Fact]
    public void DeadlineFor_SuspensionsOfOneDayInAnyOrder_Alike()
    {
        PeriodChange[] both = [new PeriodChange.Suspended(new(2026, 3, 4), new LocalDate(2026, 3, 6)), new PeriodChange.Suspended(new(2026, 3, 4), new LocalDate(2026, 3, 12))];
        foreach (LegalPeriod period in new LegalPeriod[] { new LegalPeriod.WorkingDays(5, Basis), new LegalPeriod.NaturalDays(5, Basis) })
        {
            Assert.Equal(period.DeadlineFor(Monday, Calendar, both).Date, period.DeadlineFor(Monday, Calendar, both.Reverse()).Date);
        }
    }

    [Fact]
    public void Foresee_OfAMomentWithChanges_TheyCount() => Assert.Equal(
        new LocalDate(2026, 3, 11),
        Assert.IsType<DeadlineOutcome.Known>(new LegalPeriod.WorkingDays(2, Basis).Foresee(Instant.FromUtc(2026, 3, 2, 2, 0), Calendar, null, new PeriodChange.Extended(Monday, 5))).Deadline.Date);

    [Fact]
    public void DeadlineFor_OfficeHoursWithoutCalendar_RefusedByName() =>
        Assert.Equal("calendar", Assert.Throws<ArgumentNullException>(() => new LegalPeriod.WorkingDays(2, Basis).DeadlineFor(Instant.FromUtc(2026, 3, 2, 2, 0), null!, Office)).ParamName);

    [Fact]
    public void ReliedOn_AtTheTurnOfAYear_TheNoticesThatWereLookedAt()
    {
        LegalPeriod day = new LegalPeriod.SameDay(Basis);
        Assert.Equal([2025], Years(day.DeadlineFor(Instant.FromUtc(2024, 12, 31, 12, 0), Calendar, Office))); // after hours: from the next day on
        Assert.Equal([2023, 2024], Years(day.DeadlineFor(Instant.FromUtc(2023, 12, 31, 2, 0), Calendar, Office))); // a rest day itself is looked at
        Assert.Equal([2024, 2025], Years(new LegalPeriod.WorkingDays(10, Basis).DeadlineFor(Instant.FromUtc(2024, 12, 27, 2, 0), Calendar, Office)));
        Assert.Equal([2025], Years(new LegalPeriod.WorkingDaysBefore(3, Basis).DeadlineFor(new LocalDate(2026, 1, 1), Calendar)));

        static IEnumerable<int> Years(Deadline deadline) => deadline.ReliedOn.Select(notice => notice.Year);
    }

    [Theory]
    [InlineData(1950, 5, 8, "1950-05-11")]
    [InlineData(1949, 12, 26, null)] // before the first that is counted
    [InlineData(2098, 5, 5, "2098-05-08")] // the last calendar that can be built
    public void Foresee_FarFromTheNotices_ToTheLastYearOfTheStatute(int year, int month, int day, string? date) =>
        Assert.Equal(date, Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDays(3, Basis).Foresee(new LocalDate(year, month, day), Calendar)).ConservativeDate?.ToString("R", null));

    [Fact]
    public void NoticesFor_FirstAndLastDay_BothIncluded()
    {
        WorkingDayCalendar calendar = Calendar.With(Sources.Guangxi2026); // 17 to 20 April
        Assert.Contains(Sources.Guangxi2026, calendar.NoticesFor(new(2026, 4, 20), new(2026, 4, 30)));
        Assert.Contains(Sources.Guangxi2026, calendar.NoticesFor(new(2026, 4, 1), new(2026, 4, 17)));
        Assert.DoesNotContain(Sources.Guangxi2026, calendar.NoticesFor(new(2026, 4, 21), new(2026, 4, 30)));
        Assert.DoesNotContain(Sources.Guangxi2026, calendar.NoticesFor(new(2026, 4, 1), new(2026, 4, 16)));
    }

    [Fact]
    public void Explain_DayWithoutStatement_NothingSuperseded()
    {
        Assert.Empty(Calendar.Explain(Monday).Superseded);
        Assert.Empty(Calendar.WithProvisionalYears(2027).Explain(new LocalDate(2027, 10, 1)).Superseded);
    }

    [Fact]
    public void DiffTo_DaysOnly_NotEmptyAndTheLastDayLookedAt()
    {
        WorkingDayCalendar before = Calendar.AsKnownOn(new(2018, 12, 5));
        Assert.Equal([new(2018, 12, 29), new(2018, 12, 31)], before.DiffTo(Calendar).Days.Select(day => day.After.Date));
        Assert.Equal([new(2018, 12, 29), new(2018, 12, 31)], Calendar.DiffTo(before).Days.Select(day => day.Before.Date));
        CalendarDiff extension = Calendar.AsKnownOn(new(2020, 1, 22)).DiffTo(Calendar.AsKnownOn(new(2020, 1, 27)));
        Assert.Equal((2, 0, false), (extension.Days.Length, extension.Deadlines.Length, extension.IsEmpty));
        Assert.Equal(extension.CoverageBefore, extension.CoverageAfter);
    }
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class DeadlinesTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;
    private static readonly LegalBasis Basis = new("行政处罚法", "85");

    [Fact]
    public void DeadlineFor_InstantNearMidnightUtc_TakenInShanghai()
    {
        Deadline deadline = new LegalPeriod.WorkingDays(1, Basis).DeadlineFor(Instant.FromUtc(2026, 10, 9, 16, 30), Calendar);
        Assert.Equal((new LocalDate(2026, 10, 10), new LocalDate(2026, 10, 12)), (deadline.EventDay, deadline.Date));
        Assert.Equal(Instant.FromUtc(2026, 10, 12, 16, 0), deadline.EndsBefore);
    }

    [Theory]
    [InlineData(9, 29, "2026-03-06")] // 17:29:59 on Friday
    [InlineData(9, 30, "2026-03-09")]
    public void DayOfReceipt_AroundClosingTime_FromClosingOnTheNextWorkingDay(int hour, int minute, string expected)
    {
        Instant moment = Instant.FromUtc(2026, 3, 6, hour, minute) + Duration.FromSeconds(minute == 29 ? 59 : 0);
        Assert.Equal(expected, Calendar.DayOfReceipt(moment, ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30))).ToString("R", null));
    }

    [Fact]
    public void DayOfReceipt_RestDay_NextWorkingDayUnlessSameDay()
    {
        Instant sunday = Instant.FromUtc(2026, 3, 8, 2, 0);
        Assert.Equal(new LocalDate(2026, 3, 9), Calendar.DayOfReceipt(sunday, ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30))));
        Assert.Equal(new LocalDate(2026, 3, 8), Calendar.DayOfReceipt(sunday, ReceiptPolicy.SameDay));
    }

    [Fact]
    public void DeadlineFor_EventDayCounted_OneEarlierIfItIsWorked()
    {
        LegalPeriod.WorkingDays counted = new(3, Basis, EventDayRule.Counted);
        Assert.Equal(new LocalDate(2026, 3, 4), counted.DeadlineFor(new LocalDate(2026, 3, 2), Calendar).Date);
        Assert.Equal(new LocalDate(2026, 3, 4), counted.DeadlineFor(new LocalDate(2026, 3, 1), Calendar).Date);
        Assert.Equal(new LocalDate(2026, 3, 11), new LegalPeriod.NaturalDays(10, Basis, eventDay: EventDayRule.Counted).DeadlineFor(new LocalDate(2026, 3, 2), Calendar).Date);
    }

    [Fact]
    public void DeadlineFor_LastDayStays_DoesNotRollAndNeedsNoCalendar()
    {
        Assert.Equal(new LocalDate(2026, 10, 1), new LegalPeriod.Months(6, Basis, LastDayRule.Stays).DeadlineFor(new LocalDate(2026, 4, 1), Calendar).Date);
        Assert.Equal(new LocalDate(2030, 4, 1), new LegalPeriod.NaturalDays(31, Basis, LastDayRule.Stays).DeadlineFor(new LocalDate(2030, 3, 1), Calendar).Date);
    }

    [Fact]
    public void DeadlineFor_Hours_FromTheMomentThroughRestDays()
    {
        Instant moment = Instant.FromUtc(2026, 2, 14, 15, 30);
        Deadline deadline = new LegalPeriod.Hours(24, new LegalBasis("行政强制法", "19")).DeadlineFor(moment, Calendar);
        Assert.Equal(moment + Duration.FromHours(24), deadline.EndsBefore);
        Assert.Equal(new LocalDate(2026, 2, 15), deadline.Date);
        Assert.Throws<ArgumentException>(() => new LegalPeriod.Hours(24, Basis).DeadlineFor(new LocalDate(2026, 2, 14), Calendar));
    }

    [Fact]
    public void DeadlineFor_SameDay_TheDayItself() =>
        Assert.Equal(new LocalDate(2030, 2, 14), new LegalPeriod.SameDay(Basis).DeadlineFor(new LocalDate(2030, 2, 14), Calendar).Date);

    [Fact]
    public void DeadlineFor_Extended_AsOneLongerPeriod()
    {
        LegalPeriod.WorkingDays twenty = new(20, new LegalBasis("政府信息公开条例", "33"));
        LocalDate day = new(2026, 1, 26);
        Deadline extended = twenty.DeadlineFor(day, Calendar, new PeriodChange.Extended(new(2026, 2, 3), 20));
        Assert.Equal(new LocalDate(2026, 3, 27), extended.Date);
        Assert.Equal(extended.Date, Calendar.AddWorkingDays(Calendar.AddWorkingDays(day, 20).Date, 20).Date);
        Assert.Equal(new LocalDate(2026, 8, 3), new LegalPeriod.Months(4, Basis).DeadlineFor(new LocalDate(2026, 2, 1), Calendar, new PeriodChange.Extended(new(2026, 2, 3), 2)).Date);
    }

    [Fact]
    public void DeadlineFor_Restarted_OnlyWhatHappenedSinceCounts()
    {
        LegalPeriod.WorkingDays period = new(5, Basis);
        PeriodChange[] changes =
        [
            new PeriodChange.Extended(new(2026, 3, 3), 10),
            new PeriodChange.Suspended(new(2026, 3, 3), new LocalDate(2026, 3, 5)),
            new PeriodChange.Restarted(new(2026, 3, 9)),
        ];
        Assert.Equal(new LocalDate(2026, 3, 16), period.DeadlineFor(new LocalDate(2026, 3, 2), Calendar, changes).Date);
    }

    [Fact]
    public void DeadlineFor_SuspendedAfterItsEnd_NoEffect()
    {
        LegalPeriod.WorkingDays period = new(3, Basis);
        Assert.Equal(new LocalDate(2026, 3, 5), period.DeadlineFor(new LocalDate(2026, 3, 2), Calendar, new PeriodChange.Suspended(new(2026, 3, 5), null)).Date);
        Assert.Equal(new LocalDate(2026, 3, 5), new LegalPeriod.NaturalDays(3, Basis).DeadlineFor(new LocalDate(2026, 3, 2), Calendar, new PeriodChange.Suspended(new(2026, 3, 5), null)).Date);
    }

    [Fact]
    public void DeadlineFor_SuspensionOverlappingOrNotResumed_MergedOrRefused()
    {
        LegalPeriod.WorkingDays period = new(10, Basis);
        LocalDate day = new(2026, 3, 2);
        PeriodChange one = new PeriodChange.Suspended(new(2026, 3, 4), new LocalDate(2026, 3, 12));
        PeriodChange within = new PeriodChange.Suspended(new(2026, 3, 6), new LocalDate(2026, 3, 10));
        Assert.Equal(period.DeadlineFor(day, Calendar, one).Date, period.DeadlineFor(day, Calendar, within, one).Date);

        PeriodChange open = new PeriodChange.Suspended(new(2026, 3, 4), null);
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => period.DeadlineFor(day, Calendar, open));
        Assert.Equal(("RI4003", "2026-03-04"), (refused.Refusal.Code, refused.Refusal["start"]));
        DeadlineOutcome.Unknown unknown = Assert.IsType<DeadlineOutcome.Unknown>(period.Foresee(day, Calendar, open));
        Assert.Null(unknown.ConservativeDate);
        Assert.Throws<ArgumentException>(() => new PeriodChange.Suspended(day, day.PlusDays(-1)));
        Assert.Throws<ArgumentException>(() => new LegalPeriod.Months(1, Basis).DeadlineFor(day, Calendar, one));
        Assert.Throws<ArgumentException>(() => new LegalPeriod.WorkingDaysBefore(1, Basis).DeadlineFor(day, Calendar, one));
    }

    [Fact]
    public void DeadlineFor_NaturalDaysSuspended_DaysInStartEndNotCounted() =>
        Assert.Equal(new LocalDate(2026, 3, 27), new LegalPeriod.NaturalDays(15, Basis).DeadlineFor(
            new LocalDate(2026, 3, 2), Calendar, new PeriodChange.Suspended(new(2026, 3, 5), new LocalDate(2026, 3, 15))).Date);

    [Fact]
    public void RecomputeWith_AfterHoursReceiptAndExtension_ReceivedAnew()
    {
        // 2020-01-31 was a working day until the holiday was extended.
        Instant filed = Instant.FromUtc(2020, 1, 30, 12, 0);
        Deadline before = new LegalPeriod.WorkingDays(1, Basis).DeadlineFor(filed, Calendar.AsKnownOn(new(2020, 1, 22)), ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30)));
        Deadline after = before.RecomputeWith(Calendar);
        Assert.Equal((new LocalDate(2020, 1, 31), new LocalDate(2020, 2, 1)), (before.EventDay, before.Date));
        Assert.Equal((new LocalDate(2020, 2, 3), new LocalDate(2020, 2, 4)), (after.EventDay, after.Date));
    }

    [Fact]
    public void DeadlineFor_ReceiptThatReliesOnTheOpenTail_SaysSo()
    {
        // Friday 25 December 2026 after hours: received on Monday the 28th, unless the notice for 2027 makes the weekend worked.
        Instant filed = Instant.FromUtc(2026, 12, 25, 12, 0);
        ReceiptPolicy office = ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30));
        LegalPeriod[] periods = [new LegalPeriod.SameDay(Basis), new LegalPeriod.NaturalDays(3, Basis, LastDayRule.Stays)];
        foreach (LegalPeriod period in periods)
        {
            Deadline deadline = period.DeadlineFor(filed, Calendar, office);
            Assert.Equal((new LocalDate(2026, 12, 28), Certainty.TailOpen), (deadline.EventDay, deadline.Certainty));
            Assert.Equal(["国办发明电〔2025〕7号"], deadline.ReliedOn.Select(notice => notice.Number));
            Assert.Equal(Certainty.Confirmed, period.DeadlineFor(filed, Calendar).Certainty);
            Assert.Empty(period.DeadlineFor(filed, Calendar).ReliedOn);
        }
    }

    [Fact]
    public void DeadlineFor_ReceivedInTheNextYear_ReliesOnBothNotices()
    {
        Deadline deadline = new LegalPeriod.WorkingDays(1, Basis).DeadlineFor(Instant.FromUtc(2023, 12, 30, 2, 0), Calendar, ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30)));
        Assert.Equal((new LocalDate(2024, 1, 2), new LocalDate(2024, 1, 3)), (deadline.EventDay, deadline.Date));
        Assert.Equal([2023, 2024], deadline.ReliedOn.Select(notice => notice.Year));
    }

    [Fact]
    public void LegalPeriod_Unfit_CannotBeBuilt()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegalPeriod.WorkingDays(0, Basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegalPeriod.Hours(-1, Basis));
        Assert.Throws<ArgumentException>(() => new LegalPeriod.AtLeast(new LegalPeriod.Hours(1, Basis)));
        Assert.Throws<ArgumentException>(() => new LegalBasis(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodChange.Extended(default, 0));
        Assert.Equal(new LegalPeriod.WorkingDays(7, Basis), new LegalPeriod.WorkingDays(7, new LegalBasis("行政处罚法", "85")));
    }
}

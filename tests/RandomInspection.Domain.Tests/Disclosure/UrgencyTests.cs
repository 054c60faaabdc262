using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>Green, yellow for the last three working days, red: on every boundary.</summary>
public class UrgencyTests
{
    [Theory]
    // due Monday 2 March; Saturday 28 February 2026 is made up, so Friday, Saturday and Monday are the last three
    [InlineData("2026-03-02", "2026-02-26", Urgency.InTime)]
    [InlineData("2026-03-02", "2026-02-27", Urgency.DueSoon)]
    [InlineData("2026-03-02", "2026-02-28", Urgency.DueSoon)]
    [InlineData("2026-03-02", "2026-03-01", Urgency.DueSoon)]
    [InlineData("2026-03-02", "2026-03-02", Urgency.DueSoon)]
    [InlineData("2026-03-02", "2026-03-03", Urgency.Overdue)]
    // an ordinary week: due Friday, yellow from Wednesday
    [InlineData("2026-03-13", "2026-03-10", Urgency.InTime)]
    [InlineData("2026-03-13", "2026-03-11", Urgency.DueSoon)]
    [InlineData("2026-03-13", "2026-03-14", Urgency.Overdue)] // on a Saturday too: the last day has passed
    // due Tuesday: Friday, Monday, Tuesday are the last three, with the weekend between
    [InlineData("2026-03-17", "2026-03-12", Urgency.InTime)]
    [InlineData("2026-03-17", "2026-03-13", Urgency.DueSoon)]
    [InlineData("2026-03-17", "2026-03-15", Urgency.DueSoon)]
    // due on the make-up Saturday 10 October 2026 after the National Day holiday
    [InlineData("2026-10-10", "2026-09-30", Urgency.InTime)]
    [InlineData("2026-10-10", "2026-10-10", Urgency.DueSoon)]
    [InlineData("2026-10-10", "2026-10-11", Urgency.Overdue)]
    public void UrgencyOn_KnownDeadline_ByWorkingDaysLeft(string due, string today, Urgency expected) =>
        Assert.Equal(expected, Duties.Row(Iso(due)).UrgencyOn(Iso(today), Duties.Calendar));

    [Fact]
    public void UrgencyOn_EveryDayOfAYear_YellowExactlyForTheLastThreeWorkingDays()
    {
        LocalDate due = new(2026, 10, 10);
        LocalDate[] lastThree = [.. Enumerable.Range(0, 30).Select(i => due.PlusDays(-i)).Where(Duties.Calendar.IsWorkingDay).Take(3)];
        for (LocalDate today = new(2026, 1, 1); today <= new LocalDate(2026, 12, 31); today = today.PlusDays(1))
        {
            // A rest day is as urgent as the working day after it.
            LocalDate working = Duties.Calendar.SameOrNextWorkingDay(today.DayOfYear > 360 ? due : today).Date;
            Urgency expected = today > due ? Urgency.Overdue : lastThree.Contains(working) ? Urgency.DueSoon : Urgency.InTime;
            Assert.Equal((today, expected), (today, Duties.Row(due).UrgencyOn(today, Duties.Calendar)));
        }
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2027-01-05")]
    [InlineData("2027-03-01")]
    public void UrgencyOn_NoticeMissing_UnknownOnEveryDay(string today) =>
        Assert.Equal(Urgency.Unknown, Duties.Row(new(2027, 1, 5), certainty: null).UrgencyOn(Iso(today), Duties.Calendar));

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2027-03-01")]
    public void UrgencyOn_Published_MetHoweverLate(string today)
    {
        Assert.Equal(Urgency.Met, Duties.Row(new(2026, 3, 2), publishedAt: Duties.Now).UrgencyOn(Iso(today), Duties.Calendar));
        Assert.Equal(Urgency.Met, Duties.Row(new(2027, 1, 5), certainty: null, publishedAt: Duties.Now).UrgencyOn(Iso(today), Duties.Calendar));
    }

    [Fact]
    public void UrgencyOn_TodayBeyondTheCoverage_Overdue() =>
        Assert.Equal(Urgency.Overdue, Duties.Row(new(2026, 12, 31), Certainty.TailOpen).UrgencyOn(new(2027, 1, 1), Duties.Calendar));

    [Fact]
    public void UrgencyOn_DayBeforeTheCoverage_YellowRatherThanGreen() =>
        Assert.Equal(Urgency.DueSoon, Duties.Row(new(2026, 12, 31)).UrgencyOn(new(2014, 6, 1), Duties.Calendar));

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;
}

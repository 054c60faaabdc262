using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Beyond the notices: the deadline is unknown, and the date to work with is never too late.</summary>
public class ConservativeDateTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;
    private static readonly LegalBasis Basis = new("沈政办发〔2020〕19号", "三(八)");
    private static readonly Dictionary<int, WorkingDayCalendar> UpTo = Enumerable.Range(2015, 11).ToDictionary(
        year => year,
        year => WorkingDayCalendar.From(EmbeddedNotices.All.Where(notice => notice.Year <= year)));

    [Theory]
    [InlineData("2026-12-31", 1, "2027-01-02")] // 1 January is the statute's; Saturday the 2nd may be a make-up day
    [InlineData("2026-12-28", 10, "2027-01-08")]
    [InlineData("2026-12-24", 10, "2027-01-04")] // 26 and 27 December may become make-up days
    [InlineData("2027-02-01", 10, "2027-02-15")] // 5 to 8 February are the statute's
    [InlineData("2031-05-05", 3, "2031-05-08")]
    [InlineData("2014-12-29", 1, "2014-12-30")]
    public void Foresee_WorkingDaysOutsideCoverage_UnknownWithConservativeDate(string day, int n, string expected)
    {
        DeadlineOutcome.Unknown unknown = Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDays(n, Basis).Foresee(Iso(day), Calendar));
        Assert.Equal(Iso(expected), unknown.ConservativeDate);
        Assert.Contains(unknown.Why.Code, new[] { "RI4001", "RI4002" });
    }

    [Fact]
    public void Foresee_InsideCoverage_Known()
    {
        DeadlineOutcome.Known known = Assert.IsType<DeadlineOutcome.Known>(new LegalPeriod.WorkingDays(10, Basis).Foresee(Instant.FromUtc(2026, 2, 10, 1, 0), Calendar));
        Assert.Equal(new LocalDate(2026, 3, 2), known.Deadline.Date);
    }

    [Theory]
    [InlineData("2027-01-10", "2027-01-25")]
    [InlineData("2027-01-23", "2027-02-09")] // the 7th is a holiday of the statute; the 9th may be worked
    [InlineData("2027-01-15", "2027-01-30")] // a Saturday may be a make-up day: not rolled
    public void Foresee_NaturalDaysOutsideCoverage_RollsOverTheStatuteOnly(string day, string expected) =>
        Assert.Equal(Iso(expected), Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.NaturalDays(15, Basis).Foresee(Iso(day), Calendar)).ConservativeDate);

    [Fact]
    public void Foresee_WhereEarlierIsNotSafer_NoDate()
    {
        LocalDate day = new(2027, 3, 1);
        Assert.Null(Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDaysBefore(7, Basis).Foresee(day, Calendar)).ConservativeDate);
        Assert.Null(Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.AtLeast(new LegalPeriod.WorkingDays(5, Basis)).Foresee(day, Calendar)).ConservativeDate);
        Assert.Null(Assert.IsType<DeadlineOutcome.Unknown>(new LegalPeriod.WorkingDays(5, Basis).Foresee(new LocalDate(2099, 12, 31), Calendar)).ConservativeDate);
    }

    [Property(MaxTest = 500)]
    public bool Foresee_NoticesOfLaterYearsMissing_NeverLaterThanTheTruth(int day, byte n, byte known, bool natural)
    {
        LocalDate date = SlowCalendar.Day(day);
        int year = Math.Clamp(date.Year - (known % 2), 2015, 2025);
        LegalPeriod period = natural ? new LegalPeriod.NaturalDays(n + 1, Basis) : new LegalPeriod.WorkingDays(n + 1, Basis);
        if (period.Foresee(date, Calendar) is not DeadlineOutcome.Known truth)
        {
            return true;
        }

        return period.Foresee(date, UpTo[year]) switch
        {
            DeadlineOutcome.Known found => found.Deadline.Certainty == Certainty.TailOpen || found.Deadline.Date == truth.Deadline.Date,
            DeadlineOutcome.Unknown unknown => unknown.ConservativeDate <= truth.Deadline.Date,
            _ => false,
        };
    }

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}

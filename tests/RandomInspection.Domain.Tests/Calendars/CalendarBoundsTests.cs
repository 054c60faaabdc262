using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>The first and last days of a calendar: what is asked one day beyond them, and how sure a result is near them.</summary>
public sealed class CalendarBoundsTests
{
    private static readonly LocalDate Last = new(2026, 12, 31);

    private static WorkingDayCalendar Calendar => WorkingDayCalendar.Embedded;

    [Fact]
    public void AddWorkingDays_BackwardFromTheOpenTail_AsSureAsTheDaysLookedAt()
    {
        Assert.Equal(Certainty.TailOpen, Calendar.AddWorkingDays(Last, -10).Certainty);
        Assert.Equal(Certainty.Confirmed, Calendar.AddWorkingDays(new LocalDate(2026, 12, 25), -1).Certainty);
        LocalDate[] results = new LocalDate[1];
        Assert.Equal(Certainty.TailOpen, Calendar.AddWorkingDays([Last], -10, results));
        Assert.Equal(Certainty.Confirmed, Calendar.AddWorkingDays([new LocalDate(2026, 12, 25)], -1, results));
    }

    [Fact]
    public void AddWorkingDays_NoDates_Confirmed() => Assert.Equal(Certainty.Confirmed, WorkingDayCalendar.FromStatute(2026, 2026).AddWorkingDays([], 1, []));

    [Theory]
    [InlineData("2026-12-31", 5, "2027-01-01")]
    [InlineData("2027-02-01", 1, "2027-02-02")]
    [InlineData("2015-01-01", -1, "2014-12-31")]
    [InlineData("2014-12-26", -1, "2014-12-25")]
    public void AddWorkingDays_Uncovered_TheFirstDayNeeded(string date, int days, string uncovered)
    {
        LocalDate from = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        LocalDate[] results = new LocalDate[1];
        Assert.Equal(uncovered, $"{Assert.Throws<CalendarCoverageException>(() => Calendar.AddWorkingDays(from, days)).FirstUncoveredDay:R}");
        Assert.Equal(uncovered, $"{Assert.Throws<CalendarCoverageException>(() => Calendar.AddWorkingDays([from], days, results)).FirstUncoveredDay:R}");
    }

    [Fact]
    public void SameOrNextWorkingDay_Uncovered_ThatDayItself() => Assert.Equal(
        new LocalDate(2027, 1, 1), Assert.Throws<CalendarCoverageException>(() => Calendar.SameOrNextWorkingDay(new(2027, 1, 1))).FirstUncoveredDay);

    [Fact]
    public void TryAddWorkingDays_IndexesBeyondTheEnds_FalseAndNoDay()
    {
        foreach ((int index, int days) in new[] { (4383, 1), (4384, 1), (4384, -1), (4385, -1), (-2, 1), (-1, -1), (0, -1), (int.MaxValue, 1) })
        {
            Assert.False(Calendar.TryAddWorkingDays(index, days, out int none));
            Assert.Equal(-1, none);
        }

        Assert.True(Calendar.TryAddWorkingDays(-1, 1, out int first));
        Assert.Equal(new LocalDate(2015, 1, 4), Calendar.DayAt(first));
        Assert.True(Calendar.TryAddWorkingDays(4383, -1, out int last));
        Assert.Equal(Last, Calendar.DayAt(last));
    }

    [Fact]
    public void CountWorkingDays_FromTheDayBeforeTheCoverage_Counted()
    {
        LocalDate before = new(2014, 12, 31);
        Assert.True(Calendar.TryCountWorkingDays(before, before, out WorkingDayCount none));
        Assert.Equal((0, Certainty.Confirmed), (none.WorkingDays, none.Certainty));
        Assert.Equal(1, Calendar.CountWorkingDays(before, new(2015, 1, 4)).WorkingDays);
        Assert.Equal(Certainty.TailOpen, Calendar.CountWorkingDays(new(2026, 12, 20), Last).Certainty);
        Assert.Equal(Certainty.Confirmed, Calendar.CountWorkingDays(Last, Last).Certainty);
    }

    [Fact]
    public void CountWorkingDays_OneDayFarOutside_NotReversed() =>
        Assert.Throws<CalendarCoverageException>(() => Calendar.CountWorkingDays(new(1990, 1, 1), new(1990, 1, 1)));

    [Fact]
    public void Version_OfProvisionalYears_IsTheSha256OfItsLines()
    {
        WorkingDayCalendar calendar = Calendar.WithProvisionalYears(2027);
        StringBuilder lines = new();
        for (LocalDate day = calendar.Coverage.Start; day <= calendar.Coverage.End; day = day.PlusDays(1))
        {
            string mark = calendar.IsWorkingDay(day) ? "W" : "R";
            lines.Append(null, $"{day:R} {(day.Year < 2027 ? mark : mark.ToLowerInvariant())}\n");
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(lines.ToString()))), calendar.Version);
    }

    [Fact]
    public void FromStatute_YearsOutOfOrderOrOutside_RefusedByName()
    {
        Assert.Equal("firstYear", Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.FromStatute(2007, 2026)).ParamName);
        Assert.Equal("lastYear", Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.FromStatute(2026, 2025)).ParamName);
        Assert.Equal("lastYear", Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.FromStatute(2026, 2100)).ParamName);
    }

    [Fact]
    public void AsKnownOn_TheDayOfTheLastPublication_ItItself() =>
        Assert.Same(Calendar, Calendar.AsKnownOn(Calendar.Notices.Max(notice => notice.Published!.Value)));

    [Fact]
    public void Explain_FirstDay_ItsNotice() => Assert.Equal(2015, Calendar.Explain(new(2015, 1, 1)).Notice?.Year);

    [Fact]
    public void DiffTo_OfOtherYears_OnlyWhatBothCover() =>
        Assert.All(WorkingDayCalendar.FromStatute(2026, 2026).DiffTo(Calendar).Days, day => Assert.Equal(2026, day.Before.Date.Year));

    [Theory]
    [InlineData("2027-03-01", "2027-02-01")]
    [InlineData("2027-02-01", "2027-03-01")]
    public void DisclosureRules_SeveralNotCovered_TheFirstDayThatIsMissing(string one, string other)
    {
        LegalPeriod days = new LegalPeriod.WorkingDays(3, new LegalBasis("规定"));
        DisclosureRules rules = new("two", [new("a", DisclosureOccasion.ListDrawn, days, DisclosureOccasion.ListDrawn), new("b", DisclosureOccasion.ListDrawn, days, DisclosureOccasion.TaskApproved)]);
        CalendarCoverageException missing = Assert.Throws<CalendarCoverageException>(() => rules.DeadlineFor(
            DisclosureOccasion.ListDrawn, Calendar, (DisclosureOccasion.ListDrawn, Parse(one)), (DisclosureOccasion.TaskApproved, Parse(other))));
        Assert.Equal(new LocalDate(2027, 2, 2), missing.FirstUncoveredDay);

        static LocalDate Parse(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
    }
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Notice files at their edges: the first and last years, folds, runs that end with the year, and what is compared with what is known.</summary>
public sealed class NoticeEdgeTests
{
    [Theory]
    [InlineData("20071231", "20270205", "2007")]
    [InlineData("20270205", "21000101", "2100")]
    public void Check_IcsOneYearOutside_ThatYearNamed(string one, string other, string year) =>
        Assert.Equal(("RI4102", year), (Assert.Single(NoticeFile.Check(Ics(Off(one), Off(other))).Findings).Refusal.Code, Assert.Single(NoticeFile.Check(Ics(Off(one), Off(other))).Findings).Refusal["value"]));

    [Theory]
    [InlineData("20080207", 2008)]
    [InlineData("20991001", 2099)]
    [InlineData("20261225", 2026)]
    public void Check_IcsFirstAndLastYear_Taken(string day, int year) => Assert.Equal(year, Assert.Single(NoticeFile.Check(Ics(Off(day))).Notices).Year);

    [Fact]
    public void Check_NewYearsHolidayOnThe25th_NextYears() =>
        Assert.Equal(2027, Assert.Single(NoticeFile.Check(Ics("DTSTART:20261225\nSUMMARY:元旦假期")).Notices).Year);

    [Fact]
    public void Check_IcsWithoutDays_YearUnknown()
    {
        NoticeCheck check = NoticeFile.Check("BEGIN:VCALENDAR\nEND:VCALENDAR\nX:after the end\n");
        Assert.Equal(("RI4103", "?"), (Assert.Single(check.Findings).Refusal.Code, check.Findings[0].Refusal["year"]));
        Assert.Empty(check.Notices);
    }

    [Theory]
    [InlineData("DTSTART:20270205\r\nSUMMARY:春节\r\n 假期\r")]
    [InlineData("DTSTART:20270205\nSUMMARY:春\n 节\n\t假期")]
    [InlineData("DTSTART:20270205\nBEGIN:VALARM\nDTSTART:20270206\nEND:VALARM\nSUMMARY:春节假期")]
    public void Check_FoldedLinesAndAlarms_OneDay(string lines) =>
        Assert.Equal("2027-02-05 春节", string.Join(' ', Assert.Single(NoticeFile.Check(Ics(lines)).Notices).Days.Select(day => $"{day.Date:R} {day.Name}")));

    [Fact]
    public void Check_EventWithoutSummary_RefusedWithNone() =>
        Assert.Equal(("RI4114", ""), (Assert.Single(NoticeFile.Check(Ics("DTSTART:20270205")).Findings).Refusal.Code, NoticeFile.Check(Ics("DTSTART:20270205")).Findings[0].Refusal["summary"]));

    [Fact]
    public void Check_Refused_NoNotices()
    {
        Assert.Empty(NoticeFile.Check("?").Notices);
        Assert.Empty(NoticeFile.Check("""{"format":"random-inspection-notices/1","notices":[]}""").Notices);
    }

    [Fact]
    public void Check_PublicationUnknown_NamesTheNotice() =>
        Assert.Equal("holiday-cn 2026", NoticeFile.Check(Sources.HolidayCn(2026)).Findings.Single(finding => finding.Refusal.Code == "RI4132").Refusal["notice"]);

    [Fact]
    public void Check_AmendmentNotContained_OneFindingWithItsValues()
    {
        HolidayNotice original = EmbeddedNotices.All.Single(notice => notice.Year == 2020 && notice.Layer == CalendarLayer.National);
        NoticeCheck check = NoticeFile.Check(NoticeFile.Write([original]));
        Assert.Equal(("RI4113", "2020"), (Assert.Single(check.Findings).Refusal.Code, check.Findings[0].Refusal["year"]));
    }

    [Fact]
    public void Check_AmendmentWithoutPublication_SaidAsUnknown()
    {
        WorkingDayCalendar known = WorkingDayCalendar.From(EmbeddedNotices.All.Where(n => n.Year == 2026).Append(new("国改", "更改", 2026, CalendarLayer.Amendment, [new(new(2026, 3, 6), DayKind.Special, "纪念日")], grantedDays: 1)));
        NoticeFinding missing = NoticeFile.Check(Sources.HolidayCn(2026), known: known).Findings.Single(finding => finding.Refusal.Code == "RI4113");
        Assert.Equal(("?", "2026-03-06", "国改"), (missing.Refusal["published"], missing.Refusal["date"], missing.Refusal["amendment"]));
    }

    [Fact]
    public void Check_TwoDaysOtherThanLoaded_TheFirstNamedOnce()
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Sources.DaysOf(2026);
        days.RemoveAll(day => day.Date == new LocalDate(2026, 10, 10));
        days.Add((new(2026, 10, 11), "国庆节", false));
        NoticeFinding finding = NoticeFile.Check(Sources.HolidayCn(2026, days)).Findings.Single(found => found.Refusal.Code == "RI4119");
        Assert.Equal(("2026", "2026-10-10", "国办发明电〔2025〕7号"), (finding.Refusal["year"], finding.Refusal["date"], finding.Refusal["notice"]));
    }

    [Fact]
    public void Check_MergedFileWithoutARestDayThatIsOneAnyway_ContainsTheAmendment()
    {
        HolidayNotice amendment = EmbeddedNotices.All.Single(notice => notice.Year == 2020 && notice.Layer == CalendarLayer.Amendment);
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2020, Sources.DaysOf(2020).Where(day => day.Date != new LocalDate(2020, 2, 2)))); // a Sunday
        Assert.False(check.IsRefused);
        Assert.Equal(amendment.GrantedDays, Assert.Single(check.Notices).GrantedDays);
        Assert.True(amendment.GrantedDays > 0);
    }

    [Fact]
    public void Check_RunToTheEndOfTheYear_WarnedWhole()
    {
        NoticeFinding run = Runs(2026, new(2026, 12, 26), new(2026, 12, 27));
        Assert.Equal(("2026-12-21", "2026-12-31", "11"), (run.Refusal["first"], run.Refusal["last"], run.Refusal["days"]));
    }

    [Fact]
    public void Check_RunThatEndsOnTheFirstOpenDay_Warned()
    {
        NoticeFinding run = Runs(2026, new(2025, 12, 20), new(2025, 12, 21), new(2025, 12, 26));
        Assert.Equal("2025-12-25", run.Refusal["last"]);
    }

    [Fact]
    public void Check_LongRun_From2025On()
    {
        Assert.Equal("12", Runs(2025, new(2025, 3, 8), new(2025, 3, 9)).Refusal["days"]);
        Assert.DoesNotContain(Findings(2024, new(2024, 3, 9), new(2024, 3, 10)), finding => finding.Refusal.Code == "RI4131");
    }

    private static NoticeFinding Runs(int year, params LocalDate[] turned) => Findings(year, turned).Single(finding => finding.Refusal.Code == "RI4131");

    /// <summary>The year's file with some days turned: weekends worked, weekdays off.</summary>
    private static IEnumerable<NoticeFinding> Findings(int year, params LocalDate[] turned) =>
        NoticeFile.Check(Sources.HolidayCn(year, [.. Sources.DaysOf(year), .. turned.Select(date => (date, "调整", date.DayOfWeek < IsoDayOfWeek.Saturday))])).Findings;

    private static string Off(string day) => $"DTSTART:{day}\nSUMMARY:春节假期";

    private static string Ics(params string[] events) => $"BEGIN:VCALENDAR\n{string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))}END:VCALENDAR";
}

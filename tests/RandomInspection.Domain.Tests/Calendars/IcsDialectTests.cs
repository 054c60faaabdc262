using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>What iCalendar files say in more than one way, and what they say beside the days.</summary>
public class IcsDialectTests
{
    [Theory]
    [InlineData("DTSTART:20270205\nSUMMARY:春节假期", "2027-02-05")] // no end: the day itself
    [InlineData("DTSTART:20270205T000000\nDTEND:20270207T000000\nSUMMARY:春节假期", "2027-02-05 2027-02-06")] // midnight ends the day before
    [InlineData("DTSTART:20270205T090000\nDTEND:20270207T090000\nSUMMARY:春节假期", "2027-02-05 2027-02-06 2027-02-07")]
    [InlineData("DTSTART;TZID=Asia/Shanghai:20270205T090000\nSUMMARY:春节假期", "2027-02-05")]
    [InlineData("DTSTART:20270205\nSTATUS:CONFIRMED\nUID:x\nSUMMARY:春节假期", "2027-02-05")]
    [InlineData("DTSTART:20270205\na line without a colon\nSUMMARY:春节假期", "2027-02-05")]
    [InlineData("BEGIN:VALARM\nDTSTART:20270206\nEND:VALARM\nDTSTART:20270205\nSUMMARY:春节假期", "2027-02-05")]
    public void Check_Event_ItsDays(string lines, string days)
    {
        foreach (string end in new[] { "", "\n", "\r\n", "\n\n" })
        {
            NoticeCheck check = NoticeFile.Check($"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR{end}");
            Assert.Equal(days, string.Join(' ', Assert.Single(check.Notices).Days.Select(day => $"{day.Date:R}")));
        }
    }

    [Fact]
    public void Check_SummaryWithoutName_StatutoryHoliday()
    {
        HolidayNotice notice = Assert.Single(NoticeFile.Check("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205\nSUMMARY:假期\nEND:VEVENT\nEND:VCALENDAR").Notices);
        Assert.Equal("法定节假日", Assert.Single(notice.Days).Name);
    }

    [Theory]
    [InlineData("20261231", "元旦假期", 2027)] // New Year's holiday begins in the old year
    [InlineData("20261224", "元旦假期", 2026)]
    [InlineData("20261231", "春节假期", 2026)]
    public void Check_EndOfDecember_YearOfTheNoticeByItsName(string day, string summary, int year) =>
        Assert.Equal(year, Assert.Single(NoticeFile.Check($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{day}\nSUMMARY:{summary}\nEND:VEVENT\nEND:VCALENDAR").Notices).Year);

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT\n", "END:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "END:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205\nSUMMARY:春节假期\nEND:VEVENT\n", "VCALENDAR")]
    public void Check_BlocksOutOfOrder_RI4101NamesTheBlock(string text, string block)
    {
        Refusal refusal = Assert.Single(NoticeFile.Check(text).Findings).Refusal;
        Assert.Equal("RI4101", refusal.Code);
        Assert.Contains(block, refusal["problem"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20071231", "2007")]
    [InlineData("21000101", "2100")]
    public void Check_YearTheStatuteDoesNotKnow_RI4102WithTheYear(string day, string year)
    {
        Refusal refusal = Assert.Single(NoticeFile.Check($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{day}\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR").Findings).Refusal;
        Assert.Equal(("RI4102", year, "2008 … 2099"), (refusal.Code, refusal["value"], refusal["wanted"]));
    }

    [Fact]
    public void Check_LongestEvent_32DaysTakenOneMoreRefused()
    {
        static NoticeCheck Until(string end) => NoticeFile.Check($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270201\nDTEND:{end}\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR");
        Assert.Equal(32, Assert.Single(Until("20270305").Notices).Days.Length);
        Assert.Equal("RI4102", Assert.Single(Until("20270306").Findings).Refusal.Code);
    }

    [Fact]
    public void Check_Escapes_TakenOff()
    {
        Refusal refusal = Assert.Single(NoticeFile.Check("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205\nSUMMARY:a\\, b\\; c\\\\d\nEND:VEVENT\nEND:VCALENDAR").Findings).Refusal;
        Assert.Equal(("RI4114", "a, b; c\\d", "2"), (refusal.Code, refusal["summary"], refusal["line"]));
    }

    [Fact]
    public void Check_LocalDay_NotOfAnotherZone() =>
        Assert.Equal("2027-02-06", $"{Assert.Single(Assert.Single(NoticeFile.Check("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205T160000Z\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR").Notices).Days).Date:R}");
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>What must hold for one notice and for several: every value that a finding names.</summary>
public sealed class NoticeRulesTests
{
    private static HolidayNotice Annual2026 => EmbeddedNotices.All.Single(notice => notice.Year == 2026);

    [Theory]
    [InlineData(CalendarLayer.National, "2027-03-01", DayKind.Special, "RI4106 notice=号 year=2026 date=2027-03-01")]
    [InlineData(CalendarLayer.National, "2025-12-24", DayKind.Special, "RI4106 notice=号 year=2026 date=2025-12-24")]
    [InlineData(CalendarLayer.Region, "2025-12-26", DayKind.Regional, "RI4106 notice=号 year=2026 date=2025-12-26")]
    [InlineData(CalendarLayer.Amendment, "2026-10-01", DayKind.MakeUp, "RI4109 notice=号 date=2026-10-01 name=国庆节")]
    [InlineData(CalendarLayer.Amendment, "2026-03-04", DayKind.MakeUp, "RI4107 notice=号 date=2026-03-04")]
    [InlineData(CalendarLayer.Agency, "2026-03-04", DayKind.Special, "RI4108 notice=号 date=2026-03-04 kind=special")]
    [InlineData(CalendarLayer.Amendment, "2025-12-25", DayKind.Special, "")]
    public void Check_OneDay_FindingWithItsValues(CalendarLayer layer, string date, DayKind kind, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], Written(NoticeRules.Check(Notice(layer, Day(date, kind)))).Take(1));

    [Fact]
    public void Check_AnnualNoticeWithoutDays_NothingElseSaid() =>
        Assert.Equal(["RI4103 year=2026"], Written(NoticeRules.Check(Notice(CalendarLayer.National))));

    [Fact]
    public void Check_AnnualNoticeWithAWrongDay_NotCountedBesides() =>
        Assert.Equal(["RI4107 notice=号 date=2026-03-04"], Written(NoticeRules.Check(With2026(Day("2026-03-04", DayKind.MakeUp)))));

    [Fact]
    public void Check_AnnualNoticeWithoutAStatutoryDay_NamedAndNotCountedBesides() => Assert.Equal(
        ["RI4109 notice=号 date=2026-06-19 name=端午节"],
        Written(NoticeRules.Check(new("号", "通知", 2026, CalendarLayer.National, Annual2026.Days.Where(day => day.Date != new LocalDate(2026, 6, 19))))));

    [Theory]
    [InlineData("2026-03-04", DayKind.AdjustedRest, "RI4110 notice=号 year=2026 net=14 expected=13")]
    [InlineData("2026-03-07", DayKind.MakeUp, "RI4111 notice=号 year=2026 net=12 expected=13")]
    public void Check_ADayTooManyOrTooFew_Counted(string date, DayKind kind, string finding) =>
        Assert.Equal([finding], Written(NoticeRules.Check(With2026(Day(date, kind)))));

    [Fact]
    public void CheckSet_WithoutAnnualNotice_OnlyThat() => Assert.Equal(["RI4118"], Written(NoticeSet.Check([Sources.Guangxi2026])).Select(finding => finding.Split(' ')[0]));

    [Fact]
    public void CheckSet_YearTwice_BothAndTheFirstDayThatDiffers() => Assert.Equal(
        [$"RI4117 year=2026 notice={Annual2026.Number} other=号 date=2026-03-04"],
        Written(NoticeSet.Check([Annual2026, With2026(Day("2026-03-07", DayKind.MakeUp), Day("2026-03-04", DayKind.AdjustedRest))])));

    [Fact]
    public void CheckSet_EqualRank_WhoSaysWorkedAndWhoSaysOff()
    {
        HolidayNotice worked = Notice(CalendarLayer.Region, "甲", new(2026, 3, 1), Day("2026-04-18", DayKind.MakeUp));
        HolidayNotice off = Notice(CalendarLayer.Region, "乙", new(2026, 3, 1), Day("2026-04-18", DayKind.Regional));
        foreach (ImmutableArray<HolidayNotice> both in new ImmutableArray<HolidayNotice>[] { [Annual2026, worked, off], [Annual2026, off, worked] })
        {
            Assert.Contains("RI4115 notice=甲 other=乙 date=2026-04-18", Written(NoticeSet.Check(both)));
        }
    }

    [Fact]
    public void CheckSet_NoAnnualNoticeOfThatYear_Warned()
    {
        HolidayNotice next = new("号", "通知", 2027, CalendarLayer.Region, [Day("2027-04-16", DayKind.Regional)]);
        Assert.Equal(["RI4133 notice=号 year=2027"], Written(NoticeSet.Check([Annual2026, next])));
    }

    [Fact]
    public void CheckSet_GrantThatDoesNotFit_BothNumbers() => Assert.Equal(
        ["RI4112 notice=号 net=1 expected=0"], Written(NoticeSet.Check([Annual2026, Notice(CalendarLayer.Region, Day("2026-04-17", DayKind.Regional))])));

    [Fact]
    public void Order_AnyOrderOfLoading_ByLayerThenPublicationThenName()
    {
        LocalDate early = new(2026, 1, 5);
        HolidayNotice[] ordered =
        [
            EmbeddedNotices.All.Single(notice => notice.Year == 2024), EmbeddedNotices.All.Single(notice => notice.Year == 2025 && notice.Layer == CalendarLayer.National),
            Of("z", "z", 2027, null, null, CalendarLayer.Amendment),
            Of("z", "z", 2027, early, new(2025, 1, 1)), Of("a", "z", 2026, early, new(2026, 1, 1)), Of("b", "a", 2026, early, new(2026, 1, 1)), Of("b", "b", 2026, early, new(2026, 1, 1)),
            Of("a", "a", 2026, early.PlusDays(1), null), Of("a", "a", 2026, early, null, CalendarLayer.Agency),
        ];
        Assert.Equal(ordered, NoticeSet.Order(ordered.Reverse()));
        Assert.Equal(ordered, NoticeSet.Order(ordered.OrderBy(notice => notice.Number, StringComparer.Ordinal).Concat(ordered)));

        static HolidayNotice Of(string number, string title, int year, LocalDate? published, LocalDate? issued, CalendarLayer layer = CalendarLayer.Amendment) =>
            new(number, title, year, layer, [], issued, published);
    }

    [Fact]
    public void Order_AnnualNoticesOfOneYear_ThePublishedFirst()
    {
        HolidayNotice unknown = With2026(Day("2026-03-07", DayKind.MakeUp));
        Assert.Equal([Annual2026, unknown], NoticeSet.Order([unknown, Annual2026]));
    }

    [Fact]
    public void NoticeOrigin_WithoutNumberOrLessThanNoDays_RefusedByName()
    {
        Assert.Equal("number", Assert.Throws<ArgumentException>(() => new NoticeOrigin(" ", null)).ParamName);
        Assert.Equal("grantedDays", Assert.Throws<ArgumentOutOfRangeException>(() => new NoticeOrigin("号", null, grantedDays: -1)).ParamName);
        Assert.Equal(0, new NoticeOrigin("号", null).GrantedDays);
    }

    [Fact]
    public void Check_MakeUpDayTwice_IsARepetition()
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Sources.DaysOf(2026);
        days.Add((new(2026, 10, 10), "国庆节", false));
        NoticeFinding twice = NoticeFile.Check(Sources.HolidayCn(2026, days)).Findings.Single(finding => finding.Refusal.Code is "RI4104" or "RI4105");
        Assert.Equal("RI4104 notice=holiday-cn 2026 date=2026-10-10", Written([twice]).Single());
    }

    [Fact]
    public void Check_IcsOfTheFirstYearAndOneTooLate_TheLateOneNamed() => Assert.Equal("2100", NoticeFile.Check(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20080207\nSUMMARY:春节假期\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:21000101\nSUMMARY:元旦假期\nEND:VEVENT\nEND:VCALENDAR").Findings.Single().Refusal["value"]);

    [Fact]
    public void WriteThenCheck_FirstAndLastYearOfEveryLayer_Read()
    {
        foreach (int year in new[] { 2008, 2099 })
        {
            foreach (CalendarLayer layer in new[] { CalendarLayer.Amendment, CalendarLayer.Region, CalendarLayer.Agency })
            {
                HolidayNotice written = new("号", "通知", year, layer, [new(new(year, 3, 8), DayKind.MakeUp, "补班")]);
                string text = NoticeFile.Write([written]);
                Assert.Contains(layer.ToString(), text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(NoticeFile.Check(text).Findings, finding => finding.Refusal.Code == "RI4102");
            }
        }
    }

    private static NoticeDay Day(string date, DayKind kind) => new(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, kind, "某日");

    private static HolidayNotice Notice(CalendarLayer layer, params NoticeDay[] days) => Notice(layer, "号", null, days);

    private static HolidayNotice Notice(CalendarLayer layer, string number, LocalDate? published, params NoticeDay[] days) => new(number, "通知", 2026, layer, days, published: published);

    private static HolidayNotice With2026(params NoticeDay[] more) => new("号", "通知", 2026, CalendarLayer.National, [.. Annual2026.Days, .. more]);

    private static IEnumerable<string> Written(IEnumerable<NoticeFinding> findings) =>
        findings.Select(finding => string.Join(' ', [finding.Refusal.Code, .. finding.Refusal.Values.Select(value => $"{value.Key}={value.Value}")]));
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Broken notices are refused or reported, each with its own code.</summary>
public class BrokenNoticeTests
{
    private static readonly LocalDate Published = new(2026, 11, 10);

    /// <summary>A correct arrangement of 2027, made up: 13 days off net.</summary>
    private static List<(LocalDate Date, string Name, bool IsOff)> Year2027() =>
    [
        (new(2027, 1, 1), "元旦", true),
        (new(2027, 2, 5), "春节", true), (new(2027, 2, 6), "春节", true), (new(2027, 2, 7), "春节", true), (new(2027, 2, 8), "春节", true),
        (new(2027, 2, 9), "春节", true), (new(2027, 2, 10), "春节", true),
        (new(2027, 4, 5), "清明节", true),
        (new(2027, 5, 1), "劳动节", true), (new(2027, 5, 2), "劳动节", true), (new(2027, 5, 3), "劳动节", true), (new(2027, 5, 4), "劳动节", true),
        (new(2027, 6, 9), "端午节", true),
        (new(2027, 9, 15), "中秋节", true),
        (new(2027, 10, 1), "国庆节", true), (new(2027, 10, 2), "国庆节", true), (new(2027, 10, 3), "国庆节", true), (new(2027, 10, 4), "国庆节", true),
        (new(2027, 10, 5), "国庆节", true), (new(2027, 10, 6), "国庆节", true), (new(2027, 10, 9), "国庆节", false),
    ];

    [Fact]
    public void Check_CorrectYear_ExtendsCoverageAndClosesTheTail()
    {
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2027, Year2027()), new NoticeOrigin("国办发明电〔2026〕0号", Published));
        Assert.Empty(check.Findings);
        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded.With(check.Notices);
        Assert.Equal(new LocalDate(2027, 12, 31), calendar.Coverage.End);
        Assert.Equal(Certainty.Confirmed, calendar.AddWorkingDays(new(2026, 12, 18), 7).Certainty);
    }

    [Fact]
    public void Check_RestDayFlipped_MakeUpOnWeekday() => AssertRefused("RI4107", days => Flip(days, new(2027, 2, 9)));

    [Fact]
    public void Check_StatutoryDayFlipped_NotOff() => AssertRefused("RI4109", days => Flip(days, new(2027, 10, 2)));

    [Fact]
    public void Check_StatutoryDayDropped_NotOff() => AssertRefused("RI4109", days => days.RemoveAll(day => day.Date == new LocalDate(2027, 6, 9)));

    [Fact]
    public void Check_MakeUpDayFlipped_TooManyDaysOff() => AssertRefused("RI4110", days => Flip(days, new(2027, 10, 9)));

    [Fact]
    public void Check_MakeUpDayDropped_TooManyDaysOff() => AssertRefused("RI4110", days => days.RemoveAll(day => !day.IsOff));

    [Fact]
    public void Check_RestDayDropped_TooFewDaysOff() => AssertRefused("RI4111", days => days.RemoveAll(day => day.Date == new LocalDate(2027, 2, 10)));

    [Fact]
    public void Check_DayTwice_Refused() => AssertRefused("RI4104", days => days.Add(days[3]));

    [Fact]
    public void Check_DayOffAndWorked_Contradiction() => AssertRefused("RI4105", days => days.Add((new(2027, 10, 9), "国庆节", true)));

    [Theory]
    [InlineData(2028, 1, 3)]
    [InlineData(2026, 12, 24)]
    [InlineData(2026, 2, 5)]
    public void Check_DayOfAnotherYear_Refused(int year, int month, int day) => AssertRefused("RI4106", days => days.Add((new(year, month, day), "元旦", true)));

    [Fact]
    public void Check_GrantStated_FewerMakeUpDaysAccepted()
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Year2027();
        days.RemoveAll(day => !day.IsOff);
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2027, days), new NoticeOrigin("国办发明电〔2026〕0号", Published, grantedDays: 1));
        Assert.Empty(check.Findings);
    }

    [Fact]
    public void Check_LongRunFrom2025_Warns()
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Year2027();
        days.RemoveAll(day => day.Date == new LocalDate(2027, 10, 9));
        days.Add((new(2027, 10, 16), "国庆节", false));
        days.Add((new(2027, 10, 17), "国庆节", false));
        days.Add((new(2027, 10, 7), "国庆节", true));
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2027, days), new NoticeOrigin("国办发明电〔2026〕0号", Published));
        NoticeFinding finding = Assert.Single(check.Findings);
        Assert.Equal(("RI4131", FindingSeverity.Warning), (finding.Refusal.Code, finding.Severity));
        Assert.Equal(("2027-10-11", "2027-10-22", "12"), (finding.Refusal["first"], finding.Refusal["last"], finding.Refusal["days"]));
    }

    [Fact]
    public void Check_2020WithoutItsExtension_AmendmentMissing()
    {
        // As if 国办发明电〔2020〕1号 had never been: the days of the original notice.
        HolidayNotice original = EmbeddedNotices.All.Single(notice => notice.Year == 2020 && notice.Layer == CalendarLayer.National);
        string asPublished = Sources.HolidayCn(2020, original.Days.Select(day => (day.Date, day.Name, !day.IsWorkingDay)));
        NoticeCheck check = NoticeFile.Check(asPublished);
        Refusal refusal = check.Findings[0].Refusal;
        Assert.Equal("RI4113", refusal.Code);
        Assert.Equal(("国办发明电〔2020〕1号", "2020-01-27", "2020-01-31"), (refusal["amendment"], refusal["published"], refusal["date"]));

        // The extension's three days dropped from the merged file.
        string dropped = Sources.HolidayCn(2020, Sources.DaysOf(2020).Where(day => day.Date < new LocalDate(2020, 1, 31) || day.Date > new LocalDate(2020, 2, 2)));
        Assert.Contains(NoticeFile.Check(dropped).Findings, finding => finding.Refusal.Code == "RI4113");

        // The same in our own format.
        Assert.Contains(NoticeFile.Check(NoticeFile.Write([original])).Findings, finding => finding.Refusal.Code == "RI4113");
    }

    [Fact]
    public void Check_LoadedYearWithAnotherDay_DisagreesWithLoaded()
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Sources.DaysOf(2026);
        days.RemoveAll(day => day.Date == new LocalDate(2026, 10, 10));
        days.Add((new(2026, 10, 11), "国庆节", false));
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2026, days));
        Assert.Equal("RI4119", check.Findings[0].Refusal.Code);
        Assert.Equal("2026-10-10", check.Findings[0].Refusal["date"]);
        Assert.Equal("RI4117", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(check.Notices)).Refusal.Code);
    }

    [Fact]
    public void With_SameYearSameDays_NothingNew() =>
        Assert.Equal(WorkingDayCalendar.Embedded.Notices, WorkingDayCalendar.Embedded.With(NoticeFile.Parse(Sources.HolidayCn(2026))).Notices);

    [Fact]
    public void From_GapBetweenYears_Refused()
    {
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.From(EmbeddedNotices.All.Where(notice => notice.Year != 2021)));
        Assert.Equal("RI4116", refused.Refusal.Code);
        Assert.Equal("2021", refused.Refusal["year"]);
    }

    [Fact]
    public void Check_YearAfterAGap_RefusedAsLoadingWould()
    {
        string of2028 = Sources.OfStatute(2028);
        NoticeCheck check = NoticeFile.Check(of2028);
        Assert.True(check.IsRefused);
        Assert.Equal(("RI4116", "2026", "2027", "2028"), (check.Findings[0].Refusal.Code, check.Findings[0].Refusal["before"], check.Findings[0].Refusal["year"], check.Findings[0].Refusal["after"]));
        Assert.Equal("RI4116", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(check.Notices)).Refusal.Code);

        // Judged against a calendar that has 2027, and against a file that brings it along.
        ImmutableArray<HolidayNotice> before = NoticeFile.Parse(Sources.OfStatute(2027));
        Assert.DoesNotContain(NoticeFile.Check(of2028, known: WorkingDayCalendar.Embedded.With(before)).Findings, IsGap);
        Assert.DoesNotContain(NoticeFile.Check(NoticeFile.Write([.. check.Notices, .. before])).Findings, IsGap);

        static bool IsGap(NoticeFinding finding) => finding.Refusal.Code == "RI4116";
    }

    [Fact]
    public void Check_YearsBeforeThoseKnown_GapRefusedAdjacentAccepted()
    {
        Assert.Equal("2014", NoticeFile.Check(Sources.OfStatute(2013)).Findings.Single(finding => finding.Refusal.Code == "RI4116").Refusal["year"]);
        Assert.False(NoticeFile.Check(Sources.OfStatute(2014)).IsRefused);
    }

    [Fact]
    public void Check_FileWithoutNotices_Refused() =>
        Assert.Equal("RI4120", NoticeFile.Check("""{"format":"random-inspection-notices/1","notices":[]}""").Findings.Single().Refusal.Code);

    [Fact]
    public void Check_LongRunThatBeginsBeforeTheNotice_CountedWhole()
    {
        // 26 and 27 December 2026 become make-up days: the run begins on Monday the 21st, before the first day that the notice could name.
        List<(LocalDate Date, string Name, bool IsOff)> days = Year2027();
        days.AddRange([(new(2026, 12, 26), "元旦", false), (new(2026, 12, 27), "元旦", false), (new(2027, 2, 11), "春节", true), (new(2027, 2, 12), "春节", true)]);
        NoticeFinding finding = Assert.Single(NoticeFile.Check(Sources.HolidayCn(2027, days), new NoticeOrigin("国办发明电〔2026〕0号", Published)).Findings);
        Assert.Equal(("RI4131", "2026-12-21", "2026-12-31", "11"), (finding.Refusal.Code, finding.Refusal["first"], finding.Refusal["last"], finding.Refusal["days"]));
    }

    [Fact]
    public void From_NoAnnualNotice_Refused() =>
        Assert.Equal("RI4118", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.From([Sources.Guangxi2026])).Refusal.Code);

    [Fact]
    public void With_OverlayWhoseGrantDoesNotFit_Refused()
    {
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(Sources.Region("桂", 1, new(2026, 4, 17), new(2026, 4, 20))));
        Assert.Equal("RI4112", refused.Refusal.Code);
        Assert.Equal(("2", "1"), (refused.Refusal["net"], refused.Refusal["expected"]));
    }

    [Fact]
    public void With_TwoOverlaysOfOneDayOfPublication_ContradictionRefused()
    {
        HolidayNotice worked = new("桂2", "更改", 2026, CalendarLayer.Region, [new(new(2026, 4, 18), DayKind.MakeUp, "三月三")], published: new LocalDate(2026, 3, 1));
        Assert.Equal("RI4115", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(Sources.Guangxi2026, worked)).Refusal.Code);
    }

    [Theory]
    [InlineData(DayKind.Weekend, 2026, 4, 17)]
    [InlineData(DayKind.Statutory, 2026, 4, 17)]
    [InlineData(DayKind.AdjustedRest, 2026, 4, 18)]
    [InlineData(DayKind.AdjustedRest, 2026, 10, 1)]
    [InlineData(DayKind.Regional, 2026, 4, 17)]
    [InlineData(DayKind.Agency, 2026, 4, 17)]
    public void With_KindThatTheDayCannotBe_Refused(DayKind kind, int year, int month, int day)
    {
        HolidayNotice notice = new("x", "x", 2026, CalendarLayer.Amendment, [new(new(year, month, day), kind, "x")]);
        Assert.Equal("RI4108", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(notice)).Refusal.Code);
    }

    [Fact]
    public void Check_OverlayForAYearWithoutNotice_WarnsNoEffect()
    {
        HolidayNotice overlay = new("桂", "三月三", 2027, CalendarLayer.Region, [new(new(2027, 4, 9), DayKind.Regional, "三月三")], published: Published, grantedDays: 1);
        NoticeCheck check = NoticeFile.Check(NoticeFile.Write([overlay]));
        Assert.Equal(["RI4133"], check.Findings.Select(finding => finding.Refusal.Code));
        Assert.Throws<CalendarCoverageException>(() => WorkingDayCalendar.Embedded.With(check.Notices).IsWorkingDay(new(2027, 4, 9)));
    }

    [Fact]
    public void HolidayNotice_Unfit_CannotBeBuilt()
    {
        NoticeDay day = new(new(2026, 1, 1), DayKind.Statutory, "元旦");
        Assert.Throws<ArgumentException>(() => new HolidayNotice("n", "t", 2026, CalendarLayer.National, [day, day]));
        Assert.Throws<ArgumentException>(() => new HolidayNotice(" ", "t", 2026, CalendarLayer.National, [day]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayNotice("n", "t", 2026, CalendarLayer.Statute, [day]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayNotice("n", "t", 1949, CalendarLayer.National, [day]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HolidayNotice("n", "t", 2026, CalendarLayer.National, [day], grantedDays: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoticeDay(day.Date, DayKind.WorkingDay, "x"));
        Assert.Throws<ArgumentException>(() => new NoticeDay(day.Date, DayKind.Statutory, ""));
    }

    private static void Flip(List<(LocalDate Date, string Name, bool IsOff)> days, LocalDate date)
    {
        int i = days.FindIndex(day => day.Date == date);
        days[i] = days[i] with { IsOff = !days[i].IsOff };
    }

    private static void AssertRefused(string code, Action<List<(LocalDate Date, string Name, bool IsOff)>> breakIt)
    {
        List<(LocalDate Date, string Name, bool IsOff)> days = Year2027();
        breakIt(days);
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2027, days), new NoticeOrigin("国办发明电〔2026〕0号", Published));
        Assert.True(check.IsRefused);
        Assert.Equal(code, check.Findings[0].Refusal.Code);
        if (code is not ("RI4104" or "RI4105"))
        {
            Assert.Equal(code, Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(check.Notices)).Refusal.Code);
        }
    }
}

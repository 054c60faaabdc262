using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Provenance: which notice decides, what was known when, what a newer calendar changes.</summary>
public class NoticeReplayTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;
    private static readonly LegalPeriod TenDays = new LegalPeriod.WorkingDays(10, new LegalBasis("沈政办发〔2020〕19号", "三(八)"));

    [Fact]
    public void AsKnownOn_BeforeAndAfterTheExtensionOf2020_DifferentDates()
    {
        LocalDate day = new(2020, 1, 20);
        Assert.Equal(new LocalDate(2020, 2, 7), Calendar.AsKnownOn(new(2020, 1, 22)).AddWorkingDays(day, 10).Date);
        Assert.Equal(new LocalDate(2020, 2, 7), Calendar.AsKnownOn(new(2020, 1, 26)).AddWorkingDays(day, 10).Date);
        Assert.Equal(new LocalDate(2020, 2, 11), Calendar.AsKnownOn(new(2020, 1, 27)).AddWorkingDays(day, 10).Date);
        Assert.Equal(new LocalDate(2020, 2, 11), Calendar.AddWorkingDays(day, 10).Date);
    }

    [Fact]
    public void AsKnownOn_Date_CoverageOfThatTime()
    {
        Assert.Equal(new LocalDate(2018, 12, 31), Calendar.AsKnownOn(new(2018, 12, 5)).Coverage.End);
        Assert.Equal(new LocalDate(2019, 12, 31), Calendar.AsKnownOn(new(2018, 12, 6)).Coverage.End);
        Assert.Same(Calendar, Calendar.AsKnownOn(new(2026, 1, 1)));
        Assert.Equal("RI4118", Assert.Throws<InputRefusedException>(() => Calendar.AsKnownOn(new(2014, 1, 1))).Refusal.Code);
    }

    [Fact]
    public void AddWorkingDays_TailOpenThenNoticeLoaded_TheTailMoved()
    {
        // Before 2018-12-06 nobody knew that Saturday 2018-12-29 would be worked.
        CalendarDate before = Calendar.AsKnownOn(new(2018, 12, 5)).AddWorkingDays(new(2018, 12, 28), 1);
        Assert.Equal(new CalendarDate(new(2018, 12, 31), Certainty.TailOpen), before);
        Assert.Equal(new CalendarDate(new(2018, 12, 29), Certainty.Confirmed), Calendar.AddWorkingDays(new(2018, 12, 28), 1));
    }

    [Theory]
    [InlineData(2026, 2, 14, DayKind.MakeUp, "春节", "国办发明电〔2025〕7号", CalendarLayer.National)]
    [InlineData(2026, 2, 17, DayKind.Statutory, "春节", "国办发明电〔2025〕7号", CalendarLayer.National)]
    [InlineData(2026, 2, 20, DayKind.AdjustedRest, "春节", "国办发明电〔2025〕7号", CalendarLayer.National)]
    [InlineData(2026, 2, 21, DayKind.Weekend, "春节", "国办发明电〔2025〕7号", CalendarLayer.National)]
    [InlineData(2018, 12, 29, DayKind.MakeUp, "元旦", "国办发明电〔2018〕15号", CalendarLayer.National)]
    [InlineData(2015, 9, 3, DayKind.Special, "抗战胜利70周年纪念日", "国发明电〔2015〕1号", CalendarLayer.Amendment)]
    [InlineData(2020, 1, 31, DayKind.Extension, "春节", "国办发明电〔2020〕1号", CalendarLayer.Amendment)]
    [InlineData(2026, 3, 7, DayKind.Weekend, null, null, null)]
    [InlineData(2026, 3, 9, DayKind.WorkingDay, null, null, null)]
    public void Explain_Day_KindNameAndNotice(int year, int month, int day, DayKind kind, string? name, string? number, CalendarLayer? layer)
    {
        DayExplanation explained = Calendar.Explain(new(year, month, day));
        Assert.Equal((kind, name, number, layer), (explained.Kind, explained.Name, explained.Notice?.Number, explained.Layer));
        Assert.Equal(kind is DayKind.WorkingDay or DayKind.MakeUp, explained.IsWorkingDay);
    }

    [Fact]
    public void Explain_SupersededDay_SaysWhatItWas()
    {
        DayExplanation explained = Calendar.Explain(new(2020, 2, 1));
        Assert.Equal(new LocalDate(2020, 1, 26), explained.Notice!.Issued);
        Assert.Equal(new LocalDate(2020, 1, 27), explained.Notice.Published);
        DayStatement was = Assert.Single(explained.Superseded);
        Assert.Equal(("国办发明电〔2019〕16号", true), (was.Notice.Number, was.Day.IsWorkingDay));
    }

    [Fact]
    public void Explain_RegionAndAgencyOverNational_HighestLayerDecides()
    {
        HolidayNotice agency = new("沈市监", "停办公告", 2026, CalendarLayer.Agency, [new(new(2026, 4, 21), DayKind.Agency, "系统升级")], grantedDays: 1);
        WorkingDayCalendar calendar = Calendar.With(agency, Sources.Guangxi2026);
        Assert.Equal(DayKind.Regional, calendar.Explain(new(2026, 4, 17)).Kind);
        Assert.Equal(CalendarLayer.Agency, calendar.Explain(new(2026, 4, 21)).Layer);
        Assert.Equal(new LocalDate(2026, 4, 22), calendar.NextWorkingDay(new(2026, 4, 16)).Date);
        Assert.Equal(Calendar.Coverage, calendar.Coverage);
    }

    [Fact]
    public void DeadlineFor_AcrossNotices_ListsThoseItReliedOn()
    {
        Deadline deadline = TenDays.DeadlineFor(new LocalDate(2018, 12, 27), Calendar);
        Assert.Equal(["国办发明电〔2017〕12号", "国办发明电〔2018〕15号"], deadline.ReliedOn.Select(notice => notice.Number));
        Assert.Equal(Calendar.Version, deadline.CalendarVersion);
        Assert.Equal(["国办发明电〔2019〕16号", "国办发明电〔2020〕1号"], TenDays.DeadlineFor(new LocalDate(2020, 1, 20), Calendar).ReliedOn.Select(notice => notice.Number));
    }

    [Fact]
    public void DiffTo_TheExtensionOf2020_DaysAndOpenDeadlines()
    {
        WorkingDayCalendar before = Calendar.AsKnownOn(new(2020, 1, 22));
        WorkingDayCalendar after = Calendar.AsKnownOn(new(2020, 1, 27));
        Deadline changes = TenDays.DeadlineFor(new LocalDate(2020, 1, 20), before);
        Deadline stays = TenDays.DeadlineFor(new LocalDate(2020, 3, 2), before);

        CalendarDiff diff = before.DiffTo(after, changes, stays);

        Assert.Equal([new(2020, 1, 31), new(2020, 2, 1)], diff.Days.Select(day => day.After.Date));
        DeadlineChange change = Assert.Single(diff.Deadlines);
        Assert.Same(changes, change.Before);
        Assert.Equal(new LocalDate(2020, 2, 11), change.After.Date);
        Assert.False(diff.IsEmpty);
        Assert.True(before.DiffTo(before, changes).IsEmpty);
    }

    [Fact]
    public void DiffTo_NextYearLoaded_TailOpenBecomesConfirmed()
    {
        WorkingDayCalendar before = Calendar.AsKnownOn(new(2025, 11, 3));
        Deadline open = TenDays.DeadlineFor(new LocalDate(2025, 12, 15), before);
        Assert.Equal(Certainty.TailOpen, open.Certainty);
        DeadlineChange change = Assert.Single(before.DiffTo(Calendar, open).Deadlines);
        Assert.Equal((open.Date, Certainty.Confirmed), (change.After.Date, change.After.Certainty));
    }

    [Fact]
    public void WithProvisionalYears_AfterTheNotices_StatuteOnlyAndSaidSo()
    {
        WorkingDayCalendar calendar = Calendar.WithProvisionalYears(2028);
        Assert.Equal(new CalendarCoverage(new(2015, 1, 1), new(2028, 12, 31), new(2026, 12, 25), new LocalDate(2027, 1, 1)), calendar.Coverage);
        Assert.Equal(new CalendarDate(new(2027, 1, 4), Certainty.Provisional), calendar.AddWorkingDays(new(2026, 12, 31), 1));
        Assert.Equal(Certainty.TailOpen, calendar.AddWorkingDays(new(2026, 12, 30), 1).Certainty);
        Assert.Equal((DayKind.Statutory, CalendarLayer.Statute), (calendar.Explain(new(2027, 2, 5)).Kind, calendar.Explain(new(2027, 2, 5)).Layer));
        Assert.NotEqual(Calendar.Version, calendar.Version);
        Assert.Equal(new LocalDate(2026, 12, 31), calendar.Coverage.LastNoticedDay);
        Assert.Equal(new LocalDate(2029, 1, 1), Assert.Throws<CalendarCoverageException>(() => calendar.AddWorkingDays(new(2028, 12, 31), 1)).FirstUncoveredDay);
        Assert.Equal(new LocalDate(2020, 1, 1), calendar.AsKnownOn(new(2019, 5, 1)).Coverage.ProvisionalFrom);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WithProvisionalYears(2026));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WithProvisionalYears(2100));
    }

    [Theory]
    [InlineData(2024, 11, "全国年节及纪念日放假办法（国务院令第644号）")]
    [InlineData(2025, 13, "全国年节及纪念日放假办法（国务院令第795号）")]
    public void FromStatute_Year_DaysGrantedAndItsBasis(int year, int granted, string instrument)
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.FromStatute(year, year);
        DayExplanation[] off = [.. Enumerable.Range(0, 365).Select(i => calendar.Explain(new LocalDate(year, 1, 1).PlusDays(i))).Where(day => day.Kind == DayKind.Statutory)];
        Assert.Equal(granted, off.Length);
        Assert.All(off, day => Assert.Equal((CalendarLayer.Statute, instrument, "2", Certainty.Provisional), (day.Layer, day.Basis!.Instrument, day.Basis.Article, day.Certainty)));
        Assert.Null(calendar.Explain(new(year, 3, 8)).Basis);
    }

    [Fact]
    public void Explain_FiveLayersOnOneDay_TheLastWinsAndAllAreNamed()
    {
        LocalDate day = new(2026, 10, 10); // a make-up Saturday by the annual notice
        HolidayNotice amendment = Over("国改", CalendarLayer.Amendment, DayKind.Special, 1);
        HolidayNotice region = Over("省", CalendarLayer.Region, DayKind.MakeUp, -1);
        HolidayNotice agency = Over("局", CalendarLayer.Agency, DayKind.Agency, 1);
        HolidayNotice[][] orders = [[amendment, agency], [agency, amendment]];
        foreach (HolidayNotice[] order in orders)
        {
            DayExplanation explained = Calendar.With(order).Explain(day);
            Assert.Equal((CalendarLayer.Agency, "局", false), (explained.Layer, explained.Notice!.Number, explained.IsWorkingDay));
            Assert.Equal(["国改", "国办发明电〔2025〕7号"], explained.Superseded.Select(said => said.Notice.Number));
        }

        // One that makes the day worked again takes a day off back, which no notice may grant.
        Assert.Equal("RI4112", Assert.Throws<InputRefusedException>(() => Calendar.With(amendment, region)).Refusal.Code);

        HolidayNotice Over(string number, CalendarLayer layer, DayKind kind, int changes) =>
            new(number, number, 2026, layer, [new(day, kind, "调整")], published: new LocalDate(2026, 3, 1), grantedDays: layer == CalendarLayer.Agency ? 0 : Math.Max(changes, 0));
    }

    [Fact]
    public void FromStatute_AloneForAYear_EveryResultProvisional()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.FromStatute(2027, 2027);
        Assert.Equal(Certainty.Provisional, calendar.AddWorkingDays(new(2027, 3, 1), 1).Certainty);
        Assert.Null(calendar.Coverage.LastNoticedDay);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.FromStatute(2007, 2027));
    }
}

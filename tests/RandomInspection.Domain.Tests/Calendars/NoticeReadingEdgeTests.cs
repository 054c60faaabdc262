using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Notices at their edges: kinds that no layer has, files that are no object, years twice, and calendars that begin in the middle.</summary>
public sealed class NoticeReadingEdgeTests
{
    [Fact]
    public void CertaintyOn_EachPart_ConfirmedOpenTailAndProvisional()
    {
        CalendarCoverage noticed = WorkingDayCalendar.Embedded.Coverage;
        Assert.Null(noticed.ProvisionalFrom);
        Assert.Equal(Certainty.Confirmed, noticed.CertaintyOn(noticed.TailOpenFrom.PlusDays(-1)));
        Assert.Equal(Certainty.TailOpen, noticed.CertaintyOn(noticed.TailOpenFrom));
        CalendarCoverage provisional = WorkingDayCalendar.Embedded.WithProvisionalYears(noticed.End.Year + 2).Coverage;
        Assert.Equal(noticed.End, provisional.LastNoticedDay);
        Assert.Equal(Certainty.TailOpen, provisional.CertaintyOn(noticed.End));
        Assert.Equal(Certainty.Provisional, provisional.CertaintyOn(noticed.End.PlusDays(1)));
        Assert.Equal(Certainty.Provisional, provisional.CertaintyOn(provisional.End));
        Assert.Equal(Certainty.Confirmed, provisional.CertaintyOn(provisional.Start));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"days":[]}""")]
    [InlineData("""{"year":2027}""")]
    public void Check_JsonOfNoNotice_RI4101(string text) => Refused("RI4101", text, "problem", "JSON: format | year + days ?");

    [Theory]
    [InlineData("""{"format":7,"notices":[]}""", "format", "7")]
    [InlineData("""{"format":"other/1","notices":[]}""", "format", "other/1")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":{}}""", "notices", "{}")]
    [InlineData("""{"format":"random-inspection-notices/1"}""", "notices", "")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":[7]}""", "layer", "")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":[{"layer":" "}]}""", "layer", "\" \"")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":[{"layer":7}]}""", "layer", "7")]
    [InlineData("""{"year":"2027","days":[]}""", "year", "\"2027\"")]
    [InlineData("""{"year":2027.5,"days":[]}""", "year", "2027.5")]
    [InlineData("""{"year":9999,"days":[]}""", "year", "9999")]
    [InlineData("""{"year":1900,"days":[]}""", "year", "1900")]
    [InlineData("""{"year":2027,"days":7}""", "days", "7")]
    [InlineData("""{"year":2027,"days":[7]}""", "isOffDay", "")]
    [InlineData("""{"year":2027,"days":[{"isOffDay":"yes"}]}""", "isOffDay", "\"yes\"")]
    [InlineData("""{"year":2027,"days":[{"isOffDay":true,"date":"2027-02-30"}]}""", "date", "\"2027-02-30\"")]
    [InlineData("""{"year":2027,"days":[{"isOffDay":true,"date":"2027-02-05"}]}""", "name", "")]
    public void Check_MemberMissingOrOfAnotherKind_RI4102NamesItAndItsValue(string text, string member, string value)
    {
        Refusal refusal = Refused("RI4102", text, "member", member);
        Assert.Equal(value, refusal["value"]);
    }

    [Fact]
    public void Check_DayOfAKindThatItsLayerHasNot_RI4108NamesTheKind()
    {
        Refusal refusal = Finding("RI4108", Region(new(new LocalDate(2026, 4, 17), DayKind.Extension, "三月三")));
        Assert.Equal(("extension", "2026-04-17"), (refusal["kind"], refusal["date"]));
        Assert.Equal("special", Finding("RI4108", Region(new(new LocalDate(2026, 4, 17), DayKind.Special, "三月三")))["kind"]);
        Assert.Equal("agency", Finding("RI4108", Region(new(new LocalDate(2026, 4, 17), DayKind.Agency, "三月三")))["kind"]);
        Assert.Equal("adjustedRest", Finding("RI4108", Region(new(new LocalDate(2026, 4, 17), DayKind.AdjustedRest, "三月三")))["kind"]);
        Assert.Equal("weekend", Finding("RI4108", Region(new(new LocalDate(2026, 4, 17), DayKind.Weekend, "三月三")))["kind"]);
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => new NoticeDay(new LocalDate(2026, 4, 17), DayKind.WorkingDay, "三月三")).ParamName);
    }

    [Fact]
    public void Check_TwoNoticesOfAYear_RI4117NamesTheFirstDayOnWhichTheyDiffer()
    {
        HolidayNotice last = EmbeddedNotices.All.Last(notice => notice.Layer == CalendarLayer.National);
        NoticeDay added = new(new LocalDate(last.Year, 3, 18), DayKind.AdjustedRest, "多放一天");
        Assert.DoesNotContain(last.Days, day => day.Date == added.Date);
        NoticeDay removed = last.Days.First(day => day.Kind == DayKind.AdjustedRest);
        foreach ((NoticeDay differs, HolidayNotice other) in new[] { (added, Copy(last, "1", [.. last.Days, added])), (removed, Copy(last, "1", last.Days.Remove(removed))), (removed, Copy(last, "国办发明电〔2099〕1号", last.Days.Remove(removed))) })
        {
            Refusal refusal = NoticeSet.Check(NoticeSet.Order([last, other])).Select(finding => finding.Refusal).Single(refusal => refusal.Code == "RI4117");
            Assert.Equal(($"{last.Year}", $"{differs.Date:R}"), (refusal["year"], refusal["date"]));
        }

        Assert.Single(NoticeSet.Order([last, Copy(last, "国办发明电〔2099〕1号", last.Days)])); // it says nothing new
    }

    [Fact]
    public void Check_AmendmentWithoutADayOfPublicationIsMissing_RI4113SaysThatTheDayIsNotKnown()
    {
        // 2020: the Spring Festival was extended by an amendment; here as one that nobody knows the day of.
        HolidayNotice[] known = [.. EmbeddedNotices.All.Select(notice => notice is { Layer: CalendarLayer.Amendment, Year: 2020 }
            ? new HolidayNotice(notice.Number, notice.Title, notice.Year, notice.Layer, notice.Days, notice.Issued, null, notice.GrantedDays) : notice)];
        Assert.Contains(known, notice => notice is { Layer: CalendarLayer.Amendment, Year: 2020, Published: null });
        HolidayNotice annual = known.Single(notice => notice is { Layer: CalendarLayer.National, Year: 2020 });
        NoticeCheck check = NoticeFile.Check(NoticeFile.Write([annual]), null, WorkingDayCalendar.From(known));
        Refusal refusal = check.Findings.Select(finding => finding.Refusal).First(refusal => refusal.Code == "RI4113");
        Assert.Equal(("2020", "?"), (refusal["year"], refusal["published"]));
    }

    [Fact]
    public void From_YearWhoseNoticeBeginsInDecember_DaysBeforeItsCoverageAreLeftOut()
    {
        HolidayNotice of2023 = EmbeddedNotices.All.Single(notice => notice is { Layer: CalendarLayer.National, Year: 2023 });
        Assert.Equal(new LocalDate(2022, 12, 31), of2023.Days[0].Date);
        WorkingDayCalendar calendar = WorkingDayCalendar.From([of2023]);
        Assert.Equal(new LocalDate(2023, 1, 1), calendar.Coverage.Start);
        Assert.False(calendar.TryIsWorkingDay(new LocalDate(2022, 12, 31), out _));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2023, 1, 2)));
        Assert.Same(of2023, calendar.Explain(new LocalDate(2023, 1, 2)).Notice);
    }

    [Fact]
    public void From_RegionsNoticeOfAYearWithoutAnAnnualOne_ItsDaysAreNotCovered()
    {
        HolidayNotice region = new("桂政办电", "三月三放假通知", 2027, CalendarLayer.Region, [new NoticeDay(new LocalDate(2027, 4, 8), DayKind.Regional, "三月三")], grantedDays: 1, published: new LocalDate(2026, 3, 1));
        WorkingDayCalendar calendar = WorkingDayCalendar.From([.. EmbeddedNotices.All, region]);
        Assert.Equal(new LocalDate(2026, 12, 31), calendar.Coverage.End);
        Assert.False(calendar.TryIsWorkingDay(new LocalDate(2027, 4, 8), out _));
        Assert.Equal(WorkingDayCalendar.From(EmbeddedNotices.All).AddWorkingDays(new LocalDate(2026, 4, 1), 20), calendar.AddWorkingDays(new LocalDate(2026, 4, 1), 20));
    }

    [Fact]
    public void Check_RegionsNoticesThatGrantOtherDaysThanTheySay_EachNamed()
    {
        HolidayNotice[] regions = [.. new[] { 0, 5 }.Select(granted => new HolidayNotice(
            $"桂政办电{granted}", "三月三放假通知", 2026, CalendarLayer.Region, [new NoticeDay(new LocalDate(2026, 4, 17), DayKind.Regional, "三月三")], grantedDays: granted, published: new LocalDate(2026, 3, 1 + granted)))];
        Refusal[] refusals = [.. NoticeSet.Check(NoticeSet.Order([.. EmbeddedNotices.All, .. regions])).Select(finding => finding.Refusal).Where(refusal => refusal.Code == "RI4112")];
        Assert.Equal([("桂政办电0", "1", "0"), ("桂政办电5", "0", "5")], refusals.Select(refusal => (refusal["notice"]!, refusal["net"]!, refusal["expected"]!)));
    }

    [Fact]
    public void WithEveryOpenDayWorked_NothingNoticed_EveryDayButTheStatutes()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.FromStatute(2030, 2031);
        Assert.Null(calendar.Coverage.LastNoticedDay);
        WorkingDayCalendar open = calendar.WithEveryOpenDayWorked(2030, 2031);
        Assert.False(open.IsWorkingDay(new LocalDate(2030, 1, 1)));
        Assert.True(open.IsWorkingDay(new LocalDate(2030, 6, 1))); // a Saturday
        Assert.False(calendar.IsWorkingDay(new LocalDate(2030, 6, 1)));
    }

    [Fact]
    public void WithEveryOpenDayWorked_AskedAgain_TheSameAsLongAsItCovers()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.From(EmbeddedNotices.All);
        WorkingDayCalendar first = calendar.WithEveryOpenDayWorked(2015, 2027);
        Assert.Same(first, calendar.WithEveryOpenDayWorked(2016, 2026));
        WorkingDayCalendar later = calendar.WithEveryOpenDayWorked(2015, 2030);
        Assert.Equal(2030, later.Coverage.End.Year);
        WorkingDayCalendar earlier = calendar.WithEveryOpenDayWorked(2010, 2030);
        Assert.Equal((2010, 2030), (earlier.Coverage.Start.Year, earlier.Coverage.End.Year));
        Assert.True(earlier.IsWorkingDay(new LocalDate(2010, 1, 2))); // a Saturday that no notice covers: worked, so that no period ends too late
        Assert.False(earlier.IsWorkingDay(new LocalDate(2010, 1, 1)));
        Assert.Same(earlier, calendar.WithEveryOpenDayWorked(2012, 2028));
    }

    private static HolidayNotice Copy(HolidayNotice notice, string number, IEnumerable<NoticeDay> days) =>
        new(number, notice.Title, notice.Year, notice.Layer, days, notice.Issued, notice.Published, notice.GrantedDays);

    private static HolidayNotice Region(NoticeDay day) => new("桂政办电", "三月三放假通知", 2026, CalendarLayer.Region, [day], grantedDays: 1, published: new LocalDate(2026, 3, 1));

    private static Refusal Finding(string code, HolidayNotice notice) => NoticeRules.Check(notice).Select(finding => finding.Refusal).Single(refusal => refusal.Code == code);

    private static Refusal Refused(string code, string text, string name, string value)
    {
        NoticeCheck check = NoticeFile.Check(text);
        Assert.True(check.IsRefused);
        Refusal refusal = Assert.Single(check.Findings).Refusal;
        Assert.Equal((code, value), (refusal.Code, refusal[name]));
        return refusal;
    }
}

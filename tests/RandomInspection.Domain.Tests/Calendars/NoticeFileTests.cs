using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class NoticeFileTests
{
    private static readonly NoticeOrigin Origin = new("国办发明电〔2025〕7号", new LocalDate(2025, 11, 4));

    public static TheoryData<int> Years => [.. Enumerable.Range(2015, 12)];

    [Fact]
    public void Check_EmbeddedNotices_InOrder()
    {
        NoticeCheck check = NoticeFile.Check(NoticeFile.Write(EmbeddedNotices.All));
        Assert.Equal(NoticeFormat.RandomInspection, check.Format);
        Assert.Empty(check.Findings);
        Assert.False(check.IsRefused);
    }

    [Fact]
    public void Write_ThenParse_SameNotices()
    {
        HolidayNotice[] all = [.. EmbeddedNotices.All, Sources.Guangxi2026];
        ImmutableArray<HolidayNotice> read = NoticeFile.Parse("\uFEFF" + NoticeFile.Write(all));
        Assert.Equal(WorkingDayCalendar.From(all).Notices, WorkingDayCalendar.From(read).Notices);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Parse_HolidayCn_SameDaysAsTheNotices(int year)
    {
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(year), Origin);
        Assert.Equal(NoticeFormat.HolidayCn, check.Format);
        Assert.Empty(check.Findings);
        HolidayNotice notice = Assert.Single(check.Notices);
        Assert.Equal(year, notice.Year);
        Assert.Equal(Origin.Published, notice.Published);
    }

    [Fact]
    public void From_HolidayCnFilesOfAllYears_SameVersionAsEmbedded()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.From(Enumerable.Range(2015, 12).Reverse().SelectMany(year => NoticeFile.Parse(Sources.HolidayCn(year))));
        Assert.Equal(WorkingDayCalendar.Embedded.Version, calendar.Version);
        Assert.Equal(DayKind.Extension, calendar.Explain(new(2020, 1, 31)).Kind);
        Assert.Equal("holiday-cn 2019", calendar.Explain(new(2018, 12, 29)).Notice!.Number);
    }

    [Theory]
    [InlineData("{0}假期", "{0}上班", false)]
    [InlineData("{0}假期", "上班(补{0}假期)", false)]
    [InlineData("{0} 假期 第1天/共9天", "{0} 补班 第1天/共2天", true)]
    [InlineData("{0}（休）", "{0}（班）", false)]
    [InlineData("{0}(休)", "{0}(班)", false)]
    [InlineData("{0} 休", "{0} 班", false)]
    public void Parse_IcsDialect_SameVersionAsEmbedded(string off, string worked, bool timedWork)
    {
        string text = Sources.Ics(
            Enumerable.Range(2015, 12).SelectMany(Sources.DaysOf),
            (name, isOff) => string.Format(null, isOff ? off : worked, name),
            timedWork);
        NoticeCheck check = NoticeFile.Check(text);
        Assert.Equal(NoticeFormat.Ics, check.Format);
        Assert.DoesNotContain(check.Findings, finding => finding.Severity == FindingSeverity.Refused);
        Assert.Equal(WorkingDayCalendar.Embedded.Version, WorkingDayCalendar.From(check.Notices).Version);
    }

    [Fact]
    public void Parse_IcsRangeFoldedAndUtc_DaysInShanghai()
    {
        const string text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270205\nDTEND;VALUE=DATE:20270209\nSUMMARY;LANGUAGE=zh:春节\n 假期\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nDTSTART:20270129T160000Z\nDTEND:20270130T100000Z\nSUMMARY:春节上班\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270301\nSUMMARY:春节假期\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n";
        HolidayNotice notice = Assert.Single(NoticeFile.Check(text).Notices);
        Assert.Equal([new(2027, 1, 30), new(2027, 2, 5), new(2027, 2, 6), new(2027, 2, 7), new(2027, 2, 8)], notice.Days.Select(day => day.Date));
        Assert.Equal(DayKind.MakeUp, notice.Days[0].Kind);
    }

    [Theory]
    [InlineData("春节")]
    [InlineData("春节调休")]
    [InlineData("退休")]
    [InlineData("情人节")]
    [InlineData("")]
    public void Check_IcsSummaryUnknown_RefusedNeverOff(string summary)
    {
        string text = Sources.Ics(Sources.DaysOf(2026).Append((new LocalDate(2026, 3, 3), "?", true)), (name, isOff) => name == "?" ? summary : name + (isOff ? "假期" : "上班"));
        Assert.Equal("RI4114", Code(NoticeFile.Check(text)));
        Assert.Equal("RI4114", Assert.Throws<InputRefusedException>(() => NoticeFile.Parse(text)).Refusal.Code);
    }

    [Fact]
    public void Check_IcsWithoutEvents_RefusedAsEmptyYear() => Assert.Equal("RI4103", Code(NoticeFile.Check("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")));

    [Theory]
    [InlineData("")]
    [InlineData("2027")]
    [InlineData("{\"format\":")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"year\":2027,\"year\":2028,\"days\":[]}")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n")]
    public void Check_NotANotice_RefusedAsUnreadable(string text) => Assert.Equal("RI4101", Code(NoticeFile.Check(text)));

    [Theory]
    [InlineData("{\"format\":\"other/1\"}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\"}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"statute\",\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":[{\"date\":\"2027-02-30\",\"name\":\"n\",\"kind\":\"makeUp\"}]}]}")]
    [InlineData("{\"year\":3000,\"days\":[]}")]
    [InlineData("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\"}]}")]
    [InlineData("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-1-1\",\"isOffDay\":true}]}")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=America/New_York:20270101T090000\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nDTEND:20271231\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nRRULE:FREQ=YEARLY\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[5]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":5}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":\"2027\",\"layer\":\"national\",\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027.5,\"layer\":\"national\",\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2007,\"layer\":\"national\",\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2100,\"layer\":\"national\",\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":5}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":[7]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":[{\"date\":\"2027-01-01\",\"name\":\" \",\"kind\":\"statutory\"}]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":[{\"date\":\"2027-01-01\",\"name\":3,\"kind\":\"statutory\"}]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"days\":[{\"date\":\"2027-01-01\",\"name\":\"n\",\"kind\":\"holiday\"}]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"grantedDays\":367,\"days\":[]}]}")]
    [InlineData("{\"format\":\"random-inspection-notices/1\",\"notices\":[{\"number\":\"n\",\"title\":\"t\",\"year\":2027,\"layer\":\"national\",\"published\":7,\"days\":[]}]}")]
    [InlineData("{\"year\":2027,\"days\":[7]}")]
    [InlineData("{\"year\":2027,\"days\":{}}")]
    [InlineData("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":\"true\"}]}")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20071231\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:21000101\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nX:1\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nDTEND:x\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270102\nDTEND:20270101\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nRDATE:20270102\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nDURATION:P1D\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR")]
    public void Check_ValueUnfit_RefusedNamingItsPlace(string text)
    {
        NoticeCheck check = NoticeFile.Check(text);
        Assert.Equal("RI4102", Code(check));
        Assert.NotEqual("", check.Findings[0].Refusal["place"]);
    }

    [Fact]
    public void Check_HolidayCnEmptyYear_RefusedAndCoverageUnchanged()
    {
        NoticeCheck check = NoticeFile.Check("""{"year":2027,"papers":[],"days":[]}""");
        Assert.Equal("RI4103", Code(check));
        Assert.Equal("2027", check.Findings[0].Refusal["year"]);
        Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.Embedded.With(check.Notices));
    }

    [Fact]
    public void Check_PublicationNotStated_WarnsAndNoReplay()
    {
        NoticeCheck check = NoticeFile.Check(Sources.HolidayCn(2026));
        Assert.Equal(["RI4132"], check.Findings.Select(finding => finding.Refusal.Code));
        Assert.False(check.IsRefused);
        Assert.Equal("RI4118", Assert.Throws<InputRefusedException>(() => WorkingDayCalendar.From(check.Notices).AsKnownOn(new(2026, 5, 1))).Refusal.Code);
    }

    [Fact]
    public void Parse_OriginForSeveralYears_Refused() =>
        Assert.Equal("RI4102", Assert.Throws<InputRefusedException>(() => NoticeFile.Parse(
            Sources.Ics(Sources.DaysOf(2025).Concat(Sources.DaysOf(2026)), (name, isOff) => name + (isOff ? "假期" : "上班")), Origin)).Refusal.Code);

    [Fact]
    public void Schema_Embedded_DescribesTheFormat()
    {
        using Stream schema = typeof(NoticeFile).Assembly.GetManifestResourceStream("RandomInspection.Calendars.holiday-notices.schema.json")!;
        using JsonDocument document = JsonDocument.Parse(schema);
        JsonElement notice = document.RootElement.GetProperty("properties").GetProperty("notices").GetProperty("items").GetProperty("properties");
        Assert.Equal(["national", "amendment", "region", "agency"], Words(notice.GetProperty("layer")));
        string[] kinds = Words(notice.GetProperty("days").GetProperty("items").GetProperty("properties").GetProperty("kind"));
        Assert.Equal(Enum.GetValues<DayKind>().Where(kind => kind != DayKind.WorkingDay).Select(kind => JsonNamingPolicy.CamelCase.ConvertName($"{kind}")).Order(), kinds.Order());
        Assert.All(EmbeddedNotices.All.SelectMany(n => n.Days), day => Assert.Contains(JsonNamingPolicy.CamelCase.ConvertName($"{day.Kind}"), kinds));
        Assert.Equal("random-inspection-notices/1", document.RootElement.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
    }

    private static string[] Words(JsonElement schema) => [.. schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];

    private static string Code(NoticeCheck check) => check.Findings.First(finding => finding.Severity == FindingSeverity.Refused).Refusal.Code;
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>A broken notice is refused naming the place, the member, what stood there and what was wanted: these and no other words.</summary>
public sealed class NoticePlacesTests
{
    private const string Kinds = "weekend | statutory | adjustedRest | extension | makeUp | special | regional | agency";

    [Theory]
    [InlineData("""{"format":"other/1"}""", "$", "format", "other/1", "random-inspection-notices/1")]
    [InlineData("""{"format":1}""", "$", "format", "1", "random-inspection-notices/1")]
    [InlineData("""{"format":"random-inspection-notices/1"}""", "$", "notices", "", "[…]")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":5}""", "$", "notices", "5", "[…]")]
    [InlineData("""{"format":"random-inspection-notices/1","notices":[5]}""", "notices[0]", "layer", "", "\"…\"")]
    [InlineData("""{"year":3000,"days":[]}""", "$", "year", "3000", "2008 … 2099")]
    [InlineData("""{"year":2007,"days":[]}""", "$", "year", "2007", "2008 … 2099")]
    [InlineData("""{"year":2027,"days":{}}""", "$", "days", "{}", "[…]")]
    [InlineData("""{"year":2027,"days":[7]}""", "days[0]", "isOffDay", "", "true | false")]
    [InlineData("""{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":"true"}]}""", "days[0]", "isOffDay", "\"true\"", "true | false")]
    [InlineData("""{"year":2027,"days":[{"name":"元旦","date":"2027-1-1","isOffDay":true}]}""", "days[0]", "date", "\"2027-1-1\"", "yyyy-MM-dd")]
    [InlineData("""{"year":2027,"days":[{"date":"2027-01-01","isOffDay":true}]}""", "days[0]", "name", "", "\"…\"")]
    public void Check_Json_PlaceMemberValueAndWanted(string text, string place, string member, string value, string wanted) => IsBad(text, place, member, value, wanted);

    [Theory]
    [InlineData("\"layer\":\"statute\"", "layer", "\"statute\"", "national | amendment | region | agency")]
    [InlineData("\"number\":\" \"", "number", "\" \"", "\"…\"")]
    [InlineData("\"title\":3", "title", "3", "\"…\"")]
    [InlineData("\"year\":\"2027\"", "year", "\"2027\"", "2008 … 2099")]
    [InlineData("\"issued\":\"2026-02-30\"", "issued", "\"2026-02-30\"", "yyyy-MM-dd")]
    [InlineData("\"published\":7", "published", "7", "\"…\"")]
    [InlineData("\"grantedDays\":367", "grantedDays", "367", "0 … 366")]
    [InlineData("\"grantedDays\":-1", "grantedDays", "-1", "0 … 366")]
    [InlineData("\"days\":5", "days", "5", "[…]")]
    public void Check_OurNotice_PlaceMemberValueAndWanted(string instead, string member, string value, string wanted)
    {
        string name = instead[..instead.IndexOf(':', StringComparison.Ordinal)];
        string[] members = ["\"layer\":\"region\"", "\"number\":\"n\"", "\"title\":\"t\"", "\"year\":2027", "\"days\":[]"];
        string second = string.Join(',', members.Where(m => !m.StartsWith($"{name}:", StringComparison.Ordinal)).Append(instead));
        IsBad($$"""{"format":"random-inspection-notices/1","notices":[{{{string.Join(',', members)}}},{{{second}}}]}""", "notices[1]", member, value, wanted);
    }

    [Theory]
    [InlineData("""{"date":"2027-02-30","name":"n","kind":"makeUp"}""", "date", "\"2027-02-30\"", "yyyy-MM-dd")]
    [InlineData("""{"date":"2027-02-20","name":"","kind":"makeUp"}""", "name", "\"\"", "\"…\"")]
    [InlineData("""{"date":"2027-02-20","name":"n","kind":"holiday"}""", "kind", "\"holiday\"", Kinds)]
    [InlineData("7", "kind", "", "\"…\"")]
    public void Check_OurDay_PlaceMemberValueAndWanted(string day, string member, string value, string wanted) => IsBad(
        $$"""{"format":"random-inspection-notices/1","notices":[{"number":"n","title":"t","year":2027,"layer":"national","days":[{"date":"2027-01-01","name":"元旦","kind":"statutory"},{{day}}]}]}""",
        "notices[0].days[1]", member, value, wanted);

    [Theory]
    [InlineData("DTSTART;TZID=America/New_York:20270101T090000", "ICS 3", "DTSTART", "TZID=America/New_York", "Asia/Shanghai")]
    [InlineData("DTSTART:x", "ICS 2", "DTSTART", "x", "yyyyMMdd")]
    [InlineData("X:1", "ICS 2", "DTSTART", "", "yyyyMMdd")]
    [InlineData("DTSTART:20270101\nDTEND:y", "ICS 2", "DTEND", "y", "yyyyMMdd")]
    [InlineData("DTSTART:20270102\nDTEND:20270101", "ICS 2", "DTEND", "20270101", "DTSTART … DTSTART + 31")]
    [InlineData("DTSTART:20270101\nRRULE:FREQ=YEARLY", "ICS 4", "RRULE", "FREQ=YEARLY", "DTSTART + DTEND")]
    [InlineData("DTSTART:20270101\nRDATE:20270102", "ICS 4", "RDATE", "20270102", "DTSTART + DTEND")]
    [InlineData("DTSTART:20270101\nDURATION:P1D", "ICS 4", "DURATION", "P1D", "DTSTART + DTEND")]
    [InlineData("DTSTART:20071231", "ICS", "DTSTART", "2007", "2008 … 2099")]
    public void Check_Ics_PlaceMemberValueAndWanted(string lines, string place, string member, string value, string wanted) =>
        IsBad($"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR", place, member, value, wanted);

    [Fact]
    public void Check_OriginForTwoYears_SaysHowMany() => RefusalAssert.Input(
        "RI4102",
        () => NoticeFile.Parse("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205\nSUMMARY:春节假期\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20280205\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR", new NoticeOrigin("甲", null)),
        ("place", "ICS"), ("member", "origin"), ("value", "甲"), ("wanted", "2 × 1"));

    [Theory]
    [InlineData("2027", "{ … } | BEGIN:VCALENDAR ?")]
    [InlineData("{\"a\":1}", "JSON: format | year + days ?")]
    [InlineData("{\"year\":2027}", "JSON: format | year + days ?")]
    [InlineData("{\"days\":[]}", "JSON: format | year + days ?")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT\n", "ICS 2: END:VEVENT ?")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "END:VEVENT ?")]
    public void Check_NotANotice_ProblemNamed(string text, string problem)
    {
        NoticeFinding finding = Assert.Single(NoticeFile.Check(text).Findings);
        Assert.Equal(("RI4101", problem, FindingSeverity.Refused), (finding.Refusal.Code, finding.Refusal["problem"], finding.Severity));
    }

    [Theory]
    [InlineData("\uFEFF {\"a\":1}")]
    [InlineData("\r\n\t {\"a\":1}")]
    public void Check_BlanksAndByteOrderMarkBefore_StillJson(string text) =>
        Assert.Equal("JSON: format | year + days ?", Assert.Single(NoticeFile.Check(text).Findings).Refusal["problem"]);

    [Fact]
    public void Check_IcsInSmallLetters_ReadAlike()
    {
        HolidayNotice notice = Assert.Single(NoticeFile.Check("begin:vcalendar\nbegin:vevent\ndtstart;tzid=Asia/Shanghai:20270205T000000\nsummary:春节假期\nend:vevent\nend:vcalendar").Notices);
        Assert.Equal(("ICS 2027", "国务院办公厅关于2027年部分节假日安排的通知", 0), (notice.Number, notice.Title, notice.GrantedDays));
        Assert.Equal(CalendarLayer.National, notice.Layer);
    }

    [Fact]
    public void Check_OriginOfAnIcsOrJson_TakenOver()
    {
        NoticeOrigin origin = new("国办发明电〔2026〕0号", new LocalDate(2026, 11, 10), new LocalDate(2026, 11, 8), 2);
        string[] texts = ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270205\nSUMMARY:春节假期\nEND:VEVENT\nEND:VCALENDAR", """{"year":2027,"days":[{"name":"春节","date":"2027-02-05","isOffDay":true}]}"""];
        Assert.All(texts, text =>
        {
            HolidayNotice notice = Assert.Single(NoticeFile.Check(text, origin).Notices);
            Assert.Equal((origin.Number, origin.Published, origin.Issued, 2), (notice.Number, notice.Published, notice.Issued, notice.GrantedDays));
            Assert.Equal("国务院办公厅关于2027年部分节假日安排的通知", notice.Title);
        });
        Assert.Equal("holiday-cn 2027", Assert.Single(NoticeFile.Check(texts[1]).Notices).Number);
    }

    [Fact]
    public void Write_Notice_ExactlyThisText()
    {
        HolidayNotice notice = new("桂1", "三月三“放假”", 2026, CalendarLayer.Region, [new(new(2026, 4, 17), DayKind.Regional, "三月三"), new(new(2026, 4, 18), DayKind.MakeUp, "三月三")], new LocalDate(2026, 2, 1), new LocalDate(2026, 3, 1), 2);
        Assert.Equal(
            """
            {
              "format": "random-inspection-notices/1",
              "notices": [
                {
                  "number": "桂1",
                  "title": "三月三“放假”",
                  "year": 2026,
                  "layer": "region",
                  "issued": "2026-02-01",
                  "published": "2026-03-01",
                  "grantedDays": 2,
                  "days": [
                    {
                      "date": "2026-04-17",
                      "name": "三月三",
                      "kind": "regional"
                    },
                    {
                      "date": "2026-04-18",
                      "name": "三月三",
                      "kind": "makeUp"
                    }
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            NoticeFile.Write([notice]));
        Assert.DoesNotContain("issued", NoticeFile.Write([new("n", "t", 2026, CalendarLayer.Agency, [])]), StringComparison.Ordinal);
        Assert.DoesNotContain("grantedDays", NoticeFile.Write([new("n", "t", 2026, CalendarLayer.Agency, [])]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DayKind.Extension, "extension")]
    [InlineData(DayKind.Agency, "agency")]
    public void NameOf_Kind_AsInTheFiles(DayKind kind, string name) => Assert.Equal(name, NoticeJson.NameOf(kind));

    private static void IsBad(string text, string place, string member, string value, string wanted)
    {
        NoticeCheck check = NoticeFile.Check(text);
        NoticeFinding finding = Assert.Single(check.Findings);
        Assert.Equal(("RI4102", FindingSeverity.Refused, (NoticeFormat?)null), (finding.Refusal.Code, finding.Severity, check.Format));
        Assert.Equal($"{place}|{member}|{value}|{wanted}", $"{finding.Refusal["place"]}|{finding.Refusal["member"]}|{finding.Refusal["value"]}|{finding.Refusal["wanted"]}");
    }
}

using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests;

public sealed class DeadlineTests : IDisposable
{
    private readonly Ri _ri = new();

    [Theory]
    [InlineData("2026-02-10", "10", "2026-03-02")]
    [InlineData("2026-02-14", "1", "2026-02-24")]
    [InlineData("2026-10-12", "-7", "2026-09-24")]
    [InlineData("2020-01-20", "10", "2020-02-11")]
    public void Deadline_OfADate_IsPrintedAlone(string date, string days, string due)
    {
        RiRun run = Ri.Run("deadline", date, days).Done();
        Assert.Equal(due + "\n", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Deadline_OfTheVectors_IsTheirs()
    {
        string path = Path.Combine(RepositoryFiles.Vectors, "calendar", "deadlines.json");
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(path));
        List<string> cases = ["id,event,workingDays"], expected = ["id,event,workingDays,due"];
        foreach (JsonElement item in vectors.RootElement.GetProperty("cases").EnumerateArray())
        {
            string rule = item.GetProperty("rule").GetString()!;
            if (rule is not ("workingDays" or "workingDaysBefore") || item.TryGetProperty("region", out _))
            {
                continue; // another rule, or a regional layer that ri does not have
            }

            string date = item.GetProperty("event").GetString()!;
            string days = (rule == "workingDays" ? "" : "-") + item.GetProperty("n").GetRawText();
            if (!item.TryGetProperty("expected", out JsonElement due))
            {
                Ri.Run("deadline", date, days).Refused(days == "0" ? "RI9121" : "RI4002");
            }
            else if (item.TryGetProperty("asOf", out JsonElement known))
            {
                Assert.Equal($"{due}\n", Ri.Run("deadline", date, days, "--as-known-on", $"{known}").Done().Output);
            }
            else
            {
                cases.Add($"{item.GetProperty("id")},{date},{days}");
                expected.Add($"{cases[^1]},{due}");
            }
        }

        Assert.True(cases.Count > 15);
        RiRun run = Ri.Run("deadline", "--file", _ri.Write("cases.csv", string.Join('\n', cases) + "\n")).Done();
        Assert.Equal(string.Join('\n', expected) + "\n", run.Output);
    }

    [Fact]
    public void Deadline_TableWithQuotesAndNegatives_KeepsItsValues()
    {
        string file = _ri.Write("cases.csv", "\uFEFF事项,event,workingDays\r\n\"甲,\"\"乙\"\"\",2026-02-10,10\r\n=x,2026-10-12,-7\r\n");
        Assert.Equal("事项,event,workingDays,due\n\"甲,\"\"乙\"\"\",2026-02-10,10,2026-03-02\n=x,2026-10-12,-7,2026-09-24\n", Ri.Run("deadline", "--file", file).Done().Output);
    }

    [Fact]
    public void Deadline_OpenTail_IsNotedOnStandardError()
    {
        RiRun run = Ri.Run("deadline", "2026-12-20", "5").Done();
        Assert.Equal("2026-12-25\n", run.Output);
        Assert.Contains("tail open", run.Error, StringComparison.Ordinal);
        RiRun table = Ri.Run("deadline", "--file", _ri.Write("cases.csv", "event,workingDays\n2026-02-10,10\n2026-12-20,5\n")).Done();
        Assert.Contains("1 rows (the first is line 3): tail open", table.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RI4001", "2026-12-31", "1", "2027-01-01")]
    [InlineData("RI4001", "2026-12-20", "10", "2027-01-01")]
    [InlineData("RI4001", "9998-12-31", "1", "9999-01-01")]
    [InlineData("RI4002", "2015-01-02", "-1", "2014-12-31")]
    [InlineData("RI4002", "2014-06-01", "1", "2014-06-02")]
    [InlineData("RI9120", "2026-02-30", "1", "2026-02-30")]
    [InlineData("RI9120", "2026-2-3", "1", "2026-2-3")]
    [InlineData("RI9120", "٢٠٢٦-٠٢-١٠", "1", "٢٠٢٦")]
    [InlineData("RI9120", "", "1", "")]
    [InlineData("RI9121", "2026-02-10", "0", "\"0\"")]
    [InlineData("RI9121", "2026-02-10", "+1", "+1")]
    [InlineData("RI9121", "2026-02-10", "01", "01")]
    [InlineData("RI9121", "2026-02-10", "1.0", "1.0")]
    [InlineData("RI9121", "2026-02-10", "99999999999", "99999999999")]
    [InlineData("RI4001", "2026-02-10", "2147483647", "2027-01-01")]
    [InlineData("RI4002", "2026-02-10", "-2147483648", "2014-12-31")]
    public void Deadline_BadOrUncovered_IsRefused(string code, string date, string days, string value)
    {
        Ri.Run("deadline", date, days).Refused(code, value);
        Ri.Run("deadline", "--file", _ri.Write("cases.csv", $"event,workingDays\n2026-02-10,10\n{date},{days}\n")).Refused(code, "line 3", "1 of 2 rows");
    }

    [Fact]
    public void Deadline_TableWithBadRows_ReportsAllAndPrintsNothing() =>
        Ri.Run("deadline", "--file", _ri.Write("cases.csv", "event,workingDays\nx,1\n2026-02-10,1\n2027-05-01,2\n2026-02-10\n"))
            .Refused("RI9106", "RI9120: line 2", "RI4001: line 4", "RI5012: line 5", "3 of 4 rows");

    [Theory]
    [InlineData("RI5011", "date,workingDays\n")]
    [InlineData("RI9122", "event,workingDays,due\n")]
    [InlineData("RI5001", "")]
    public void Deadline_TableWithoutItsColumns_IsRefused(string code, string text) =>
        Ri.Run("deadline", "--file", _ri.Write("cases.csv", text)).Refused(code);

    [Fact]
    public void Deadline_NeitherOrBoth_IsRefused()
    {
        Ri.Run("deadline").Refused("RI9101");
        Ri.Run("deadline", "2026-02-10").Refused("RI9101");
        Ri.Run("deadline", "2026-02-10", "1", "--file", _ri.Write("cases.csv", "event,workingDays\n")).Refused("RI9101");
        Ri.Run("deadline", "--file", _ri["none.csv"]).Refused("RI9102");
    }

    [Fact]
    public void CalendarExplain_NamesTheNotice()
    {
        RiRun run = Ri.Run("calendar", "explain", "2026-02-14").Done();
        Assert.Equal("yes", run["working"]);
        Assert.Equal("makeUp", run["kind"]);
        Assert.StartsWith("国办发明电〔2025〕7号", run["notice"], StringComparison.Ordinal);
        Assert.Equal("workingDay", Ri.Run("calendar", "explain", "2026-02-10").Done()["kind"]);
        Ri.Run("calendar", "explain", "2030-01-01").Refused("RI4001");
    }

    [Fact]
    public void CalendarExplain_AmendedDay_NamesIssueAndWhatItSuperseded()
    {
        RiRun run = Ri.Run("calendar", "explain", "2020-02-01").Done();
        Assert.Equal(("extension", "amendment", "2020-01-26", "2020-01-27"), (run["kind"], run["layer"], run["issued"], run["published"]));
        Assert.StartsWith("makeUp", run["superseded"], StringComparison.Ordinal);
        Assert.Contains("国办发明电〔2019〕16号", run["superseded"], StringComparison.Ordinal);
    }

    [Fact]
    public void CalendarCheck_YearGap_JudgedAgainstTheNoticesGiven()
    {
        string of2027 = _ri.Write("2027.json", Bare(2027));
        string of2028 = _ri.Write("2028.json", Bare(2028));
        Ri.Run("calendar", "check", of2028).RefusedLike("RI4116", "2027");
        Assert.StartsWith("notice 2028 national", Ri.Run("calendar", "check", of2028, "--notice", of2027).Done().Output, StringComparison.Ordinal);
        Assert.Contains("RI4132", Ri.Run("calendar", "check", of2027).Done().Error, StringComparison.Ordinal);
        Assert.Equal("", Ri.Run("calendar", "check", of2027, "--number", "国办发明电〔2026〕0号", "--published", "2026-11-10").Done().Error);
    }

    [Fact]
    public void CalendarCheck_IcsUnknownSummary_IsRefused() =>
        Ri.Run("calendar", "check", _ri.Write("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270303\nSUMMARY:春节调休\nEND:VEVENT\nEND:VCALENDAR\n")).RefusedLike("RI4114", "春节调休");

    [Fact]
    public void CalendarCheck_BrokenNotice_IsRefused()
    {
        string embedded = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Domain", "Calendars", "holiday-notices.json"));
        Assert.Contains("notice 2026 national", Ri.Run("calendar", "check", _ri.Write("notices.json", embedded)).Done().Output, StringComparison.Ordinal);
        Ri.Run("calendar", "check", _ri.Write("notices.json", embedded.Replace("\"2026-02-14\"", "\"2026-02-13\"", StringComparison.Ordinal))).RefusedLike("RI41");
        Ri.Run("calendar", "check", _ri.Write("notices.json", "{")).RefusedLike("RI41");
        Ri.Run("deadline", "2026-02-10", "1", "--notice", _ri["notices.json"]).RefusedLike("RI41");
    }

    /// <summary>A year of the statute alone, holidays on weekends made up for after National Day; holiday-cn's JSON.</summary>
    private static string Bare(int year)
    {
        SortedSet<LocalDate> off = [.. Statute.HolidaysOf(year).Select(day => day.Date)];
        int left = Statute.DaysGranted(year) - off.Count(date => date.DayOfWeek < IsoDayOfWeek.Saturday);
        for (LocalDate date = new(year, 10, 4); left > 0; date = date.PlusDays(1))
        {
            left -= date.DayOfWeek < IsoDayOfWeek.Saturday && off.Add(date) ? 1 : 0;
        }

        return JsonSerializer.Serialize(new { year, days = off.Select(date => new { name = "节日", date = date.ToString("R", null), isOffDay = true }) });
    }

    public void Dispose() => _ri.Dispose();
}

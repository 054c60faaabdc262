using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>Notices and files that tests load, made from the facts.</summary>
internal static class Sources
{
    /// <summary>三月三 2026 in Guangxi: Friday to Monday off, two of them granted.</summary>
    public static HolidayNotice Guangxi2026 { get; } = Region("桂政办电", 2, new(2026, 4, 17), new(2026, 4, 18), new(2026, 4, 19), new(2026, 4, 20));

    public static HolidayNotice Region(string number, int grantedDays, params LocalDate[] days) => new(
        number,
        "三月三放假通知",
        2026,
        CalendarLayer.Region,
        days.Select(day => new NoticeDay(day, DayKind.Regional, "三月三")),
        grantedDays: grantedDays,
        published: new LocalDate(2026, 3, 1));

    /// <summary>The days of a year's notices as they are in the end.</summary>
    public static List<(LocalDate Date, string Name, bool IsOff)> DaysOf(int year)
    {
        SortedDictionary<LocalDate, (string Name, bool IsOff)> days = [];
        foreach (NoticeDay day in EmbeddedNotices.All.Where(notice => notice.Year == year).SelectMany(notice => notice.Days))
        {
            days[day.Date] = (day.Name, !day.IsWorkingDay);
        }

        return [.. days.Select(pair => (pair.Key, pair.Value.Name, pair.Value.IsOff))];
    }

    public static string HolidayCn(int year, IEnumerable<(LocalDate Date, string Name, bool IsOff)> days) => JsonSerializer.Serialize(new
    {
        year,
        papers = Array.Empty<string>(),
        days = days.Select(day => new { name = day.Name, date = day.Date.ToString("R", null), isOffDay = day.IsOff }),
    });

    public static string HolidayCn(int year) => HolidayCn(year, DaysOf(year));

    /// <summary>A correct file of a year without any rearrangement: the statute's holidays, those on weekends made up for on the next free weekdays.</summary>
    public static string OfStatute(int year)
    {
        SortedDictionary<LocalDate, string> off = new(Statute.HolidaysOf(year).ToDictionary(day => day.Date, day => day.Name));
        int left = Statute.DaysGranted(year) - off.Keys.Count(date => date.DayOfWeek < IsoDayOfWeek.Saturday);
        for (LocalDate date = new(year, 10, 4); left > 0; date = date.PlusDays(1))
        {
            left -= date.DayOfWeek < IsoDayOfWeek.Saturday && off.TryAdd(date, "国庆节") ? 1 : 0;
        }

        return HolidayCn(year, off.Select(day => (day.Key, day.Value, true)));
    }

    public static string Ics(IEnumerable<(LocalDate Date, string Name, bool IsOff)> days, Func<string, bool, string> summary, bool timedWork = false)
    {
        StringBuilder text = new("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
        foreach ((LocalDate date, string name, bool isOff) in days)
        {
            string compact = date.ToString("uuuuMMdd", null);
            text.Append("BEGIN:VEVENT\r\n");
            text.Append(timedWork && !isOff
                ? $"DTSTART:{compact}T090000\r\nDTEND:{compact}T180000\r\n"
                : $"DTSTART;VALUE=DATE:{compact}\r\nDTEND;VALUE=DATE:{date.PlusDays(1).ToString("uuuuMMdd", null)}\r\n");
            text.Append("SUMMARY:").Append(summary(name, isOff)).Append("\r\nBEGIN:VALARM\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT\r\n");
        }

        return text.Append("END:VCALENDAR\r\n").ToString();
    }
}

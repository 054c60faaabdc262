using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests;

/// <summary>Notices that the tests load; none of them is real.</summary>
internal static class Notices
{
    public static string Of2027 { get; } = Bare(2027);

    public static string Guangxi { get; } = NoticeFile.Write(
    [
        new HolidayNotice("桂政办电〔2026〕0号", "三月三放假通知（虚构）", 2026, CalendarLayer.Region, [new(new(2026, 4, 17), DayKind.Regional, "三月三")], published: new LocalDate(2026, 3, 1), grantedDays: 1),
    ]);

    /// <summary>A year of the statute alone, holidays on weekends made up for after National Day; holiday-cn's JSON.</summary>
    public static string Bare(int year)
    {
        SortedSet<LocalDate> off = [.. Statute.HolidaysOf(year).Select(day => day.Date)];
        int left = Statute.DaysGranted(year) - off.Count(date => date.DayOfWeek < IsoDayOfWeek.Saturday);
        for (LocalDate date = new(year, 10, 4); left > 0; date = date.PlusDays(1))
        {
            left -= date.DayOfWeek < IsoDayOfWeek.Saturday && off.Add(date) ? 1 : 0;
        }

        return JsonSerializer.Serialize(new { year, days = off.Select(date => new { name = "节日", date = date.ToString("R", null), isOffDay = true }) });
    }
}

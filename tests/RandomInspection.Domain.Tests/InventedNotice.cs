using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests;

/// <summary>A notice of a year that nobody has published one for.</summary>
internal static class InventedNotice
{
    /// <summary>A notice for 2027 by the rules: 13 days net. Invented; no such notice has been published.</summary>
    public static HolidayNotice Of2027()
    {
        ImmutableArray<NoticeDay> holidays = Statute.HolidaysOf(2027);
        List<NoticeDay> days = [.. holidays];
        HashSet<LocalDate> off = [.. holidays.Select(h => h.Date)];
        foreach (NoticeDay weekend in holidays.Where(h => h.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
        {
            LocalDate madeUp = weekend.Date;
            while (madeUp.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || !off.Add(madeUp))
            {
                madeUp = madeUp.PlusDays(1);
            }

            days.Add(new NoticeDay(madeUp, DayKind.AdjustedRest, weekend.Name));
        }

        return new("国办发明电〔2026〕0号", "2027年安排（虚构）", 2027, CalendarLayer.National, days, new LocalDate(2026, 12, 28), new LocalDate(2026, 12, 28));
    }
}

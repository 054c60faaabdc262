using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What the notices of a file must not contradict: each other, and the notices already known.</summary>
internal sealed class NoticeComparison(ImmutableArray<HolidayNotice> notices, WorkingDayCalendar known)
{
    private const int UsualWorkingDaysInARow = 6;
    private const int FirstYearOfThatLimit = 2025;

    public static ImmutableArray<HolidayNotice> AmendmentsOf(WorkingDayCalendar calendar, int year) =>
        [.. calendar.Notices.Where(notice => notice.Layer == CalendarLayer.Amendment && notice.Year == year)];

    public IEnumerable<NoticeFinding> Check()
    {
        int[] years = [.. notices.Where(notice => notice.Layer == CalendarLayer.National).Select(notice => notice.Year).Distinct()];

        // An overlay alone stands on the known notices; an annual notice in the file replaces the known one.
        ImmutableArray<HolidayNotice> together = NoticeSet.Order(notices.Concat(known.Notices.Where(notice => !years.Contains(notice.Year))));
        return NoticeSet.Check(together).Concat(years.SelectMany(CheckYear)).Concat(years.SelectMany(FindLongRuns));
    }

    private IEnumerable<NoticeFinding> CheckYear(int year)
    {
        Dictionary<LocalDate, bool> file = NoticeSet.Arrange(National(notices, year));
        foreach (HolidayNotice amendment in AmendmentsOf(known, year))
        {
            if (amendment.Days.FirstOrDefault(day => Worked(file, day.Date) != day.IsWorkingDay) is { } day)
            {
                yield return NoticeRefusals.AmendmentMissing.Refused(
                    ("year", year),
                    ("amendment", amendment.Number),
                    ("published", amendment.Published is { } published ? $"{published:R}" : "?"),
                    ("date", $"{day.Date:R}"));
                yield break;
            }
        }

        ImmutableArray<HolidayNotice> loaded = National(known.Notices, year);
        if (!loaded.Any(notice => notice.Layer == CalendarLayer.National))
        {
            yield break;
        }

        Dictionary<LocalDate, bool> expected = NoticeSet.Arrange(loaded);
        foreach (LocalDate date in file.Keys.Union(expected.Keys).Order().Where(date => Worked(file, date) != Worked(expected, date)))
        {
            yield return NoticeRefusals.DisagreesWithLoaded.Refused(("year", year), ("date", $"{date:R}"), ("notice", loaded[^1].Number));
            yield break;
        }
    }

    private IEnumerable<NoticeFinding> FindLongRuns(int year)
    {
        if (year < FirstYearOfThatLimit)
        {
            yield break;
        }

        Dictionary<LocalDate, bool> file = NoticeSet.Arrange(National(notices, year));
        LocalDate first = WorkingDayCalendar.FirstOpenDayOf(year - 1);
        LocalDate end = new(year, 12, 31);
        int days = 0;

        // A run that the notice makes long may have begun in the week before its first day.
        for (LocalDate date = first.PlusDays(-7); date <= end; date = date.PlusDays(1))
        {
            bool worked = Worked(file, date);
            if (!worked || date == end)
            {
                days += worked ? 1 : 0;
                LocalDate last = worked ? date : date.PlusDays(-1);
                if (days > UsualWorkingDaysInARow && last >= first)
                {
                    yield return NoticeRefusals.LongRun.Warns(("first", $"{last.PlusDays(1 - days):R}"), ("last", $"{last:R}"), ("days", days));
                }
            }

            days = worked ? days + 1 : 0;
        }
    }

    private static ImmutableArray<HolidayNotice> National(IEnumerable<HolidayNotice> from, int year) =>
        [.. from.Where(notice => notice.Year == year && notice.Layer is CalendarLayer.National or CalendarLayer.Amendment)];

    private static bool Worked(Dictionary<LocalDate, bool> arranged, LocalDate date) =>
        arranged.TryGetValue(date, out bool worked) ? worked : NoticeSet.WorkedByDefault(date);
}

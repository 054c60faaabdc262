using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What must hold for one notice by itself.</summary>
internal static class NoticeRules
{
    public static IEnumerable<NoticeFinding> Check(HolidayNotice notice)
    {
        bool annual = notice.Layer == CalendarLayer.National;
        if (annual && notice.Days.IsEmpty)
        {
            yield return NoticeRefusals.NoDays.Refused(("year", notice.Year));
            yield break;
        }

        bool fits = true;
        foreach (NoticeDay day in notice.Days)
        {
            if (CheckDay(notice, day) is { } finding)
            {
                fits = false;
                yield return finding;
            }
        }

        if (!annual)
        {
            yield break;
        }

        foreach (NoticeDay holiday in Statute.HolidaysOf(notice.Year))
        {
            if (!IsWeekend(holiday.Date) && !notice.Days.Any(day => day.Date == holiday.Date))
            {
                fits = false;
                yield return NoticeRefusals.StatutoryDayNotOff.Refused(("notice", notice.Number), ("date", $"{holiday.Date:R}"), ("name", holiday.Name));
            }
        }

        int net = notice.Days.Count(day => !day.IsWorkingDay && !IsWeekend(day.Date)) - notice.Days.Count(day => day.IsWorkingDay && IsWeekend(day.Date));
        int expected = Statute.DaysGranted(notice.Year) + notice.GrantedDays;
        if (fits && net != expected)
        {
            yield return (net > expected ? NoticeRefusals.TooManyDaysOff : NoticeRefusals.TooFewDaysOff)
                .Refused(("notice", notice.Number), ("year", notice.Year), ("net", net), ("expected", expected));
        }
    }

    public static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    /// <summary>The kind of a day that a file only calls off or worked.</summary>
    public static DayKind KindOf(LocalDate date, bool isWorkingDay, CalendarLayer layer) =>
        isWorkingDay ? DayKind.MakeUp
        : layer == CalendarLayer.Region ? DayKind.Regional
        : layer == CalendarLayer.Agency ? DayKind.Agency
        : Statute.IsHoliday(date) ? DayKind.Statutory
        : IsWeekend(date) ? DayKind.Weekend
        : DayKind.AdjustedRest;

    private static NoticeFinding? CheckDay(HolidayNotice notice, NoticeDay day)
    {
        bool national = notice.Layer is CalendarLayer.National or CalendarLayer.Amendment;
        bool inYear = day.Date.Year == notice.Year || (national && day.Date.Year == notice.Year - 1 && day.Date >= WorkingDayCalendar.FirstOpenDayOf(notice.Year - 1));
        if (!inYear)
        {
            return NoticeRefusals.OutsideYear.Refused(("notice", notice.Number), ("year", notice.Year), ("date", $"{day.Date:R}"));
        }

        if (day.IsWorkingDay && Statute.HolidayOn(day.Date) is { } holiday)
        {
            return NoticeRefusals.StatutoryDayNotOff.Refused(("notice", notice.Number), ("date", $"{day.Date:R}"), ("name", holiday.Name));
        }

        if (day.IsWorkingDay && !IsWeekend(day.Date))
        {
            return NoticeRefusals.MakeUpOnWeekday.Refused(("notice", notice.Number), ("date", $"{day.Date:R}"));
        }

        bool kindFits = day.Kind switch
        {
            DayKind.MakeUp => true,
            DayKind.Weekend => IsWeekend(day.Date) && !Statute.IsHoliday(day.Date),
            DayKind.Statutory => Statute.IsHoliday(day.Date),
            DayKind.AdjustedRest => national && !IsWeekend(day.Date) && !Statute.IsHoliday(day.Date),
            DayKind.Extension or DayKind.Special => national && !Statute.IsHoliday(day.Date),
            DayKind.Regional => notice.Layer == CalendarLayer.Region,
            _ => notice.Layer == CalendarLayer.Agency,
        };
        return kindFits ? null : NoticeRefusals.KindDoesNotFit.Refused(("notice", notice.Number), ("date", $"{day.Date:R}"), ("kind", NoticeJson.NameOf(day.Kind)));
    }
}

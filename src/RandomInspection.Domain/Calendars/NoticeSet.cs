using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What must hold for notices together, and the order in which they are laid over each other.</summary>
internal static class NoticeSet
{
    /// <summary>By layer, then year (annual notices) or publication, so that the order of loading is irrelevant; without repetitions.</summary>
    public static ImmutableArray<HolidayNotice> Order(IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        IOrderedEnumerable<HolidayNotice> ordered = notices
            .Distinct()
            .OrderBy(notice => notice.Layer)
            .ThenBy(notice => notice.Layer == CalendarLayer.National ? notice.Year : 0)
            .ThenBy(notice => notice.Layer == CalendarLayer.National && notice.Published is null)
            .ThenBy(notice => notice.Published ?? LocalDate.MinIsoValue)
            .ThenBy(notice => notice.Issued ?? LocalDate.MinIsoValue)
            .ThenBy(notice => notice.Number, StringComparer.Ordinal)
            .ThenBy(notice => notice.Title, StringComparer.Ordinal);

        // A second annual notice of a year that arranges the same days says nothing new.
        List<HolidayNotice> kept = [];
        foreach (HolidayNotice notice in ordered)
        {
            if (notice.Layer != CalendarLayer.National || kept.Count == 0 || kept[^1].Layer != CalendarLayer.National
                || kept[^1].Year != notice.Year || FirstDifference(kept[^1], notice) is not null)
            {
                kept.Add(notice);
            }
        }

        return [.. kept];
    }

    public static void ThrowIfRefused(ImmutableArray<HolidayNotice> ordered)
    {
        NoticeFinding? refused = ordered.SelectMany(NoticeRules.Check).Concat(Check(ordered)).FirstOrDefault(finding => finding.Severity == FindingSeverity.Refused);
        if (refused is not null)
        {
            throw new InputRefusedException(refused.Refusal);
        }
    }

    /// <summary>The findings about the set, given in the order of <see cref="Order"/>.</summary>
    public static IEnumerable<NoticeFinding> Check(ImmutableArray<HolidayNotice> ordered)
    {
        ImmutableArray<HolidayNotice> annual = [.. ordered.Where(notice => notice.Layer == CalendarLayer.National)];
        if (annual.IsEmpty)
        {
            yield return NoticeRefusals.NoAnnualNotice.Refused();
            yield break;
        }

        for (int i = 1; i < annual.Length; i++)
        {
            if (annual[i].Year == annual[i - 1].Year)
            {
                yield return NoticeRefusals.YearTwice.Refused(
                    ("year", annual[i].Year),
                    ("notice", annual[i - 1].Number),
                    ("other", annual[i].Number),
                    ("date", $"{FirstDifference(annual[i - 1], annual[i]):R}"));
            }
            else if (annual[i].Year > annual[i - 1].Year + 1)
            {
                yield return NoticeRefusals.YearMissing.Refused(("before", annual[i - 1].Year), ("after", annual[i].Year), ("year", annual[i - 1].Year + 1));
            }
        }

        foreach (NoticeFinding finding in CheckRanks(ordered).Concat(CheckGrants(ordered, annual)))
        {
            yield return finding;
        }
    }

    /// <summary>Whether a day is worked by these notices alone, laid over ordinary weekdays and the statute.</summary>
    public static Dictionary<LocalDate, bool> Arrange(IEnumerable<HolidayNotice> ordered)
    {
        Dictionary<LocalDate, bool> worked = [];
        foreach (NoticeDay day in ordered.SelectMany(notice => notice.Days))
        {
            worked[day.Date] = day.IsWorkingDay;
        }

        return worked;
    }

    public static bool WorkedByDefault(LocalDate date) => !NoticeRules.IsWeekend(date) && !Statute.IsHoliday(date);

    /// <summary>Two notices of one layer and one day of publication must not contradict each other: neither is the later.</summary>
    private static IEnumerable<NoticeFinding> CheckRanks(ImmutableArray<HolidayNotice> ordered) =>
        from said in ordered.Where(notice => notice.Layer != CalendarLayer.National)
            .SelectMany(notice => notice.Days.Select(day => new DayStatement(notice, day)))
            .GroupBy(said => (said.Notice.Layer, said.Notice.Published, said.Day.Date))
        where said.Any(one => one.Day.IsWorkingDay) && said.Any(one => !one.Day.IsWorkingDay)
        select NoticeRefusals.EqualRank.Refused(
            ("notice", said.First(one => one.Day.IsWorkingDay).Notice.Number),
            ("other", said.First(one => !one.Day.IsWorkingDay).Notice.Number),
            ("date", $"{said.Key.Date:R}"));

    /// <summary>What a notice over the annual ones changes, net of make-up days, is what it says it grants.</summary>
    private static IEnumerable<NoticeFinding> CheckGrants(ImmutableArray<HolidayNotice> ordered, ImmutableArray<HolidayNotice> annual)
    {
        Dictionary<LocalDate, bool> worked = Arrange(annual);
        foreach (HolidayNotice notice in ordered.Where(notice => notice.Layer != CalendarLayer.National))
        {
            int daysOff = 0;
            foreach (NoticeDay day in notice.Days)
            {
                bool before = worked.TryGetValue(day.Date, out bool was) ? was : WorkedByDefault(day.Date);
                daysOff += before == day.IsWorkingDay ? 0 : day.IsWorkingDay ? -1 : 1;
                worked[day.Date] = day.IsWorkingDay;
            }

            if (!annual.Any(year => year.Year == notice.Year))
            {
                yield return NoticeRefusals.NoAnnualBelow.Warns(("notice", notice.Number), ("year", notice.Year));
            }
            else if (daysOff != notice.GrantedDays)
            {
                yield return NoticeRefusals.GrantDoesNotFit.Refused(("notice", notice.Number), ("net", daysOff), ("expected", notice.GrantedDays));
            }
        }
    }

    private static LocalDate? FirstDifference(HolidayNotice one, HolidayNotice other)
    {
        Dictionary<LocalDate, bool> first = Arrange([one]);
        Dictionary<LocalDate, bool> second = Arrange([other]);
        foreach (LocalDate date in first.Keys.Union(second.Keys).Order())
        {
            bool workedByFirst = first.TryGetValue(date, out bool a) ? a : WorkedByDefault(date);
            bool workedBySecond = second.TryGetValue(date, out bool b) ? b : WorkedByDefault(date);
            if (workedByFirst != workedBySecond)
            {
                return date;
            }
        }

        return null;
    }
}

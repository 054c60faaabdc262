using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>The theorems of working-day arithmetic, on any covered day.</summary>
public class WorkingDayCalendarProperties
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;

    [Property]
    public bool AddWorkingDays_TwoSteps_EqualOne(int day, byte a, byte b)
    {
        LocalDate date = SlowCalendar.Day(day);
        (int first, int second) = (a + 1, b + 1);
        return Calendar.TryAddWorkingDays(date, first + second, out CalendarDate once)
            ? once == Calendar.AddWorkingDays(Calendar.AddWorkingDays(date, first).Date, second)
            : !Calendar.TryAddWorkingDays(date, first, out CalendarDate half) || !Calendar.TryAddWorkingDays(half.Date, second, out _);
    }

    [Property]
    public bool CountWorkingDays_ToTheAddedDay_IsN(int day, byte n)
    {
        LocalDate date = SlowCalendar.Day(day);
        return !Calendar.TryAddWorkingDays(date, n + 1, out CalendarDate end) || Calendar.CountWorkingDays(date, end.Date).WorkingDays == n + 1;
    }

    [Property]
    public bool AddWorkingDays_LaterOrMore_NeverEarlier(int day, byte later, byte n)
    {
        LocalDate date = SlowCalendar.Day(day);
        return !Calendar.TryAddWorkingDays(date.PlusDays(later), n + 2, out CalendarDate end)
            || (Calendar.AddWorkingDays(date, n + 2).Date <= end.Date && Calendar.AddWorkingDays(date, n + 1).Date < Calendar.AddWorkingDays(date, n + 2).Date);
    }

    [Property]
    public bool AddWorkingDays_ThereAndBack_OnWorkingDaysTheSame(int day, byte n)
    {
        LocalDate date = Calendar.SameOrNextWorkingDay(SlowCalendar.Day(day)).Date;
        return !Calendar.TryAddWorkingDays(date, n + 1, out CalendarDate end) || Calendar.AddWorkingDays(end.Date, -(n + 1)).Date == date;
    }

    [Property]
    public bool AddWorkingDays_AnySteps_AsADayLoop(int day, short n)
    {
        LocalDate date = SlowCalendar.Day(day);
        int steps = n == 0 ? 1 : n;
        bool found = Calendar.TryAddWorkingDays(date, steps, out CalendarDate end);
        return SlowCalendar.Add(date, steps) is { } expected ? found && end.Date == expected : !found;
    }

    [Property]
    public bool CountWorkingDays_AnyInterval_AsADayLoop(int day, ushort length)
    {
        LocalDate from = SlowCalendar.Day(day);
        LocalDate to = LocalDate.Min(from.PlusDays(length), SlowCalendar.End);
        return Calendar.CountWorkingDays(from, to).WorkingDays == SlowCalendar.Count(from, to);
    }

    [Property]
    public bool AddWorkingDays_AnyDateAtAll_CoverageNeverSilentlyExceeded(int day, int n)
    {
        LocalDate date = new LocalDate(1700, 1, 1).PlusDays(SlowCalendar.Spread(day, day % 2 == 0 ? 500_000 : 130_000));
        if (n == 0 || !Calendar.TryAddWorkingDays(date, n, out CalendarDate end))
        {
            return true;
        }

        LocalDate firstRelied = n > 0 ? date.PlusDays(1) : end.Date;
        LocalDate lastRelied = n > 0 ? end.Date : date.PlusDays(-1);
        return Calendar.Coverage.Contains(firstRelied) && Calendar.Coverage.Contains(lastRelied)
            && end.Certainty == Calendar.Coverage.CertaintyOn(lastRelied) && Calendar.IsWorkingDay(end.Date);
    }

    [Property(MaxTest = 20)]
    public bool From_AnyOrderOfLoading_SameCalendar(int seed)
    {
        HolidayNotice[] notices = [.. EmbeddedNotices.All, Sources.Guangxi2026];
        HolidayNotice[] shuffled = [.. Shuffle(notices, seed), .. notices.Take(3)];
        WorkingDayCalendar calendar = WorkingDayCalendar.From(shuffled);
        return calendar.Version == WorkingDayCalendar.From(notices).Version && calendar.Notices.SequenceEqual(WorkingDayCalendar.From(notices).Notices);
    }

    [Property(MaxTest = 20)]
    public bool With_OneByOneInAnyOrder_SameCalendar(int seed)
    {
        // Overlays in any order over the annual notices; annual notices in the order of years, so that coverage has no gap.
        WorkingDayCalendar calendar = WorkingDayCalendar.From(EmbeddedNotices.All.Where(notice => notice.Layer == CalendarLayer.National));
        foreach (HolidayNotice notice in Shuffle(EmbeddedNotices.All.Where(notice => notice.Layer != CalendarLayer.National), seed))
        {
            calendar = calendar.With(notice);
        }

        return calendar.Version == Calendar.Version;
    }

    [Property]
    public bool With_OverlayWithoutDays_Identity(byte layer)
    {
        CalendarLayer over = (CalendarLayer)((layer % 3) + (int)CalendarLayer.Amendment);
        WorkingDayCalendar same = Calendar.With(new HolidayNotice("〔2026〕0号", "无日期", 2026, over, []));
        return same.Version == Calendar.Version && same.Coverage == Calendar.Coverage && same.DiffTo(Calendar).IsEmpty;
    }

    private static IEnumerable<HolidayNotice> Shuffle(IEnumerable<HolidayNotice> notices, int seed)
    {
        HolidayNotice[] shuffled = [.. notices];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}

using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Benchmarks;

/// <summary>A peer: the loop that everybody writes first, day by day over sets of exceptions.</summary>
internal sealed class HashSetLoop
{
    private readonly HashSet<LocalDate> _off = [];
    private readonly HashSet<LocalDate> _worked = [];

    public HashSetLoop(WorkingDayCalendar calendar)
    {
        for (LocalDate date = calendar.Coverage.Start; date <= calendar.Coverage.End; date = date.PlusDays(1))
        {
            bool weekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            if (calendar.IsWorkingDay(date) == weekend)
            {
                (weekend ? _worked : _off).Add(date);
            }
        }
    }

    public LocalDate Add(LocalDate date, int workingDays)
    {
        while (workingDays > 0)
        {
            date = date.PlusDays(1);
            if (_worked.Contains(date) || (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !_off.Contains(date)))
            {
                workingDays--;
            }
        }

        return date;
    }
}

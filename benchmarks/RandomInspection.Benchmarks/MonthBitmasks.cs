using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Benchmarks;

/// <summary>A peer: one word a month, a bit for each working day; whole months are passed over by counting bits.</summary>
internal sealed class MonthBitmasks
{
    private readonly uint[] _months;
    private readonly int _firstMonth;

    public MonthBitmasks(WorkingDayCalendar calendar)
    {
        LocalDate start = calendar.Coverage.Start;
        _firstMonth = (start.Year * 12) + start.Month - 1;
        _months = new uint[((calendar.Coverage.End.Year - start.Year) * 12) + calendar.Coverage.End.Month];
        for (LocalDate date = start; date <= calendar.Coverage.End; date = date.PlusDays(1))
        {
            if (calendar.IsWorkingDay(date))
            {
                _months[(date.Year * 12) + date.Month - 1 - _firstMonth] |= 1u << date.Day;
            }
        }
    }

    public LocalDate Add(LocalDate date, int workingDays)
    {
        int month = (date.Year * 12) + date.Month - 1 - _firstMonth;
        uint left = (uint)((ulong)_months[month] >> (date.Day + 1) << (date.Day + 1)); // a shift by 32 must clear all
        int here = System.Numerics.BitOperations.PopCount(left);
        while (here < workingDays)
        {
            workingDays -= here;
            left = _months[++month];
            here = System.Numerics.BitOperations.PopCount(left);
        }

        for (; workingDays > 1; workingDays--)
        {
            left &= left - 1;
        }

        return new LocalDate((month + _firstMonth) / 12, ((month + _firstMonth) % 12) + 1, System.Numerics.BitOperations.TrailingZeroCount(left));
    }
}

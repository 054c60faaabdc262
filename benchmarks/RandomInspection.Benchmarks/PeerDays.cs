using System.Globalization;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Benchmarks;

/// <summary>The events that every peer computes, and the days they need, so that all do the same work.</summary>
internal static class PeerDays
{
    public const int WorkingDays = 10;

    public const int Events = 4096;

    /// <summary>Days of events spread over the coverage, so that ten working days later is covered too; xorshift, seed 20261123.</summary>
    public static LocalDate[] Dates { get; } = Spread();

    private static LocalDate[] Spread()
    {
        LocalDate start = WorkingDayCalendar.Embedded.Coverage.Start;
        int days = Period.DaysBetween(start, WorkingDayCalendar.Embedded.Coverage.End) - 30;
        LocalDate[] dates = new LocalDate[Events];
        uint state = 20261123;
        for (int i = 0; i < Events; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            dates[i] = start.PlusDays((int)(state % (uint)days));
        }

        return dates;
    }

    /// <summary>One line a day for peers in other languages: <c>E</c> an event and its deadline, <c>R</c> a day off, <c>W</c> a weekend day that is worked.</summary>
    public static void Write(TextWriter output)
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded;
        foreach (LocalDate date in Dates)
        {
            output.Write($"E {Iso(date)} {Iso(calendar.AddWorkingDays(date, WorkingDays).Date)}\n");
        }

        for (LocalDate date = calendar.Coverage.Start; date <= calendar.Coverage.End; date = date.PlusDays(1))
        {
            output.Write($"{(calendar.IsWorkingDay(date) ? 'W' : 'R')} {Iso(date)}\n");
        }
    }

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

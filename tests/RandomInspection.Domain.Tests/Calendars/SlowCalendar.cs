using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Tests.Calendars;

/// <summary>The oracle: a day loop over the facts of the vectors, which the code under test never reads.</summary>
internal static class SlowCalendar
{
    public static readonly LocalDate Start = new(2015, 1, 1);
    public static readonly LocalDate End = new(2026, 12, 31);
    private static readonly Dictionary<LocalDate, bool> IsOff = ReadFacts();

    /// <summary>A covered day: generated numbers are small, so they are spread over all years.</summary>
    public static LocalDate Day(int number) => Start.PlusDays(Spread(number, Period.DaysBetween(Start, End) + 1));

    public static int Spread(int number, int below) => (int)(((number * 2654435761L) & long.MaxValue) % below);

    public static bool IsWorkingDay(LocalDate date) =>
        IsOff.TryGetValue(date, out bool off) ? !off : date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    public static LocalDate? Add(LocalDate date, int workingDays)
    {
        int left = Math.Abs(workingDays);
        int step = Math.Sign(workingDays);
        while (left > 0)
        {
            date = date.PlusDays(step);
            if (date < Start || date > End)
            {
                return null;
            }

            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    public static int Count(LocalDate from, LocalDate to)
    {
        int count = 0;
        for (LocalDate date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private static Dictionary<LocalDate, bool> ReadFacts()
    {
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "calendar", "notices.json")));
        return facts.RootElement.GetProperty("years").EnumerateObject()
            .Where(year => !year.Name.EndsWith("provisional", StringComparison.Ordinal))
            .SelectMany(year => year.Value.GetProperty("days").EnumerateArray().ToArray())
            .ToDictionary(day => LocalDatePattern.Iso.Parse(day.GetProperty("date").GetString()!).Value, day => day.GetProperty("isOffDay").GetBoolean());
    }
}

using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace RandomInspection.Planning;

/// <summary>检查时间 as a choice: a day, a week or a month.</summary>
public static class ChoiceTime
{
    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    /// <summary>The days that a choice names, both ends included; <see langword="null"/> if it names none.</summary>
    /// <param name="id"><c>2026-12-01</c>, <c>2026-W49</c> (ISO 8601, Monday to Sunday) or <c>2026-12</c>.</param>
    public static DateInterval? Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (LocalDatePattern.Iso.Parse(id) is { Success: true } day)
        {
            return new DateInterval(day.Value, day.Value);
        }

        if (Month.Parse(id) is { Success: true } month)
        {
            return month.Value.ToDateInterval();
        }

        return id is [_, _, _, _, '-', 'W', _, _]
            && int.TryParse(id.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and < 9999
            && int.TryParse(id.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year)
            ? new DateInterval(WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday), WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Sunday))
            : null;
    }

    /// <summary>The weeks that a period touches, as choices.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included.</param>
    public static IEnumerable<string> WeeksOf(LocalDate from, LocalDate to)
    {
        for (LocalDate monday = from.PlusDays(IsoDayOfWeek.Monday - from.DayOfWeek); monday <= to; monday = monday.PlusWeeks(1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(monday):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(monday):00}");
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The holidays of the statute itself (全国年节及纪念日放假办法 第二条), without any notice.</summary>
/// <remarks>
/// <para>国务院令第513号 (2008 to 2013): 11 days, Spring Festival from New Year's Eve on. 国务院令第644号 (2014 to 2024): 11 days, Spring Festival
/// from the first day of the first month on. 国务院令第795号 (from 2025): 13 days, New Year's Eve and 2 May added.</para>
/// <para>The statute moves nothing: a holiday on a weekend is made up for on a working day (第六条) that only the annual notice names.
/// Mid-Autumn inside National Day leaves one day fewer on the calendar (2020: 1 October).</para>
/// </remarks>
public static class Statute
{
    /// <summary>The first year it is known for.</summary>
    public const int FirstYear = 2008;

    /// <summary>The last year it is known for: as far as the formula for Qingming holds.</summary>
    public const int LastYear = 2099;

    private static readonly LegalBasis Order513 = new("全国年节及纪念日放假办法（国务院令第513号）", "2");
    private static readonly LegalBasis Order644 = new("全国年节及纪念日放假办法（国务院令第644号）", "2");
    private static readonly LegalBasis Order795 = new("全国年节及纪念日放假办法（国务院令第795号）", "2");

    private static readonly ImmutableArray<ImmutableArray<NoticeDay>> Years =
        [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => Compute(year).OrderBy(day => day.Date).ToImmutableArray())];

    /// <summary>The holidays of one year in order, no day twice.</summary>
    /// <param name="year">A year from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The statute is not known for <paramref name="year"/>.</exception>
    public static ImmutableArray<NoticeDay> HolidaysOf(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, $"The statute is known from {FirstYear} to {LastYear}.");
        }

        return Years[year - FirstYear];
    }

    /// <summary>Whether a day is a holiday of the statute; <see langword="false"/> in years it is not known for.</summary>
    /// <param name="date">Any day.</param>
    public static bool IsHoliday(LocalDate date) => HolidayOn(date) is not null;

    /// <summary>How many days off a year the statute grants: 11 up to 2024, 13 from 2025.</summary>
    /// <param name="year">The year.</param>
    public static int DaysGranted(int year) => year >= 2025 ? 13 : 11;

    /// <summary>The version of the statute that is in force in a year, with its article on the holidays.</summary>
    /// <param name="year">A year from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The statute is not known for <paramref name="year"/>.</exception>
    public static LegalBasis BasisOf(int year) => year switch
    {
        < FirstYear or > LastYear => throw new ArgumentOutOfRangeException(nameof(year), year, $"The statute is known from {FirstYear} to {LastYear}."),
        < 2014 => Order513,
        < 2025 => Order644,
        _ => Order795,
    };

    internal static NoticeDay? HolidayOn(LocalDate date)
    {
        if (date.Year is >= FirstYear and <= LastYear)
        {
            foreach (NoticeDay day in Years[date.Year - FirstYear])
            {
                if (day.Date == date)
                {
                    return day;
                }
            }
        }

        return null;
    }

    private static IEnumerable<NoticeDay> Compute(int year)
    {
        LocalDate newYear = Lunar(year, 1, 1);
        LocalDate midAutumn = Lunar(year, 8, 15);
        int springFrom = year >= 2025 || year < 2014 ? -1 : 0;
        int springTo = year < 2014 ? 1 : 2;

        yield return Holiday(new(year, 1, 1), "元旦");
        for (int day = springFrom; day <= springTo; day++)
        {
            yield return Holiday(newYear.PlusDays(day), "春节");
        }

        yield return Holiday(new(year, 4, QingmingDay(year)), "清明节");
        yield return Holiday(new(year, 5, 1), "劳动节");
        if (year >= 2025)
        {
            yield return Holiday(new(year, 5, 2), "劳动节");
        }

        yield return Holiday(Lunar(year, 5, 5), "端午节");
        bool together = midAutumn.Month == 10 && midAutumn.Day <= 3;
        if (!together)
        {
            yield return Holiday(midAutumn, "中秋节");
        }

        for (int day = 1; day <= 3; day++)
        {
            yield return Holiday(new(year, 10, day), together && midAutumn.Day == day ? "国庆节、中秋节" : "国庆节");
        }
    }

    private static NoticeDay Holiday(LocalDate date, string name) => new(date, DayKind.Statutory, name);

    /// <summary>The day of April on which the sun reaches 15° (清明), for 2000 to 2099.</summary>
    /// <remarks>⌊0.2422 y + 4.81⌋ − ⌊y / 4⌋ with y = year − 2000, in integers; compared with the sun's longitude (Meeus) for 2008 to 2099.</remarks>
    private static int QingmingDay(int year) => (((year - 2000) * 2422) + 48100) / 10000 - ((year - 2000) / 4);

    private static LocalDate Lunar(int year, int month, int day)
    {
        ChineseLunisolarCalendar calendar = new();
        int leap = calendar.GetLeapMonth(year, ChineseLunisolarCalendar.CurrentEra);
        return LocalDate.FromDateTime(calendar.ToDateTime(year, leap > 0 && leap <= month ? month + 1 : month, day, 0, 0, 0, 0));
    }
}

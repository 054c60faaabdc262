using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The time in which the law's days begin and end: Asia/Shanghai, whatever clock the machine has.</summary>
public static class LegalTime
{
    /// <summary>Asia/Shanghai.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The day that a moment falls on: 2026-10-09T16:30Z is 2026-10-10.</summary>
    /// <param name="moment">A moment.</param>
    public static LocalDate DayOf(Instant moment) => moment.InZone(Zone).Date;

    /// <summary>The first moment after a day; a deadline on that day has passed from then on.</summary>
    /// <param name="date">A day.</param>
    public static Instant EndOf(LocalDate date) => date.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>The moment at which business closes on a day (民法典 203, second paragraph: where there are business hours, the day ends with them).</summary>
    /// <param name="date">A day.</param>
    /// <param name="closing">The closing time.</param>
    public static Instant CloseOf(LocalDate date, LocalTime closing) => date.At(closing).InZoneLeniently(Zone).ToInstant();
}

using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Working days (工作日) of the People's Republic of China, by published notices: weekdays without holidays, and make-up weekend days.</summary>
/// <remarks>
/// An implementation is immutable and never guesses: a day outside <see cref="Coverage"/> is refused.
/// The law: 民法典 201 (the day of the event is not counted), 203 (last day); 行政处罚法 85, 行政许可法 82 (periods in working days).
/// Dates are of the ISO calendar.
/// </remarks>
public interface IWorkingDayCalendar
{
    /// <summary>The days it answers for.</summary>
    CalendarCoverage Coverage { get; }

    /// <summary>A digest of its days: two calendars with equal versions give equal dates.</summary>
    string Version { get; }

    /// <summary>Whether a day is a working day.</summary>
    /// <param name="date">A covered day.</param>
    /// <exception cref="CalendarCoverageException">The day is not covered (RI4001, RI4002).</exception>
    bool IsWorkingDay(LocalDate date);

    /// <summary>The n-th working day after, or before, a day. The day itself is not counted (民法典 201) and need not be a working day.</summary>
    /// <param name="date">The day of the event; need not be covered if all counted days are.</param>
    /// <param name="workingDays">How many: 1 or more forward, −1 or less backward.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is 0: "the same day" is another rule.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be counted is not covered (RI4001, RI4002).</exception>
    CalendarDate AddWorkingDays(LocalDate date, int workingDays);

    /// <summary>How many working days lie in (<paramref name="from"/>, <paramref name="to"/>]: the first day is not counted, the last is.</summary>
    /// <param name="from">The day before the first counted day.</param>
    /// <param name="to">The last counted day, on or after <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="CalendarCoverageException">A day in between is not covered (RI4001, RI4002).</exception>
    WorkingDayCount CountWorkingDays(LocalDate from, LocalDate to);

    /// <summary>As <see cref="AddWorkingDays"/>, but <see langword="false"/> outside the coverage. Allocates nothing.</summary>
    /// <param name="date">The day of the event.</param>
    /// <param name="workingDays">How many: 1 or more forward, −1 or less backward.</param>
    /// <param name="result">The working day found.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is 0.</exception>
    bool TryAddWorkingDays(LocalDate date, int workingDays, out CalendarDate result);

    /// <summary>As <see cref="CountWorkingDays"/>, but <see langword="false"/> outside the coverage. Allocates nothing.</summary>
    /// <param name="from">The day before the first counted day.</param>
    /// <param name="to">The last counted day, on or after <paramref name="from"/>.</param>
    /// <param name="result">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    bool TryCountWorkingDays(LocalDate from, LocalDate to, out WorkingDayCount result);

    /// <summary>What a day is, by which notice, and what that notice superseded.</summary>
    /// <param name="date">A covered day.</param>
    /// <exception cref="CalendarCoverageException">The day is not covered (RI4001, RI4002).</exception>
    DayExplanation Explain(LocalDate date);

    /// <summary>The notices that decide about the days of an interval, in the order of layers and publication.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    ImmutableArray<HolidayNotice> NoticesFor(LocalDate first, LocalDate last);
}

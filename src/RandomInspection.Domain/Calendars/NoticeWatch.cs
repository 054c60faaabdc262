using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Whether the next notice is missing on a day: what a warning service shows.</summary>
/// <remarks>
/// Annual notices appeared between 25 October (2021, 2023) and 16 December (2014). So a host warns from 15 November of a year without the
/// next year's notice, and from 20 December it is red, because deadlines of two weeks already run into the next year.
/// </remarks>
public sealed record NoticeWatch
{
    private static readonly AnnualDate WarnFrom = new(11, 15);
    private static readonly AnnualDate RedFrom = new(12, 20);

    private NoticeWatch(NoticeAlert alert, int? missingYear)
    {
        Alert = alert;
        MissingYear = missingYear;
    }

    /// <summary>How urgent it is.</summary>
    public NoticeAlert Alert { get; }

    /// <summary>The first year whose notice should be there and is not; <see langword="null"/> if none.</summary>
    public int? MissingYear { get; }

    /// <summary>Looks at a coverage on a day. Provisional years are no notices.</summary>
    /// <param name="today">The day.</param>
    /// <param name="coverage">The coverage of the calendar in use.</param>
    public static NoticeWatch On(LocalDate today, CalendarCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        int missing = coverage.LastNoticedDay is { } last ? last.Year + 1 : coverage.Start.Year;
        NoticeAlert alert = missing <= today.Year ? NoticeAlert.Red
            : missing > today.Year + 1 || today < WarnFrom.InYear(today.Year) ? NoticeAlert.None
            : today < RedFrom.InYear(today.Year) ? NoticeAlert.Warning
            : NoticeAlert.Red;
        return new(alert, alert == NoticeAlert.None ? null : missing);
    }
}

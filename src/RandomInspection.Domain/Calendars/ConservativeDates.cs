using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Dates that are never too late, while a notice is missing (requirements, part B).</summary>
/// <remarks>
/// Every day that is not confirmed counts as worked, weekends too (one may turn out to be a make-up day), except the statute's holidays.
/// The days counted are then a superset of the true working days, so a period counted forward ends on the true day or before.
/// The open tail is treated as not confirmed: a weekend at the end of December may become a make-up day too.
/// </remarks>
internal static class ConservativeDates
{
    private const int EarliestYear = 1950;

    public static DeadlineOutcome Foresee(LegalPeriod period, WorkingDayCalendar calendar, LocalDate eventDay, Func<IWorkingDayCalendar, Deadline> compute)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(calendar);
        try
        {
            return new DeadlineOutcome.Known(compute(calendar));
        }
        catch (CalendarCoverageException missing)
        {
            return new DeadlineOutcome.Unknown(missing.Refusal, Estimate(period, calendar, eventDay, missing.FirstUncoveredDay, compute));
        }
        catch (InputRefusedException suspended)
        {
            return new DeadlineOutcome.Unknown(suspended.Refusal, null);
        }
    }

    private static LocalDate? Estimate(LegalPeriod period, WorkingDayCalendar calendar, LocalDate eventDay, LocalDate uncovered, Func<IWorkingDayCalendar, Deadline> compute)
    {
        bool earlierIsSafer = period is LegalPeriod.WorkingDays or LegalPeriod.NaturalDays or LegalPeriod.Months;
        // Stryker disable once Arithmetic,Linq: where the search begins changes how long it takes, not what it finds
        int lastYear = Math.Max(Math.Max(eventDay.Year, uncovered.Year), calendar.Coverage.End.Year) + 1;
        if (!earlierIsSafer || eventDay.Year < EarliestYear)
        {
            return null;
        }

        for (; lastYear <= Statute.LastYear; lastYear += 5)
        {
            try
            {
                return compute(calendar.WithEveryOpenDayWorked(Math.Min(eventDay.Year, calendar.Coverage.Start.Year) - 1, lastYear)).Date;
            }
            catch (CalendarCoverageException)
            {
                // not far enough
            }
        }

        return null;
    }
}

using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The day on which an event counts as received, and what that rests on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Relied">The days that were looked at, if any were.</param>
/// <param name="Certainty">How certain the day is.</param>
internal readonly record struct Receipt(LocalDate Day, DateInterval? Relied, Certainty Certainty)
{
    public static Receipt On(LocalDate day) => new(day, null, Certainty.Confirmed);

    /// <exception cref="CalendarCoverageException">The rule needs a day that is not covered (RI4001, RI4002).</exception>
    public static Receipt Of(Instant moment, ReceiptPolicy policy, IWorkingDayCalendar calendar)
    {
        LocalDateTime local = moment.InZone(LegalTime.Zone).LocalDateTime;
        if (policy is not ReceiptPolicy.OfficeHours office)
        {
            return On(local.Date);
        }

        bool isOpen = local.TimeOfDay < office.Closing;
        if (isOpen && calendar.IsWorkingDay(local.Date))
        {
            return new(local.Date, new DateInterval(local.Date, local.Date), calendar.Coverage.CertaintyOn(local.Date));
        }

        CalendarDate next = calendar.AddWorkingDays(local.Date, 1);
        return new(next.Date, new DateInterval(isOpen ? local.Date : local.Date.PlusDays(1), next.Date), next.Certainty);
    }
}

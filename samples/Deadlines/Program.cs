using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;

// By when a result must be published that was formed on a day: only the deadlines, nothing else of the library.
if (args is not [string text] || LocalDatePattern.Iso.Parse(text) is not { Success: true, Value: LocalDate formed })
{
    Console.Error.WriteLine("Usage: Deadlines YYYY-MM-DD (the day on which a result was formed)");
    return 2;
}

switch (DisclosureRules.Shenyang2020.Foresee(DisclosureOccasion.ResultFormed, formed, WorkingDayCalendar.Embedded))
{
    case DeadlineOutcome.Known { Deadline: var due }:
        Console.WriteLine($"{due.Date:R} ({due.Period.Basis})");
        return 0;
    case DeadlineOutcome.Unknown { Why: var why, ConservativeDate: var until }:
        Console.WriteLine($"{why.Reason(RandomInspection.Language.English)} Until then: {until:R}");
        return 1;
    default:
        return 2;
}

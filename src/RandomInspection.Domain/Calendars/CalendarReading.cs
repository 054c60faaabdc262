namespace RandomInspection.Calendars;

/// <summary>Reads the calendar that the host works with.</summary>
/// <param name="cancellation">Cancels the reading.</param>
public delegate Task<WorkingDayCalendar> CalendarReading(CancellationToken cancellation);

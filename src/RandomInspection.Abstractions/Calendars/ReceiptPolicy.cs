using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>On which day something that happens at a moment counts as received.</summary>
public abstract record ReceiptPolicy
{
    private ReceiptPolicy()
    {
    }

    /// <summary>On its calendar day in Asia/Shanghai, at whatever hour.</summary>
    public static ReceiptPolicy SameDay { get; } = new CalendarDay();

    /// <summary>On the next working day, if the office is closed at that moment.</summary>
    /// <param name="closing">The closing time; what arrives at that time or later arrives too late for the day.</param>
    public static ReceiptPolicy NextWorkingDayIfAfterHours(LocalTime closing) => new OfficeHours(closing);

    /// <summary>On its calendar day.</summary>
    public sealed record CalendarDay : ReceiptPolicy;

    /// <summary>On the next working day if it arrives at or after closing time, or on a rest day.</summary>
    /// <remarks>An agency's rule, not the law's: 民法典 203 ends a day with business hours where there are any; state the basis in the profile.</remarks>
    public sealed record OfficeHours : ReceiptPolicy
    {
        internal OfficeHours(LocalTime closing) => Closing = closing;

        /// <summary>The closing time.</summary>
        public LocalTime Closing { get; }
    }
}

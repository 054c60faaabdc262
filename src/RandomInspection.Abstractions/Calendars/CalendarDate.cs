using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>A date that a calendar computed, and how certain it is.</summary>
public readonly record struct CalendarDate
{
    /// <summary>States a computed date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="certainty">How certain it is.</param>
    public CalendarDate(LocalDate date, Certainty certainty)
    {
        Date = date;
        Certainty = certainty;
    }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    /// <summary>How certain it is.</summary>
    public Certainty Certainty { get; }
}

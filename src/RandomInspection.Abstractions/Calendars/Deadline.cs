using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The end of a period (期限): its last day, how certain that is, and everything it was computed from.</summary>
public sealed class Deadline
{
    /// <summary>The period.</summary>
    public required LegalPeriod Period { get; init; }

    /// <summary>The day of the event, as received.</summary>
    public required LocalDate EventDay { get; init; }

    /// <summary>The moment of the event, if it was given.</summary>
    public Instant? EventAt { get; init; }

    /// <summary>On which day the moment counts as received, if it was given.</summary>
    public ReceiptPolicy? Receipt { get; init; }

    /// <summary>Suspensions, restarts and extensions, as given.</summary>
    public ImmutableArray<PeriodChange> Changes { get; init; } = [];

    /// <summary>The last day of the period; of a minimum period, the last day that must have passed.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day before it rolled over a rest day (民法典 203); else the same as <see cref="Date"/>.</summary>
    public required LocalDate DateBeforeRoll { get; init; }

    /// <summary>The first moment that is too late.</summary>
    public required Instant EndsBefore { get; init; }

    /// <summary>How certain it is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The notices that it relied on.</summary>
    public required ImmutableArray<HolidayNotice> ReliedOn { get; init; }

    /// <summary>The version of the calendar: the digest of its days.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>The rule that decided, if several met.</summary>
    public DisclosureRule? DecidedBy { get; init; }

    /// <summary>The first day on which what a minimum period holds up is allowed.</summary>
    public LocalDate EarliestNextAction => Date.PlusDays(1);

    /// <summary>The date, the event and the legal basis.</summary>
    public override string ToString() => $"{Date:R} ({EventDay:R}, {Period.Basis}, {Certainty})";
}

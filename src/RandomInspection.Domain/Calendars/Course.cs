using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The course of a period: its event, or the restart that took its place, with what happened since, in order.</summary>
internal readonly record struct Course(LocalDate EventDay, ImmutableArray<PeriodChange.Suspended> Suspensions, int ExtendedBy)
{
    public static Course Of(LocalDate eventDay, ImmutableArray<PeriodChange> changes)
    {
        LocalDate from = changes.OfType<PeriodChange.Restarted>().Aggregate(eventDay, (last, change) => LocalDate.Max(last, change.On));
        return new(
            from,
            [.. changes.OfType<PeriodChange.Suspended>().Where(change => !(change.End < from)).OrderBy(change => change.Start)],
            changes.OfType<PeriodChange.Extended>().Where(change => change.On >= from).Sum(change => change.By));
    }

    /// <summary>The day of the event, of a period that can be extended and restarted, but not suspended.</summary>
    /// <exception cref="ArgumentException">It was suspended.</exception>
    public LocalDate Unsuspended(LegalPeriod period) =>
        Suspensions.IsEmpty ? EventDay : throw new ArgumentException($"How a suspension changes a period of this kind is not settled: {period.GetType().Name}.", nameof(period));

    /// <summary>The day of the event, of a period that can only be restarted.</summary>
    /// <exception cref="ArgumentException">It was suspended or extended.</exception>
    public LocalDate Unchanged(LegalPeriod period) =>
        Suspensions.IsEmpty && ExtendedBy == 0 ? EventDay : throw new ArgumentException($"A period of this kind is neither suspended nor extended: {period.GetType().Name}.", nameof(period));
}

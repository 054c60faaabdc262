using System.Collections.Immutable;

namespace RandomInspection.Calendars;

/// <summary>What a newer calendar changes.</summary>
public sealed class CalendarDiff
{
    internal CalendarDiff(CalendarCoverage before, CalendarCoverage after, ImmutableArray<DayChange> days, ImmutableArray<DeadlineChange> deadlines)
    {
        CoverageBefore = before;
        CoverageAfter = after;
        Days = days;
        Deadlines = deadlines;
    }

    /// <summary>The coverage as it was.</summary>
    public CalendarCoverage CoverageBefore { get; }

    /// <summary>The coverage of the newer calendar.</summary>
    public CalendarCoverage CoverageAfter { get; }

    /// <summary>The days covered by both that changed, in order.</summary>
    public ImmutableArray<DayChange> Days { get; }

    /// <summary>The deadlines that changed, in the order in which they were given.</summary>
    public ImmutableArray<DeadlineChange> Deadlines { get; }

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Days.IsEmpty && Deadlines.IsEmpty && CoverageBefore == CoverageAfter;
}

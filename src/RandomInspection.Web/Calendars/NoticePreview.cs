using System.Collections.Immutable;
using RandomInspection.Calendars;

namespace RandomInspection.Web.Calendars;

/// <summary>What loading a notice file would change.</summary>
/// <param name="Check">What was found in the file; nothing that refuses it.</param>
/// <param name="Before">The calendar in use.</param>
/// <param name="After">The calendar with the file.</param>
/// <param name="Deadlines">The open deadlines that would change.</param>
internal sealed record NoticePreview(NoticeCheck Check, WorkingDayCalendar Before, WorkingDayCalendar After, ImmutableArray<ChangedDeadline> Deadlines)
{
    public CalendarDiff Diff { get; } = Before.DiffTo(After);

    /// <summary>The years that were not covered before.</summary>
    public IEnumerable<int> NewYears => Enumerable.Range(Before.Coverage.End.Year + 1, After.Coverage.End.Year - Before.Coverage.End.Year);
}

using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <content>Where each day comes from, and what a newer calendar changes.</content>
public sealed partial class WorkingDayCalendar
{
    /// <inheritdoc />
    public DayExplanation Explain(LocalDate date)
    {
        int index = DayIndexOf(date);
        LocalDate day = _dates[index];
        if (_statements.TryGetValue(index, out ImmutableArray<DayStatement> said))
        {
            DayStatement decides = said[^1];
            return new(day, decides.Day.Kind, CertaintyAt(index), decides.Notice.Layer, decides.Day.Name, decides.Notice, [.. said[..^1].Reverse()]);
        }

        return Statute.HolidayOn(day) is { } holiday
            ? new(day, DayKind.Statutory, CertaintyAt(index), CalendarLayer.Statute, holiday.Name, null, [], Statute.BasisOf(day.Year))
            : new(day, KindAt(index), CertaintyAt(index), null, null, null, []);
    }

    /// <inheritdoc />
    public ImmutableArray<HolidayNotice> NoticesFor(LocalDate first, LocalDate last) =>
        [.. Notices.Where(notice =>
            (notice.Layer == CalendarLayer.National && notice.Year >= first.Year && notice.Year <= last.Year)
            || notice.Days.Any(day => day.Date >= first && day.Date <= last))];

    /// <summary>What a newer calendar changes: the days, and the deadlines among the given ones.</summary>
    /// <remarks>The host recomputes what changed and keeps both deadlines in the ledger.</remarks>
    /// <param name="newer">The newer calendar.</param>
    /// <param name="openDeadlines">The deadlines to look at, computed with this calendar.</param>
    /// <exception cref="CalendarCoverageException">The newer calendar does not cover the days of such a deadline (RI4001, RI4002).</exception>
    public CalendarDiff DiffTo(WorkingDayCalendar newer, params IEnumerable<Deadline> openDeadlines)
    {
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(openDeadlines);
        ImmutableArray<DayChange>.Builder days = ImmutableArray.CreateBuilder<DayChange>();
        LocalDate start = LocalDate.Max(Coverage.Start, newer.Coverage.Start);
        LocalDate end = LocalDate.Min(Coverage.End, newer.Coverage.End);
        for (LocalDate date = start; date <= end; date = date.PlusDays(1))
        {
            if (IsWorkingDay(date) != newer.IsWorkingDay(date))
            {
                days.Add(new DayChange(Explain(date), newer.Explain(date)));
            }
        }

        ImmutableArray<DeadlineChange>.Builder changed = ImmutableArray.CreateBuilder<DeadlineChange>();
        foreach (Deadline before in openDeadlines)
        {
            Deadline after = before.RecomputeWith(newer);
            if (after.Date != before.Date || after.Certainty != before.Certainty)
            {
                changed.Add(new DeadlineChange(before, after));
            }
        }

        return new CalendarDiff(Coverage, newer.Coverage, days.ToImmutable(), changed.ToImmutable());
    }
}

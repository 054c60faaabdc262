using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>检查日随机: the days that may be drawn are frozen with the problem, the days drawn follow from the seed.</content>
public sealed partial class MatchWorkflow
{
    /// <summary>The days that may be drawn for the visits of a match, from which <c>ri days</c> computes the days drawn.</summary>
    /// <param name="match">The match.</param>
    /// <param name="reader">Who asks: the public waits until every visit has ended.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns><see langword="null"/> where no task says that days are drawn.</returns>
    /// <exception cref="InputRefusedException">There is no such match (RI2011), or it is sealed (RI2404).</exception>
    public async Task<byte[]?> DaysFileAsync(string match, MatchReader reader, CancellationToken cancellation)
    {
        string? file = Frozen(await draws.FindAsync(match, cancellation)).DaysFile;
        if (reader == MatchReader.Public)
        {
            await RequireOpenAsync(match, cancellation);
        }

        return file is null ? null : await EvidenceAsync(file, cancellation);
    }

    /// <summary>A visit to a reserve has its day drawn as well where its task says so, among the working days that are left.</summary>
    internal async Task<VisitEvent.Planned> WithDayAsync(VisitEvent.Planned planned, LocalDate today, CancellationToken cancellation)
    {
        (_, TaskView row, _) = await tasks.ReadAsync(planned.TaskId, cancellation);
        if ((await plans.FindAsync(row.PlanId, cancellation)).Task(planned.TaskId).VisitDay != VisitDayRule.Drawn || planned.To <= today)
        {
            return planned;
        }

        DateInterval left = new(LocalDate.Max(planned.From, today.PlusDays(1)), planned.To);
        VisitDays days = VisitDays.Of(new Dictionary<string, DateInterval> { [planned.JointVisit] = left }, await CalendarAsync(cancellation));
        return days.Days.IsEmpty ? planned : planned with { Day = VisitDay.Of((await draws.FindAsync(planned.Match, cancellation)).Seed().Hex, planned.JointVisit, days.Days) };
    }

    /// <summary>Keeps the working days of the windows from tomorrow on: the lists are drawn, and a day that has passed is drawn for nobody.</summary>
    /// <returns>SHA-256 of the document; <see langword="null"/> where no task says that days are drawn.</returns>
    private async Task<string?> DaysAsync(TakenProblem taken, Acting acting, CancellationToken cancellation)
    {
        HashSet<string> drawn = new(StringComparer.Ordinal);
        foreach (string taskId in taken.Visits.SelectMany(visit => visit.Tasks).Distinct(StringComparer.Ordinal))
        {
            (_, TaskView row, _) = await tasks.ReadAsync(taskId, cancellation);
            if ((await plans.FindAsync(row.PlanId, cancellation)).Task(taskId).VisitDay == VisitDayRule.Drawn)
            {
                drawn.Add(taskId);
            }
        }

        if (drawn.Count == 0)
        {
            return null;
        }

        LocalDate tomorrow = acting.At.InZone(Zone).Date.PlusDays(1);
        Dictionary<string, DateInterval> windows = new(StringComparer.Ordinal);
        foreach (JointVisit visit in taken.Visits.Where(visit => visit.Tasks.Any(drawn.Contains)))
        {
            // Of one visit for several tasks the day is drawn if one of them says so: all come on one day.
            DateInterval window = taken.Problem.Visits.First(place => place.Id == visit.Id).Window!;
            windows.Add(visit.Id, tomorrow <= window.End ? new DateInterval(LocalDate.Max(window.Start, tomorrow), window.End) : throw NoDay(visit));
        }

        VisitDays days = VisitDays.Of(windows, await CalendarAsync(cancellation));
        return taken.Visits.FirstOrDefault(visit => windows.ContainsKey(visit.Id) && days.For(visit.Id).IsEmpty) is { } without
            ? throw NoDay(without)
            : await evidence.PutAsync(days.Write(), cancellation);
    }

    private static InputRefusedException NoDay(JointVisit visit) => PaperRefusals.NoDayLeft.Refuse(("visit", visit.Id), ("to", $"{visit.Window.End:R}"));

    private async Task<WorkingDayCalendar> CalendarAsync(CancellationToken cancellation) =>
        calendar is null ? WorkingDayCalendar.Embedded : await calendar(cancellation);
}

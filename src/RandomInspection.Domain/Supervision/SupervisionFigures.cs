using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>督查数字：what a department, or all of them, did in a period; whole numbers with what they are counted of.</summary>
/// <remarks>
/// A task counts in the period in which its last day lies, a visit on the day of its conclusion, a duty on its last day, a draw on the day
/// it ended. A pure fold: the same rows give the same figures. Source: 沈政办发〔2020〕19号 四(二).
/// </remarks>
public sealed record SupervisionFigures
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private SupervisionFigures(SupervisionScope scope)
    {
        Scope = scope;
    }

    /// <summary>What they are about.</summary>
    public SupervisionScope Scope { get; }

    /// <summary>计划完成：tasks of approved plans all of whose visits have ended, of those whose last day lies in the period.</summary>
    public Ratio TasksCompleted { get; private init; }

    /// <summary>Visits that ended, of those that were planned for tasks of the period.</summary>
    public Ratio VisitsEnded { get; private init; }

    /// <summary>临时任务占比：ad-hoc tasks, of all approved tasks of the period.</summary>
    public Ratio AdHocTasks { get; private init; }

    /// <summary>Subjects of ad-hoc tasks, of all that were to be visited.</summary>
    public Ratio AdHocVisits { get; private init; }

    /// <summary>点名检查：visits to subjects that were named and not drawn, of all that were to be made (一).</summary>
    public Ratio NamedVisits { get; private init; }

    /// <summary>直接指派：seats that were assigned directly, of all seats.</summary>
    public Ratio DirectAssignments { get; private init; }

    /// <summary>Officers who were replaced, of all who had a seat.</summary>
    public Ratio OfficersReplaced { get; private init; }

    /// <summary>递补：subjects that were replaced, of all who were drawn.</summary>
    public Ratio SubjectsReplaced { get; private init; }

    /// <summary>Attempts, of draws that gave a list: more than one for one means that some were voided.</summary>
    public Ratio Attempts { get; private init; }

    /// <summary>按期公示：duties published in time, of all whose last day lies in the period and has passed or that were published.</summary>
    public Ratio DeadlinesMet { get; private init; }

    /// <summary>Duties that were published late or are overdue.</summary>
    public int Late { get; private init; }

    /// <summary>Calendar days from event to publication, of the duties published: their mean is the quotient.</summary>
    public Ratio DaysToPublish { get; private init; }

    /// <summary>问题发现率：visits with problems found or grave lack of cooperation, of all that ended.</summary>
    public Ratio Problems { get; private init; }

    /// <summary>无法联系：visits to subjects that could not be contacted, of all that ended.</summary>
    public Ratio NotReached { get; private init; }

    /// <summary>Coverage by class, in the order of classes.</summary>
    public ImmutableArray<ClassCoverage> Coverage { get; private init; } = [];

    /// <summary>How often subjects were visited.</summary>
    public required SubjectBurden Burden { get; init; }

    /// <summary>How evenly officers went.</summary>
    public required LoadSpread Load { get; init; }

    /// <summary>The figures of a scope.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="scope">Department and period.</param>
    /// <param name="rates">The rates aimed at by class.</param>
    /// <param name="today">Today: a duty whose last day has passed without publication is late.</param>
    /// <remarks>O(rows).</remarks>
    public static SupervisionFigures Of(SupervisionRows rows, SupervisionScope scope, RateTable rates, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rates);
        TaskView[] tasks = [.. rows.Tasks.Where(task => task.PlanStatus == PlanStatus.Approved && scope.IsAbout(task.DepartmentId) && scope.Contains(task.To))];
        HashSet<string> adHoc = [.. rows.Plans.Where(plan => plan.Kind == PlanKind.AdHoc).Select(plan => plan.Key)];
        HashSet<string> adHocTasks = [.. tasks.Where(task => adHoc.Contains(task.PlanId)).Select(task => task.Key)];
        HashSet<string> named = [.. rows.Plans.Where(plan => plan.Named is not null).Select(plan => plan.Key)];
        HashSet<string> namedTasks = [.. tasks.Where(task => named.Contains(task.PlanId)).Select(task => task.Key)];
        HashSet<string> taskIds = [.. tasks.Select(task => task.Key)];
        VisitView[] planned = [.. rows.Visits.Where(visit => taskIds.Contains(visit.TaskId) && visit.Status != VisitStatus.Closed)];
        ILookup<string, VisitView> byTask = planned.ToLookup(visit => visit.TaskId);
        VisitView[] ended = [.. rows.Visits.Where(visit => visit.ConcludedOn is { } on && scope.Contains(on) && scope.IsAbout(visit.DepartmentId))];
        DrawView[] draws = [.. rows.Draws.Where(draw => draw.Choice is null && draw.EndedAt is { } at && scope.Contains(at.InZone(Zone).Date) && scope.IsAbout(draw.DepartmentId))];
        ReplacementView[] changes = [.. rows.Changes.Where(change => change.State >= ListChangeState.Replaced && scope.IsAbout(change.DepartmentId) && scope.Contains(change.At.InZone(Zone).Date))];
        SeatView[] seats = [.. rows.Seats.Where(seat => taskIds.Contains(TaskOf(rows, seat)) && seat.Status != VisitStatus.Closed)];
        Publishing publishing = Publishing.Of(rows, scope, today);
        return new SupervisionFigures(scope)
        {
            TasksCompleted = Ratio.Of(tasks, task => byTask[task.Key].Any() && byTask[task.Key].All(HasEnded)),
            VisitsEnded = Ratio.Of(planned, HasEnded),
            AdHocTasks = new Ratio(adHocTasks.Count, tasks.Length),
            AdHocVisits = Ratio.Of(planned, visit => adHocTasks.Contains(visit.TaskId)),
            NamedVisits = Ratio.Of(planned, visit => namedTasks.Contains(visit.TaskId)),
            DirectAssignments = new Ratio(Assigned(rows, planned), seats.Count(seat => !seat.Replaced)),
            OfficersReplaced = Ratio.Of(seats, seat => seat.Replaced),
            SubjectsReplaced = new Ratio(changes.Length, draws.Sum(draw => draw.Selected)),
            Attempts = new Ratio(draws.Length, draws.Count(draw => draw.Status == CeremonyStatus.Drawn)),
            DeadlinesMet = publishing.Met,
            Late = publishing.Late,
            DaysToPublish = publishing.Days,
            Problems = Ratio.Of(ended, visit => visit.Conclusion is Conclusion.ProblemsFound or Conclusion.Uncooperative),
            NotReached = Ratio.Of(ended, visit => visit.Conclusion == Conclusion.CannotBeContacted),
            Coverage = CoverageOf(rows, ended, rates),
            Burden = BurdenOf(ended),
            Load = LoadOf(rows, ended),
        };
    }

    /// <summary>What is one visit, whoever takes part in it.</summary>
    internal static (string Match, string JointVisit) DoorOf(VisitView visit) => (visit.Match, visit.JointVisit);

    private static bool HasEnded(VisitView visit) => visit.Status is VisitStatus.Concluded or VisitStatus.Audited;

    private static string TaskOf(SupervisionRows rows, SeatView seat) => rows.TaskOfVisit.GetValueOrDefault(seat.Visit, "");

    private static int Assigned(SupervisionRows rows, VisitView[] planned)
    {
        HashSet<string> visits = [.. planned.Select(visit => visit.Key)];
        return rows.Assignments.Count(assigned => visits.Contains(assigned.Visit));
    }

    private static ImmutableArray<ClassCoverage> CoverageOf(SupervisionRows rows, VisitView[] ended, RateTable rates)
    {
        ILookup<string, string> visited = ended.Select(visit => visit.SubjectCode).Distinct(StringComparer.Ordinal)
            .ToLookup(code => rows.Classes.GetValueOrDefault(code, ""), StringComparer.Ordinal);
        return
        [
            .. rows.Subjects.Where(count => count.Status == Directories.SubjectStatus.Active).GroupBy(count => count.CreditClass, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ClassCoverage(
                    group.Key, new Ratio(visited[group.Key].Count(), group.Sum(count => count.Subjects)), rates.Nanos.TryGetValue(group.Key, out int nano) ? nano : null)),
        ];
    }

    private static SubjectBurden BurdenOf(VisitView[] ended)
    {
        int[] doors = [.. ended.GroupBy(visit => visit.SubjectCode, StringComparer.Ordinal).Select(subject => subject.Select(DoorOf).Distinct().Count())];
        return new SubjectBurden(
            doors.Length,
            doors.Sum(),
            doors.DefaultIfEmpty(0).Max(),
            doors.GroupBy(count => count).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
            ended.Length - doors.Sum());
    }

    private static LoadSpread LoadOf(SupervisionRows rows, VisitView[] ended)
    {
        HashSet<string> visits = [.. ended.Select(visit => visit.Key)];
        int[] loads =
        [
            .. rows.Seats.Where(seat => !seat.Replaced && visits.Contains(seat.Visit)).GroupBy(seat => seat.Inspector, StringComparer.Ordinal)
                .Select(officer => officer.Select(seat => (seat.Match, seat.JointVisit)).Distinct().Count()),
        ];
        return new LoadSpread(loads.Length, loads.Sum(), loads.DefaultIfEmpty(0).Min(), loads.DefaultIfEmpty(0).Max());
    }

    /// <summary>The duties of a scope.</summary>
    private readonly record struct Publishing(Ratio Met, int Late, Ratio Days)
    {
        public static Publishing Of(SupervisionRows rows, SupervisionScope scope, LocalDate today)
        {
            (LocalDate Event, LocalDate Due, LocalDate? On)[] duties =
            [
                .. rows.Obligations.Where(duty => scope.IsAbout(duty.DepartmentId) && scope.Contains(duty.LastDayBy(rows.Calendar)))
                    .Select(duty => (Event: duty.EventDay, Due: duty.LastDayBy(rows.Calendar), On: duty.PublishedAt?.InZone(Zone).Date))
                    .Where(duty => duty.On is not null || duty.Due < today),
            ];
            Ratio met = Ratio.Of(duties, duty => duty.On <= duty.Due);
            (LocalDate Event, LocalDate Due, LocalDate? On)[] published = [.. duties.Where(duty => duty.On is not null)];
            return new Publishing(
                met,
                (int)(met.Denominator - met.Numerator),
                new Ratio(published.Sum(duty => (long)Period.DaysBetween(duty.Event, duty.On!.Value)), published.Length));
        }
    }
}

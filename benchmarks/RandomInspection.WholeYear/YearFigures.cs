using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.WholeYear;

/// <summary>The figures of supervision counted a second time: from the events of both logs and from what the simulation did, never from the rows that they are folded from.</summary>
internal static class YearFigures
{
    /// <summary>Checks every figure; what differs is in the tally.</summary>
    /// <param name="year">The year that was lived through.</param>
    /// <param name="today">The day after it.</param>
    public static async Task CheckAsync(SimulatedYear year, LocalDate today)
    {
        Tally tally = year.Tally;
        SupervisionRows rows = await year.Library.GetRequiredService<SupervisionReader>().ReadAsync(CancellationToken.None);
        SupervisionScope scope = new(null, new LocalDate(today.Year - 1, 1, 1), today);
        SupervisionFigures figures = SupervisionFigures.Of(rows, scope, RateTable.Henan2021, today);
        SupervisionFigures[] departments = [.. City.Departments.Select(d => SupervisionFigures.Of(rows, scope with { DepartmentId = d.Id }, RateTable.Henan2021, today))];
        Dictionary<string, Course> visits = await CoursesAsync(year);
        Course[] own = [.. visits.Values.Where(v => !v.IsClosed)], ended = [.. own.Where(v => v.ConcludedOn is not null)];
        long replaced = own.Sum(v => v.Left.Count), seats = own.Sum(v => v.Team.Count);

        Same("tasks completed", figures.TasksCompleted, Of(year.Tasks, t => own.Where(v => v.Plan.TaskId == t.Id).All(v => v.ConcludedOn is not null)));
        Same("visits ended", figures.VisitsEnded, new Ratio(ended.Length, own.Length));
        Same("ad-hoc tasks", figures.AdHocTasks, Of(year.Tasks, t => t.IsAdHoc));
        Same("ad-hoc visits", figures.AdHocVisits, Of(own, v => v.Plan.TaskId[0] == 'A'));
        Same("direct assignments", figures.DirectAssignments, new Ratio(own.Sum(v => v.Assigned), seats));
        Same("officers replaced", figures.OfficersReplaced, new Ratio(replaced, replaced + seats));
        Same("subjects replaced", figures.SubjectsReplaced, new Ratio(tally["gone, replaced by the next reserve"] + tally["gone, without a reserve left"] + tally["not reached twice, replaced"], tally["drawn by the designs"]));
        Same("attempts", figures.Attempts, new Ratio(tally["draws"], tally["draws"]));
        long late = tally["published late"], met = tally["published in time"] + tally["published after a secret, by the head's decision"];
        Same("deadlines met", figures.DeadlinesMet, new Ratio(met, met + late));
        Same("late", new Ratio(figures.Late, 1), new Ratio(late, 1));
        Same("days to publish", figures.DaysToPublish, new Ratio(tally["calendar days until publication"], met + late));
        Same("problems", figures.Problems, new Ratio(tally[$"result {ItemResult.OrderedToCorrect}"], tally["visits concluded"]));
        Same("not reached", figures.NotReached, new Ratio(tally[$"result {ItemResult.CannotBeContacted}"], tally["visits concluded"]));

        Dictionary<string, int> doors = ended.GroupBy(v => v.Plan.SubjectCode).ToDictionary(s => s.Key, s => s.Select(v => v.Door).Distinct().Count());
        Same("visits per subject", new Ratio(figures.Burden.Visits, figures.Burden.Subjects), new Ratio(doors.Values.Sum(), doors.Count));
        Same("most visits to a subject", new Ratio(figures.Burden.Most, 1), new Ratio(doors.Values.DefaultIfEmpty(0).Max(), 1));
        Same("subjects by visits", new Ratio(figures.Burden.ByVisits.Sum(b => (long)b.Key * b.Value), figures.Burden.ByVisits.Values.Sum()), new Ratio(doors.Values.Sum(), doors.Count));
        Same("merged visits saved", new Ratio(figures.Burden.Saved, 1), new Ratio(ended.Length - doors.Values.Sum(), 1));
        Dictionary<string, int> load = ended.SelectMany(v => v.Team.Select(o => (Officer: o, v.Door))).Distinct().GroupBy(s => s.Officer).ToDictionary(o => o.Key, o => o.Count());
        Same("officer load", new Ratio(figures.Load.Seats, figures.Load.Officers), new Ratio(load.Values.Sum(), load.Count));
        Same("officer load spread", new Ratio(figures.Load.Spread, 1), new Ratio(load.Values.DefaultIfEmpty(0).Max() - load.Values.DefaultIfEmpty(0).Min(), 1));
        foreach (ClassCoverage coverage in figures.Coverage)
        {
            Same(
                $"coverage of class {coverage.CreditClass}",
                coverage.Visited,
                new Ratio(doors.Keys.Count(s => year.Subjects[s].CreditClass == coverage.CreditClass), year.Subjects.Values.Count(s => s.CreditClass == coverage.CreditClass && s.Status == SubjectStatus.Active)));
        }

        Same("departments add up: visits", figures.VisitsEnded, departments.Aggregate(default(Ratio), (sum, d) => sum + d.VisitsEnded));
        Same("departments add up: duties", figures.DeadlinesMet, departments.Aggregate(default(Ratio), (sum, d) => sum + d.DeadlinesMet));
        Same("departments add up: tasks", figures.TasksCompleted, departments.Aggregate(default(Ratio), (sum, d) => sum + d.TasksCompleted));
        Same("departments add up: seats", figures.DirectAssignments, departments.Aggregate(default(Ratio), (sum, d) => sum + d.DirectAssignments));
        CheckBurden(SupervisionAlerts.Of(rows, scope, AlertRules.Of(PlanRules.Shenyang), today), ended, tally);

        void Same(string what, Ratio said, Ratio counted) => tally.Check("A12 a figure of supervision is what is counted by hand", said == counted, () => $"{what}: {said}, by hand {counted}");
    }

    /// <summary>More than one visit a day, two a week, three a month: every subject that it happened to, and nobody else.</summary>
    private static void CheckBurden(ImmutableArray<SupervisionAlert> alerts, Course[] ended, Tally tally)
    {
        foreach ((AlertSpan span, int limit) in ((AlertSpan, int)[])[(AlertSpan.Day, 1), (AlertSpan.Week, 2), (AlertSpan.Month, 3)])
        {
            HashSet<string> expected =
            [
                .. ended.GroupBy(v => (v.Plan.SubjectCode, v.Door)).Select(d => (d.Key.SubjectCode, On: d.Min(v => v.ConcludedOn!.Value)))
                    .GroupBy(d => (d.SubjectCode, Time: span switch
                    {
                        AlertSpan.Day => d.On,
                        AlertSpan.Week => d.On.PlusDays(1 - (int)d.On.DayOfWeek),
                        _ => new LocalDate(d.On.Year, d.On.Month, 1),
                    }))
                    .Where(time => time.Count() > limit).Select(time => $"{time.Key.SubjectCode} {time.Key.Time:R}"),
            ];
            tally.Check(
                "A12 who was visited too often is warned of, and nobody else",
                expected.SetEquals(alerts.Where(a => a.Kind == AlertKind.VisitedTooOften && a.Span == span).Select(a => $"{a.About} {a.On:R}")),
                () => $"{span}: {expected.Count} by hand");
            tally.Count($"alerts: visited too often, {span}", expected.Count);
        }
    }

    private static Ratio Of<T>(IReadOnlyCollection<T> all, Func<T, bool> fits) => new(all.Count(fits), all.Count);

    /// <summary>Every visit as its events tell it.</summary>
    private static async Task<Dictionary<string, Course>> CoursesAsync(SimulatedYear year)
    {
        ILedger ledger = year.Library.GetRequiredService<ILedger>();
        EventCodec codec = year.Library.GetRequiredService<EventCodec>();
        Dictionary<string, Course> visits = new(StringComparer.Ordinal);
        foreach (LedgerLog log in (LedgerLog[])[LedgerLog.Public, LedgerLog.Sealed])
        {
            foreach (LedgerEntry entry in (await ledger.ReadAsync(log, 0, int.MaxValue, CancellationToken.None)).Where(e => e.Stream.StartsWith("visit/", StringComparison.Ordinal)))
            {
                object happened = codec.Decode(entry);
                if (happened is VisitEvent.Planned planned)
                {
                    visits.Add(entry.Stream, new Course(planned));
                }
                else
                {
                    visits[entry.Stream].See(happened);
                }
            }
        }

        return visits;
    }

    /// <summary>What became of a visit.</summary>
    private sealed class Course(VisitEvent.Planned plan)
    {
        public VisitEvent.Planned Plan { get; } = plan;

        public HashSet<string> Team { get; } = [.. plan.Team.Inspectors];

        public HashSet<string> Left { get; } = [];

        public int Assigned { get; private set; }

        public LocalDate? ConcludedOn { get; private set; }

        public bool IsClosed { get; private set; }

        public (string, string) Door => (Plan.Match, Plan.JointVisit);

        public void See(object happened)
        {
            switch (happened)
            {
                case VisitEvent.OfficerReplaced { Replacement: { } by }:
                    Change(by.Leaves, by.Comes);
                    break;
                case VisitEvent.OfficerAssigned assigned:
                    Assigned++;
                    Change(assigned.InsteadOf, assigned.Inspector);
                    break;
                case VisitEvent.Concluded concluded:
                    ConcludedOn = concluded.On;
                    break;
                case VisitEvent.Closed:
                    IsClosed = true;
                    break;
                default:
                    break;
            }
        }

        private void Change(string? leaves, string comes)
        {
            if (leaves is not null)
            {
                Team.Remove(leaves);
                Left.Add(leaves);
            }

            Team.Add(comes);
            Left.Remove(comes);
        }
    }
}

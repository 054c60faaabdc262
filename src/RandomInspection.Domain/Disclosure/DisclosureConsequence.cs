using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>Raises the duty to publish with the event that causes it, in one transaction: a plan approved, a list drawn or changed, a result formed, a measure decided.</summary>
/// <remarks>A fact is never refused for want of a calendar: then the duty stands with a conservative date. Source: 沈政办发〔2020〕19号 三(八).</remarks>
/// <param name="ledger">The store's log, to see what stands already.</param>
/// <param name="calendars">The calendar in use.</param>
/// <param name="views">The rows, for titles.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="codec">The events of the log.</param>
public sealed class DisclosureConsequence(Func<ILedger> ledger, Func<CalendarInUse> calendars, IViews views, DisclosureRules rules, EventCodec codec)
    : ILedgerConsequence
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(
        LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        List<Duty> duties = await DutiesAsync(commit, cancellation);
        if (duties.Count == 0)
        {
            return ([], []);
        }

        (WorkingDayCalendar calendar, int version) = await calendars().ReadAsync(cancellation);

        // The calendar's stream must not grow in between, or these duties would miss the recomputation.
        List<StreamAppend> appends = [new(CalendarInUse.Stream, version, [])];
        List<IView> rows = [];
        foreach (Duty duty in duties)
        {
            (ImmutableArray<DisclosureEvent> events, int seen) =
                await ledger().ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(duty.Id), cancellation);
            DisclosureObligation? obligation = events.IsEmpty ? null : DisclosureObligation.Replay(events);
            DisclosureEvent? happened = obligation is null ? Raise(duty, calendar) : ListDrawn(obligation, duty, calendar);
            if (happened is not null)
            {
                appends.Add(new StreamAppend(DisclosureWorkflow.Stream(duty.Id), seen, [codec.Encode(happened)]));
                rows.Add(ObligationView.Of(obligation ?? DisclosureObligation.Replay([happened])));
            }
        }

        return appends.Count > 1 ? ([.. appends], [.. rows]) : ([], []);
    }

    private DisclosureEvent.Raised Raise(Duty duty, WorkingDayCalendar calendar) => new(
        duty.Id, duty.Occasion, duty.About, duty.Title, duty.DepartmentId, duty.Day, DueDate.By(rules, duty.Occasion, duty.Day, calendar));

    /// <summary>An ad-hoc task's list came in; anything else that stands already (a result concluded again) keeps its first deadline.</summary>
    private DisclosureEvent.ListDrawn? ListDrawn(DisclosureObligation obligation, Duty duty, WorkingDayCalendar calendar) =>
        duty.Occasion == DisclosureOccasion.AdHocTaskApproved
            ? obligation.DrawList(duty.Day, DueDate.By(rules, duty.Occasion, obligation.Origin.EventDay, calendar, duty.Day))
            : null;

    private async ValueTask<List<Duty>> DutiesAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        LocalDate day = commit.At.InZone(Zone).Date;
        List<Duty> duties = [];
        foreach (EncodedEvent happened in commit.Appends.SelectMany(a => a.Events))
        {
            switch (happened.Type)
            {
                case "plan.approved" when commit.Views.OfType<PlanView>().FirstOrDefault() is { } plan:
                    duties.Add(plan.Version > 1
                        ? new Duty(DisclosureWorkflow.PlanDuty(plan.Key, plan.Version), DisclosureOccasion.PlanApproved, plan.Key, $"{plan.Title}（第 {plan.Version} 版）", plan.DepartmentId, day)
                        : plan.Kind == PlanKind.Annual
                        ? new Duty(DisclosureWorkflow.PlanDuty(plan.Key, 1), DisclosureOccasion.PlanApproved, plan.Key, plan.Title, plan.DepartmentId, day)
                        : AdHoc(plan, day));
                    break;
                case "draw.drawn" when commit.Views.OfType<DrawView>().FirstOrDefault() is { Choice: null } draw: // what choices gave is in the list's publication
                    foreach (string taskId in draw.TaskIds)
                    {
                        duties.AddRange(await ListDutiesAsync(draw, taskId, day, cancellation));
                    }

                    break;
                case "list.replaced" or "list.fellShort":
                    int number = codec.Decode(happened) is ListEvent.Replaced replaced ? replaced.Number : ((ListEvent.FellShort)codec.Decode(happened)).Number;
                    ReplacementView change = commit.Views.OfType<ReplacementView>().First(row => row.Number == number);
                    TaskView? listed = await views.FindAsync<TaskView>(change.TaskId, cancellation);
                    duties.Add(new Duty($"list-{change.Key}", DisclosureOccasion.ListDrawn, change.Draw, $"{listed?.Title ?? change.TaskId}（名单变动 {number}）", change.DepartmentId, day));
                    break;
                case "visit.concluded" when commit.Views.OfType<VisitView>().FirstOrDefault() is { } visit:
                    duties.Add(new Duty($"result-{visit.Key}", DisclosureOccasion.ResultFormed, visit.Key, visit.SubjectName, visit.DepartmentId, day));
                    break;
                case "visit.measureDecided" when commit.Views.OfType<VisitView>().FirstOrDefault() is { } visit:
                    Measure measure = ((VisitEvent.MeasureDecided)codec.Decode(happened)).Measure;
                    if (OccasionOf(measure.Kind) is { } occasion)
                    {
                        duties.Add(new Duty(DisclosureWorkflow.MeasureDuty(visit.Key, measure.Number), occasion, visit.Key, visit.SubjectName, visit.DepartmentId, measure.DecidedOn));
                    }

                    break;
                default:
                    break;
            }
        }

        return duties;
    }

    /// <summary>Each task's list is its own department's to publish, however many tasks share the draw.</summary>
    private async ValueTask<List<Duty>> ListDutiesAsync(DrawView draw, string taskId, LocalDate day, CancellationToken cancellation)
    {
        TaskView? task = await views.FindAsync<TaskView>(taskId, cancellation);
        string id = DisclosureWorkflow.ListDuty(draw.Key, taskId == draw.TaskId ? null : taskId);
        List<Duty> duties = [new(id, DisclosureOccasion.ListDrawn, draw.Key, task?.Title ?? taskId, task?.DepartmentId ?? draw.DepartmentId, day)];
        if (task is not null && await views.FindAsync<PlanView>(task.PlanId, cancellation) is { Kind: PlanKind.AdHoc } adHoc)
        {
            duties.Add(AdHoc(adHoc, day));
        }

        return duties;
    }

    private static Duty AdHoc(PlanView plan, LocalDate day) =>
        new($"plan-{plan.Key}", DisclosureOccasion.AdHocTaskApproved, plan.Key, plan.Title, plan.DepartmentId, day);

    /// <summary>What a measure raises; a separate case and a transfer are published by those who decide them.</summary>
    private static DisclosureOccasion? OccasionOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Order or MeasureKind.Compulsion => DisclosureOccasion.MeasureDecided,
        MeasureKind.Penalty => DisclosureOccasion.PenaltyDecided,
        _ => null,
    };

    private sealed record Duty(string Id, DisclosureOccasion Occasion, string About, string Title, string DepartmentId, LocalDate Day);
}

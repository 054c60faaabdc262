using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>Raises the duty to publish with the event that causes it, in one transaction: a plan approved, a list drawn.</summary>
/// <remarks>A fact is never refused for want of a calendar: then the duty stands with a conservative date. Source: 沈政办发〔2020〕19号 三(八).</remarks>
/// <param name="calendars">The calendar in use.</param>
/// <param name="views">The rows, for titles.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="codec">The events of the log.</param>
public sealed class DisclosureConsequence(Func<CalendarInUse> calendars, IViews views, DisclosureRules rules, EventCodec codec) : ILedgerConsequence
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(
        LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (await DutyAsync(commit, cancellation) is not { } duty)
        {
            return ([], []);
        }

        (WorkingDayCalendar calendar, int version) = await calendars().ReadAsync(cancellation);
        LocalDate day = commit.At.InZone(Zone).Date;
        DisclosureEvent.Raised raised = new(
            duty.Id, duty.Occasion, duty.About, duty.Title, duty.DepartmentId, day, DueDate.By(rules, duty.Occasion, day, calendar));

        // The calendar's stream must not grow in between, or this duty would miss the recomputation.
        return (
            [
                new StreamAppend(CalendarInUse.Stream, version, []),
                new StreamAppend(DisclosureWorkflow.Stream(duty.Id), 0, [codec.Encode(raised)]),
            ],
            [ObligationView.Of(DisclosureObligation.Replay([raised]))]);
    }

    private async ValueTask<(string Id, DisclosureOccasion Occasion, string About, string Title, string DepartmentId)?> DutyAsync(
        LedgerCommit commit, CancellationToken cancellation)
    {
        string[] types = [.. commit.Appends.SelectMany(a => a.Events).Select(e => e.Type)];
        if (types.Contains("plan.approved") && commit.Views.OfType<PlanView>().FirstOrDefault() is { } plan)
        {
            return ($"plan-{plan.Key}", DisclosureOccasion.PlanApproved, plan.Key, plan.Title, plan.DepartmentId);
        }

        if (types.Contains("draw.drawn") && commit.Views.OfType<DrawView>().FirstOrDefault() is { } draw)
        {
            TaskView? task = await views.FindAsync<TaskView>(draw.TaskId, cancellation);
            return ($"list-{draw.Key}", DisclosureOccasion.ListDrawn, draw.Key, task?.Title ?? draw.TaskId, draw.DepartmentId);
        }

        return null;
    }
}

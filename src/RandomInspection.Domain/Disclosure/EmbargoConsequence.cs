using System.Collections.Immutable;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>A secret begins with the plan of a surprise inspection and, where the rule says so, ends with its last visit: in the same transaction.</summary>
/// <param name="ledger">The store's log.</param>
/// <param name="views">The rows.</param>
/// <param name="rule">When it ends.</param>
/// <param name="codec">The events of the log.</param>
public sealed class EmbargoConsequence(Func<ILedger> ledger, IViews views, EmbargoRule rule, EventCodec codec) : ILedgerConsequence
{
    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Log != LedgerLog.Sealed)
        {
            return ([], []);
        }

        foreach (EncodedEvent happened in commit.Appends.SelectMany(append => append.Events))
        {
            if (happened.Type == "plan.drafted")
            {
                PlanEvent.Drafted drafted = (PlanEvent.Drafted)codec.Decode(happened);
                return Append(drafted.PlanId, 0, [new EmbargoEvent.Begun(drafted.PlanId, drafted.DepartmentId, commit.At)]);
            }

            if (happened.Type is "visit.concluded" or "visit.closed" && rule.Ending == EmbargoEnding.LastVisitOrPeriod && await LastAsync(commit, cancellation) is { } planId)
            {
                (ImmutableArray<EmbargoEvent> events, int version) = await ledger().ReadEventsAsync<EmbargoEvent>(codec, Embargoes.Stream(planId), cancellation);
                return events.OfType<EmbargoEvent.Ended>().Any()
                    ? ([], [])
                    : Append(planId, version, [.. events, new EmbargoEvent.Ended(EmbargoEnd.VisitsEnded, null, Actor.System.PersonId, commit.At)]);
            }
        }

        return ([], []);
    }

    private static bool HasEnded(VisitStatus status) => status is VisitStatus.Concluded or VisitStatus.Audited or VisitStatus.Closed;

    /// <summary>The plan, if no visit of it is left to be made; a supplementary draw or a match that is under way has visits to come.</summary>
    private async Task<string?> LastAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        Dictionary<string, VisitView> changed = commit.Views.OfType<VisitView>().ToDictionary(visit => visit.Key, StringComparer.Ordinal);
        if (changed.Count == 0 || await views.FindAsync<TaskView>(changed.Values.First().TaskId, cancellation) is not { } first)
        {
            return null;
        }

        foreach (TaskView task in await views.QueryAllAsync(new TasksOfPlan(first.PlanId), cancellation))
        {
            ImmutableArray<VisitView> visits = await views.QueryAllAsync(new VisitsOfTask(task.Key), cancellation);
            IEnumerable<VisitView> now = visits.Where(visit => !changed.ContainsKey(visit.Key)).Concat(changed.Values.Where(visit => visit.TaskId == task.Key));
            if (visits.IsEmpty || !now.All(visit => HasEnded(visit.Status))
                || (await views.QueryAllAsync(new SupplementsOfTask(task.Key), cancellation)).Any(draw => draw.EndedAt is null)
                || (await views.QueryAllAsync(new MatchesOfTask(task.Key), cancellation)).Any(match => match.EndedAt is null))
            {
                return null;
            }
        }

        return first.PlanId;
    }

    private (ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views) Append(string planId, int version, ImmutableArray<EmbargoEvent> events) =>
        ([new StreamAppend(Embargoes.Stream(planId), version, [codec.Encode(events[^1])])], [EmbargoView.Of(events)]);
}

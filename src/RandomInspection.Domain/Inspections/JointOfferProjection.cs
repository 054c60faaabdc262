using System.Collections.Immutable;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>The rows of what departments offer one another for joint visits.</summary>
/// <param name="plans">The plans, folded before.</param>
internal sealed class JointOfferProjection(PlanProjection plans) : IViewProjection
{
    public string Prefix => TaskWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(JointOfferView)];

    public bool StandsAlone => false;

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        InspectionTask task = InspectionTask.Replay(entries[0].Stream[Prefix.Length..], events.Cast<TaskEvent>());
        return events.Any(happened => happened is TaskEvent.JointOffered) ? [JointOfferView.Of(task, plans.DepartmentOf(task.Id))] : [];
    }
}

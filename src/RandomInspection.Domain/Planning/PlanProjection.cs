using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows of plans and of their tasks.</summary>
internal sealed class PlanProjection : IViewProjection
{
    private readonly Dictionary<string, string> _departments = new(StringComparer.Ordinal);

    public string Prefix => PlanWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(PlanView), typeof(TaskView)];

    public bool StandsAlone => false;

    /// <summary>Whose task it is.</summary>
    public string DepartmentOf(string taskId) => _departments[taskId];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        ImmutableArray<PlanEvent> happened = [.. events.Cast<PlanEvent>()];
        AnnualPlan plan = AnnualPlan.Replay(happened);
        foreach (PlanEvent.TaskAdded added in happened.OfType<PlanEvent.TaskAdded>())
        {
            _departments.Add(added.Task.TaskId, plan.Draft.DepartmentId);
        }

        return [PlanView.Of(plan), .. TaskView.Of(plan), .. TaskView.Gone(plan)];
    }
}

using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows of what departments offer for one another's draws; a task itself has its row from its plan.</summary>
/// <param name="plans">The plans, folded before.</param>
internal sealed class TaskProjection(PlanProjection plans) : IViewProjection
{
    private readonly Dictionary<string, string> _draws = new(StringComparer.Ordinal);

    public string Prefix => TaskWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(DrawOfferView)];

    public bool StandsAlone => false;

    /// <summary>Whose task it is.</summary>
    public string DepartmentOf(string taskId) => plans.DepartmentOf(taskId);

    /// <summary>The draw that a task's frame is frozen for.</summary>
    public string DrawOf(string taskId) => _draws[taskId];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        InspectionTask task = InspectionTask.Replay(entries[0].Stream[Prefix.Length..], events.Cast<TaskEvent>());
        if (task.Draw is { } draw)
        {
            _draws.Add(task.Id, draw);
        }

        return events.Any(happened => happened is TaskEvent.DrawOffered) ? [DrawOfferView.Of(task, DepartmentOf(task.Id))] : [];
    }
}

using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows of the changes of drawn lists.</summary>
/// <param name="tasks">The tasks, folded before.</param>
internal sealed class ListProjection(TaskProjection tasks) : IViewProjection
{
    public string Prefix => DrawWorkflow.ListStream("");

    public ImmutableArray<Type> Views => [typeof(ReplacementView)];

    public bool StandsAlone => false;

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        string taskId = entries[0].Stream[Prefix.Length..];
        string draw = tasks.DrawOf(taskId);
        ListChanges changes = new();
        foreach (ListEvent happened in events.Cast<ListEvent>())
        {
            changes.Apply(happened, drawOf: _ => draw); // which draw of the task gave the unit is not in the row
        }

        return ReplacementView.Of(taskId, draw, changes.InOrder, tasks.DepartmentOf(taskId));
    }
}

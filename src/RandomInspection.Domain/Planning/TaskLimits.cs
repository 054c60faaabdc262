using System.Collections.Immutable;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Which cap and which floor hold for a task, on today's directory.</summary>
/// <param name="limits">The caps and floors of the profile.</param>
/// <param name="views">The rows.</param>
/// <param name="plans">The plans.</param>
/// <param name="draws">The draws.</param>
/// <param name="directory">The subject directory.</param>
/// <param name="catalogue">The items.</param>
public sealed class TaskLimits(
    DesignLimits limits, IViews views, PlanWorkflow plans, DrawWorkflow draws, ISubjectDirectory directory, IItemCatalogue catalogue)
{
    /// <summary>The limits of a task. One whose items are all key (重点), and a full special check, have no cap; draws of the year count toward its floor.</summary>
    /// <param name="row">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">The floor is above the cap (RI1223).</exception>
    public async Task<LimitBounds> ForAsync(TaskView row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        AnnualPlan plan = await plans.FindAsync(row.PlanId, cancellation);
        ImmutableArray<string> items = ItemsOf(plan, row.Key);
        PublishedItems known = await catalogue.ReadAsync(row.From, cancellation);
        bool allKey = !items.IsEmpty && items.All(code => known.Known(code) is { IsKey: true });
        bool isFull = plan.Draft.Terms is { Scale: TaskScale.Full };
        DesignLimits held = allKey || isFull ? new DesignLimits([], limits.Floors) : limits;
        long active = (await directory.CountAsync(DirectoryCriteria.Everything.OfFrame(), cancellation)).Where(count => count.Status == SubjectStatus.Active).Sum(count => count.Subjects);
        LimitScope scope = new(active, items, plan.Draft.Year, active);
        return held.For(held.Floors.Any(floor => floor.Year == scope.Year && items.Contains(floor.Item, StringComparer.Ordinal))
            ? scope with { DrawnBefore = await DrawnAsync(row.Key, scope.Year, cancellation) }
            : scope);
    }

    /// <summary>Units drawn in the year's other tasks, by item.</summary>
    private async Task<ImmutableSortedDictionary<string, long>> DrawnAsync(string taskId, int year, CancellationToken cancellation)
    {
        Dictionary<string, AnnualPlan> known = new(StringComparer.Ordinal);
        Dictionary<string, long> drawn = new(StringComparer.Ordinal);
        foreach (DrawView draw in await new OpenViews(views).QueryAllAsync(new DrawsOfSubjects(), cancellation))
        {
            if (draw.Status != CeremonyStatus.Drawn)
            {
                continue;
            }

            DrawCeremony ceremony = await draws.FindAsync(draw.Key, cancellation);
            foreach ((string other, long selected) in ceremony.Drawing!.Selected.Where(task => task.Key != taskId))
            {
                if (await views.FindAsync<TaskView>(other, cancellation) is not { } row)
                {
                    continue;
                }

                if (!known.TryGetValue(row.PlanId, out AnnualPlan? plan))
                {
                    known.Add(row.PlanId, plan = await plans.FindAsync(row.PlanId, cancellation));
                }

                foreach (string item in plan.Draft.Year == year ? ItemsOf(plan, other) : [])
                {
                    drawn[item] = drawn.GetValueOrDefault(item) + selected;
                }
            }
        }

        return drawn.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static ImmutableArray<string> ItemsOf(AnnualPlan plan, string taskId) =>
        plan.Tasks.FirstOrDefault(task => task.TaskId == taskId)?.Items ?? [];
}

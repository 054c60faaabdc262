using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each task of a plan.</summary>
public sealed record TaskView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>Its plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>First day of its period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day of its period, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Where its plan stands.</summary>
    public required PlanStatus PlanStatus { get; init; }

    /// <summary>Whether it was taken out of its plan again.</summary>
    public required bool Removed { get; init; }

    /// <summary>The rows of a plan's tasks.</summary>
    /// <param name="plan">The plan.</param>
    public static IEnumerable<TaskView> Of(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Tasks.Select(task => Of(plan, task, removed: false));
    }

    /// <summary>The row of one task.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="task">The task.</param>
    /// <param name="removed">Whether it was taken out.</param>
    public static TaskView Of(AnnualPlan plan, PlannedTask task, bool removed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(task);
        return new TaskView
        {
            Key = task.TaskId,
            PlanId = plan.Id,
            DepartmentId = plan.Draft.DepartmentId,
            Title = task.Title,
            From = task.From,
            To = task.To,
            PlanStatus = plan.Status,
            Removed = removed,
        };
    }

    /// <summary>The row that a task keeps when it is taken out.</summary>
    /// <param name="plan">Its plan just before.</param>
    /// <param name="taskId">The task.</param>
    internal static TaskView Gone(AnnualPlan plan, string taskId) => Of(plan, plan.Task(taskId), removed: true);
}

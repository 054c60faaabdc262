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

    /// <summary>The rows of a plan's tasks: as they are in force, and those that an amendment adds.</summary>
    /// <param name="plan">The plan.</param>
    public static IEnumerable<TaskView> Of(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Tasks.Select(task => Of(plan, task, plan.Status, removed: false)),
            .. plan.Amended.Added.Select(task => Of(plan, task, plan.Amendment!.Status, removed: false)),
        ];
    }

    /// <summary>The rows that a plan's tasks keep when they are taken out.</summary>
    /// <param name="plan">The plan.</param>
    internal static IEnumerable<TaskView> Gone(AnnualPlan plan) => plan.Gone.Select(gone => Of(plan, gone.Task, gone.Status, removed: true));

    private static TaskView Of(AnnualPlan plan, PlannedTask task, PlanStatus status, bool removed) =>
        new()
        {
            Key = task.TaskId,
            PlanId = plan.Id,
            DepartmentId = plan.Draft.DepartmentId,
            Title = task.Title,
            From = task.From,
            To = task.To,
            PlanStatus = status,
            Removed = removed,
        };
}

using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>What is drawn where subjects or inspectors cannot be.</content>
public sealed partial class TaskWorkflow
{
    /// <summary>Declares what a task draws beside its subjects, or instead of them.</summary>
    /// <param name="acting">A drafter or a drawing operator of the plan's department.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="choices">The choices; those of the same kind before are no more.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009); as <see cref="InspectionTask.Declare"/>; role (RI2013) or department (RI2012).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 一: 尽可能在检查时间、检查内容、检查方式、检查区域等方面体现随机原则.</remarks>
    public async Task DeclareChoicesAsync(Acting acting, string taskId, TaskChoices choices, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.DeclareChoices, row.DepartmentId);
        TaskEvent.ChoicesDeclared declared = task.Declare(choices, await PlannedAsync(row, cancellation), acting.Person.Id);
        await ledger.CommitAsync(
            new LedgerCommit(actor, acting.At, declared.Choices.Reason, [new StreamAppend(Stream(taskId), version, [codec.Encode(declared)])], []), cancellation);
    }

    /// <summary>Takes back choices that were never drawn from.</summary>
    /// <param name="acting">A drafter or a drawing operator of the plan's department.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="kind">Which.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009); as <see cref="InspectionTask.Withdraw"/>; role (RI2013) or department (RI2012).</exception>
    public async Task WithdrawChoicesAsync(Acting acting, string taskId, ChoiceKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.WithdrawChoices, row.DepartmentId);
        TaskEvent.ChoicesWithdrawn withdrawn = task.Withdraw(kind, acting.Person.Id);
        await ledger.CommitAsync(
            new LedgerCommit(actor, acting.At, null, [new StreamAppend(Stream(taskId), version, [codec.Encode(withdrawn)])], []), cancellation);
    }

    /// <summary>A task as its plan has it: the version in force, or the one being drafted if it stands in none yet.</summary>
    internal async Task<PlannedTask> PlannedAsync(TaskView row, CancellationToken cancellation)
    {
        AnnualPlan plan = (await PlanAsync(row.PlanId, cancellation)).Plan;
        return plan.Tasks.FirstOrDefault(task => task.TaskId == row.Key) ?? plan.DraftedTask(row.Key);
    }
}

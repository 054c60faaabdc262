using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>进一次门、查多项事：departments bring their drawn tasks together before the match.</content>
public sealed partial class MatchWorkflow
{
    /// <summary>A department offers its drawn task for joint visits: its list is matched together with another task's, one visit for each subject.</summary>
    /// <param name="acting">A drawing operator of the offered task's department.</param>
    /// <param name="taskId">The offered task, drawn.</param>
    /// <param name="with">The task whose department starts the joint match, drawn and not yet matched; their periods overlap.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// As <see cref="InspectionTask.Offer"/>; there is no such task (RI2009), the other is matched (RI2107) or not drawn (RI2106), or the
    /// periods do not overlap (RI2109), one is a surprise inspection (RI2226); role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(九).</remarks>
    public async Task OfferAsync(Acting acting, string taskId, string with, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(MatchSteps.Offer, row.DepartmentId);
        (InspectionTask other, TaskView otherRow, int otherVersion) = await tasks.ReadAsync(with, cancellation);
        await RequireDrawnAsync(task, cancellation);
        await RequireDrawnAsync(other, cancellation);
        if (other.Match is { } match)
        {
            throw PlanningRefusals.MatchFrozen.Refuse(("task", with), ("match", match));
        }

        EmbargoRefusals.RequireSameSecrecy(taskId, with);
        TaskEvent.JointOffered offered = task.Offer(with);
        if (LocalDate.Max(row.From, otherRow.From) > LocalDate.Min(row.To, otherRow.To))
        {
            throw PlanningRefusals.NothingToJoin.Refuse(("task", taskId), ("with", with));
        }

        await ledger.CommitAsync(
            TaskOffer.Commit(actor, acting.At, (taskId, version), codec.Encode(offered), JointOfferView.Of(task, row.DepartmentId), (with, otherVersion)), cancellation);
    }

    /// <summary>Withdraws an offer for joint visits.</summary>
    /// <param name="acting">A drawing operator of the offered task's department.</param>
    /// <param name="taskId">The offered task.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="InspectionTask.WithdrawOffer"/>; there is no such task (RI2009); role (RI2013) or department (RI2012).</exception>
    public async Task WithdrawOfferAsync(Acting acting, string taskId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(MatchSteps.WithdrawOffer, row.DepartmentId);
        TaskEvent.JointWithdrawn withdrawn = task.WithdrawOffer();
        await ledger.CommitAsync(
            TaskOffer.Commit(actor, acting.At, (taskId, version), codec.Encode(withdrawn), JointOfferView.Of(task, row.DepartmentId)), cancellation);
    }

    /// <summary>A frame that is frozen gives no list yet.</summary>
    private async Task RequireDrawnAsync(InspectionTask task, CancellationToken cancellation)
    {
        if (task.Draw is not { } draw || (await draws.FindAsync(draw, cancellation)).Drawing is null)
        {
            throw PlanningRefusals.NotDrawn.Refuse(("task", task.Id));
        }
    }
}

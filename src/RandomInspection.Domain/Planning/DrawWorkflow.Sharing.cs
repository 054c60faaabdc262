using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>共同抽取：several tasks share one seed, so that their selections overlap as much as their designs allow.</content>
public sealed partial class DrawWorkflow
{
    /// <summary>A department offers its task for another task's draw.</summary>
    /// <param name="acting">A drawing operator of the offered task's department.</param>
    /// <param name="taskId">The offered task, designed; its plan is approved.</param>
    /// <param name="with">The task whose department freezes both; its plan is approved and its frame is not frozen.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// As <see cref="InspectionTask.OfferForDraw"/>; there is no such task (RI2009), a plan is not approved (RI2101), the other is frozen
    /// (RI2103), one is a surprise inspection (RI2226); role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>The design that counts is the one in force when both are frozen. Source: 沈政办发〔2020〕19号 三(九).</remarks>
    public async Task OfferAsync(Acting acting, string taskId, string with, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.OfferForDraw, row.DepartmentId);
        (InspectionTask other, TaskView otherRow, int otherVersion) = await tasks.ReadAsync(with, cancellation);
        RequireApproved(row);
        RequireApproved(otherRow);
        EmbargoRefusals.RequireSameSecrecy(taskId, with);
        TaskEvent.DrawOffered offered = task.OfferForDraw(with);
        if (other.Draw is { } draw)
        {
            throw PlanningRefusals.AlreadyFrozen.Refuse(("task", with), ("draw", draw));
        }

        await ledger.CommitAsync(
            TaskOffer.Commit(actor, acting.At, (taskId, version), codec.Encode(offered), DrawOfferView.Of(task, row.DepartmentId), (with, otherVersion)), cancellation);
    }

    /// <summary>Withdraws an offer for another task's draw.</summary>
    /// <param name="acting">A drawing operator of the offered task's department.</param>
    /// <param name="taskId">The offered task.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="InspectionTask.WithdrawDrawOffer"/>; there is no such task (RI2009); role (RI2013) or department (RI2012).</exception>
    public async Task WithdrawOfferAsync(Acting acting, string taskId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.WithdrawDrawOffer, row.DepartmentId);
        TaskEvent.DrawOfferWithdrawn withdrawn = task.WithdrawDrawOffer();
        await ledger.CommitAsync(
            TaskOffer.Commit(actor, acting.At, (taskId, version), codec.Encode(withdrawn), DrawOfferView.Of(task, row.DepartmentId)), cancellation);
    }

    /// <summary>Freezes the frames of several tasks and fixes their designs, all or none: the draw gets the year's next number.</summary>
    /// <param name="acting">A drawing operator of the first task's department, which draws.</param>
    /// <param name="together">The tasks, 1 to <see cref="DrawCeremony.MostTasks"/>, distinct, each with a key of its own; another department's were offered to the first.</param>
    /// <param name="hash">The name of the hash.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The draw's id, for example <c>D2026-0001</c>: numbers have no gap, also if several draws begin at once.</returns>
    /// <exception cref="InputRefusedException">
    /// A plan is not approved (RI2101), there is no design (RI2102), a frame is frozen already (RI2103) or empty (RI2104), a design
    /// does not fit it (RI1210 to RI1215), a task of others was not offered (RI2133), attempts differ (RI2134), as
    /// <see cref="DrawCeremony.Prepare"/>; role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: random-inspection-draw/1 §3; 沈政办发〔2020〕19号 三(九).</remarks>
    public async Task<string> PrepareAsync(Acting acting, ImmutableArray<TaskToDraw> together, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentOutOfRangeException.ThrowIfZero(together.Length, nameof(together));
        List<(InspectionTask Task, TaskView Row, int Version)> read = [];
        foreach (TaskToDraw one in together)
        {
            read.Add(await tasks.ReadAsync(one.TaskId, cancellation));
        }

        TaskView first = read[0].Row;
        Actor actor = acting.As(TaskSteps.Prepare, first.DepartmentId);
        foreach ((InspectionTask task, TaskView row, _) in read)
        {
            RequireApproved(row);
            if (row.DepartmentId != first.DepartmentId && task.DrawOfferedTo != first.Key)
            {
                throw PlanningRefusals.NotOfferedHere.Refuse(("task", row.Key), ("department", row.DepartmentId), ("with", first.Key));
            }
        }

        int year = acting.At.InZone(Zone).Year;
        string draw = await NextNumberAsync(year, first.Key, cancellation);
        foreach ((InspectionTask task, _, _) in read)
        {
            task.Freeze(draw);
        }

        (PreviousDraw? previous, int attempt) = await PreviousAsync([.. read.Select(r => (r.Task.Id, r.Task.VoidedDraws))], cancellation);
        List<FrozenTask> frozen = [];
        foreach (((InspectionTask task, TaskView row, _), TaskToDraw one) in read.Zip(together))
        {
            FrozenTask its = await FreezeAsync(task, row, acting.At, one.FrameKey, hash, cancellation);
            frozen.Add(row.DepartmentId == first.DepartmentId ? its : its with { DepartmentId = row.DepartmentId });
        }

        // A plan must not be amended in between.
        List<StreamAppend> plans = [];
        foreach (TaskView row in read.Select(r => r.Row).DistinctBy(row => row.PlanId))
        {
            (AnnualPlan plan, int version) = await tasks.PlanAsync(row.PlanId, cancellation);
            plans.Add(new StreamAppend(PlanWorkflow.Stream(row.PlanId), version, []));
            foreach ((InspectionTask task, _, _) in read.Where(r => r.Row.PlanId == row.PlanId))
            {
                _ = plan.Task(task.Id); // refused if an amendment took it out since its row was read
            }
        }

        return await NumberedCommit.TakeAsync(ledger, draw, () => NextNumberAsync(year, first.Key, cancellation), Prepared, cancellation);

        LedgerCommit Prepared(string number)
        {
            CeremonyEvent.Prepared prepared = new(number, attempt, previous, first.DepartmentId, hash, [.. frozen]);
            return new LedgerCommit(
                actor,
                acting.At,
                previous?.Reason,
                [
                    new StreamAppend(Stream(number), 0, [codec.Encode(prepared)]),
                    .. read.Select(r => new StreamAppend(TaskWorkflow.Stream(r.Task.Id), r.Version, [codec.Encode(new TaskEvent.Frozen(number))])),
                    .. plans,
                ],
                [DrawView.Of(DrawCeremony.Prepare(hashes, prepared), year)]);
        }
    }

    /// <summary>
    /// The attempt before and this attempt's number, for tasks that go on together: only attempts whose opening was published count, and
    /// all tasks that had one had the same, so that no voided attempt is left unnamed.
    /// </summary>
    /// <exception cref="InputRefusedException">Two tasks were voided in different attempts (RI2134).</exception>
    internal async Task<(PreviousDraw? Previous, int Attempt)> PreviousAsync(
        ImmutableArray<(string TaskId, IReadOnlyList<string> Voided)> together, CancellationToken cancellation)
    {
        (string TaskId, DrawCeremony Ceremony)? last = null;
        foreach ((string taskId, IReadOnlyList<string> voided) in together)
        {
            if (await LastPublishedAsync(voided, cancellation) is not { } own)
            {
                continue;
            }

            if (last is { } known && known.Ceremony.Id != own.Id)
            {
                throw PlanningRefusals.AttemptsDiffer.Refuse(
                    ("task", known.TaskId), ("previous", known.Ceremony.Id), ("other", taskId), ("otherPrevious", own.Id));
            }

            last = (taskId, own);
        }

        return last is (_, { Voiding: { AuditorRecord: { } record } voiding } ceremony)
            ? (new PreviousDraw(ceremony.Id, record, voiding.Reason), ceremony.Preparation.Attempt + 1)
            : (null, 1);
    }

    /// <summary>The last of these whose opening had been published.</summary>
    private async Task<DrawCeremony?> LastPublishedAsync(IReadOnlyList<string> voided, CancellationToken cancellation)
    {
        for (int i = voided.Count - 1; i >= 0; i--)
        {
            DrawCeremony ceremony = await FindAsync(voided[i], cancellation);
            if (ceremony.Voiding?.AuditorRecord is not null)
            {
                return ceremony;
            }
        }

        return null;
    }

    /// <summary>The year's next number; a surprise inspection's draws have numbers of the task's own.</summary>
    private async Task<string> NextNumberAsync(int year, string taskId, CancellationToken cancellation) => SecretNumbers.Has(taskId)
        ? Embargoes.NumberOf(
            'D',
            taskId,
            await views.CountAsync(new DrawsOfTask(taskId), cancellation)
            + await views.CountAsync(new SupplementsOfTask(taskId), cancellation)
            + await views.CountAsync(new ChoiceDrawsOfTask(taskId), cancellation)
            + 1)
        : $"D{year}-{await views.CountAsync(new DrawsOfYear(year), cancellation) + 1:0000}";

    private static void RequireApproved(TaskView row)
    {
        if (row.PlanStatus != PlanStatus.Approved)
        {
            (string chinese, string english) = StateWords.Of(row.PlanStatus);
            throw PlanningRefusals.PlanNotApproved.Refuse(
                ("task", row.Key), ("plan", row.PlanId), ("state", row.PlanStatus), ("stateZh", chinese), ("stateEn", english));
        }
    }

    /// <summary>A witness has no part in any list of a joint match; whose tasks they are does not change.</summary>
    private async Task RequireNoPartInMatchAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        foreach (string joined in (await FindAsync(draw, cancellation)).Preparation.Match?.Joined ?? [])
        {
            if (await views.FindAsync<TaskView>(joined, cancellation) is { } row && row.DepartmentId == acting.Person.DepartmentId)
            {
                throw CeremonyRefusals.WitnessOfSharingDepartment.Refuse(("person", acting.Person.Id), ("department", row.DepartmentId), ("task", joined));
            }
        }
    }

    /// <summary>A witness has no part in any task of the draw.</summary>
    private static Actor AsWitness(Acting acting, CeremonyEvent.Prepared prepared)
    {
        string department = acting.Person.DepartmentId;
        if (prepared.DepartmentId == department)
        {
            throw CeremonyRefusals.WitnessOfDrawingDepartment.Refuse(("person", acting.Person.Id), ("department", department));
        }

        return prepared.Tasks.FirstOrDefault(t => t.DepartmentId == department) is { } own
            ? throw CeremonyRefusals.WitnessOfSharingDepartment.Refuse(("person", acting.Person.Id), ("department", department), ("task", own.TaskId))
            : acting.As(CeremonySteps.EnrolWitness);
    }
}

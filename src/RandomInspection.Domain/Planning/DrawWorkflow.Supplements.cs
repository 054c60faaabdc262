using System.Collections.Immutable;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>Supplementary draws: the lawful way on where a cell's reserves are used up.</content>
public sealed partial class DrawWorkflow
{
    /// <summary>Freezes what is left of the exhausted cells, as the directory is now: the supplementary draw gets the year's next number and a ceremony of its own.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task, whose list is short.</param>
    /// <param name="frameKey">32 random bytes of the host's generator.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The draw's id; <see langword="null"/> if the cells have no unit left, which is recorded and ends the shortfall.</returns>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), it is not drawn (RI2106), its list is not short (RI2148), a supplementary draw (RI2149) or the match
    /// (RI2151) is under way, or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    /// <exception cref="AppendConflictException">Somebody changed the list or the directory in between (RI6001).</exception>
    /// <remarks>Source: random-inspection-draw/1 §6. The hash is the first draw's.</remarks>
    public async Task<string?> PrepareSupplementAsync(Acting acting, string taskId, FrameKey frameKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(frameKey);
        (InspectionTask task, TaskView row, int taskVersion) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.PrepareSupplement, row.DepartmentId);
        await RequireNotMatchingAsync(task, cancellation);
        if (task.Draw is null || await FindAsync(task.Draw, cancellation) is not { Drawing: not null, Preparation: var first })
        {
            throw PlanningRefusals.NotDrawn.Refuse(("task", taskId));
        }

        (DrawnList list, int listVersion) = await ReadListAsync(taskId, task.Draw, cancellation);
        TaskEvent.Designed designed = task.Design!;
        RestingUnits? resting = await tasks.RestingAsync(row, designed.Resting, acting.At, cancellation);
        await directories.TakeEffectAsync(acting.At, cancellation);
        TakenFrame taken = await FrameSource.TakeAsync(
            await tasks.DirectoryAsync(acting.At, cancellation), designed, resting, cancellation);
        long version = taken.Version;
        (Frame frame, ImmutableSortedDictionary<string, long> leftOut) = SupplementSource.Take(taken.Frame, taken.LeftOut, list);
        ImmutableSortedDictionary<Stratum, int> sizes = SupplementSource.Sizes(frame, SupplementSource.ShortCells(list));
        int size = sizes.Values.Sum();

        // Neither the match's problem nor the directory must change in between.
        List<StreamAppend> appends = [new(TaskWorkflow.Stream(taskId), taskVersion, []), await DirectoryAtAsync(version, cancellation)];
        if (size == 0)
        {
            appends.Add(new StreamAppend(ListStream(taskId), listVersion, [codec.Encode(list.CloseShort(version, acting.At))]));
            await ledger.CommitAsync(new LedgerCommit(actor, acting.At, null, [.. appends], [.. ReplacementView.Of(list, row.DepartmentId)]), cancellation);
            return null;
        }

        int year = acting.At.InZone(Zone).Year;
        string draw = await NextNumberAsync(year, taskId, cancellation);
        appends.Add(new StreamAppend(ListStream(taskId), listVersion, [codec.Encode(list.PrepareSupplement(draw, size))]));
        FrozenTask last = (await FindAsync(list.Draws.Last(), cancellation)).Preparation.Tasks.First(frozen => frozen.TaskId == taskId);
        string design = SupplementSource.Design(
            frame, sizes, DesignDocument.Parse(last.Design).Design.ReservesPerCell, $"补充抽取：{task.Draw} 的递补用尽，补足缺额 {size} 户 Supplements {task.Draw}, whose reserves are used up");
        _ = engine.Expect(frame.Cells, DesignDocument.Parse(design).Design);
        FrozenTask frozen = await FreezeAsync(
            task, (taken with { Frame = frame, LeftOut = leftOut }).OfItsUnits(), resting, frameKey, design, first.Hash, cancellation);
        (PreviousDraw? previous, int attempt) = await PreviousAsync([(taskId, list.VoidedSupplements)], cancellation);
        CeremonyEvent.Prepared prepared = new(draw, attempt, previous, row.DepartmentId, first.Hash, [frozen], Supplements: task.Draw);
        appends.Add(new StreamAppend(Stream(draw), 0, [codec.Encode(prepared)]));
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                previous?.Reason,
                [.. appends],
                [DrawView.Of(DrawCeremony.Prepare(hashes, prepared), year), .. ReplacementView.Of(list, row.DepartmentId)]),
            cancellation);
        return draw;
    }

    /// <summary>That the directory must still have a version when something is written.</summary>
    internal async Task<StreamAppend> DirectoryAtAsync(long version, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> merges = await ledger.ReadStreamAsync(DirectoryEvent.Stream, cancellation);
        int seen = merges.TakeWhile(entry => codec.Decode(entry) is DirectoryEvent.Merged merged && merged.Version <= version).Count();
        return new StreamAppend(DirectoryEvent.Stream, seen, []);
    }

    /// <summary>Refuses while the teams of a task are being matched: its problem is frozen, and its visits do not exist yet.</summary>
    /// <exception cref="InputRefusedException">The match is under way (RI2151).</exception>
    internal async Task RequireNotMatchingAsync(InspectionTask task, CancellationToken cancellation)
    {
        if (task.Match is { } match && (await FindAsync(match, cancellation)).Matching is null)
        {
            throw ListRefusals.MatchUnderWay.Refuse(("task", task.Id), ("match", match));
        }
    }

    /// <summary>What a supplementary draw that has ended does to its list: nothing for any other draw.</summary>
    /// <param name="ceremony">The draw.</param>
    /// <param name="record">Its record; <see langword="null"/> if it was voided.</param>
    /// <param name="at">When it was drawn or voided.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    private async Task<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Rows)> SettleSupplementAsync(
        DrawCeremony ceremony, DrawRecord? record, NodaTime.Instant at, CancellationToken cancellation)
    {
        if (ceremony.Preparation.Supplements is not { } supplemented)
        {
            return ([], []);
        }

        FrozenTask frozen = ceremony.Preparation.Tasks[0];
        (DrawnList list, int version) = await ReadListAsync(frozen.TaskId, supplemented, cancellation);
        ListEvent happened = record is null
            ? list.ReleaseSupplement()
            : list.JoinSupplement(ListPart.Of(ceremony.Id, at, record.Tasks[0], await FrameOfAsync(frozen, cancellation)));
        return (
            [new StreamAppend(ListStream(frozen.TaskId), version, [codec.Encode(happened)])],
            [.. ReplacementView.Of(list, ceremony.Preparation.DepartmentId)]);
    }
}

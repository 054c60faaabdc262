using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>Draws over choices: time, content, method, area, the order of batches. The ceremony, the record and its verification are those of any draw.</content>
public sealed partial class DrawWorkflow
{
    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = DomainJson.Default };

    /// <summary>Freezes the choices that a task declares, and fixes how many are drawn: the draw gets the year's next number.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task; its plan is approved and its frame is not frozen.</param>
    /// <param name="kind">Which choices.</param>
    /// <param name="frameKey">32 random bytes of the host's generator.</param>
    /// <param name="hash">The name of the hash.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The draw's id, for example <c>D2026-0001</c>.</returns>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), its plan is not approved (RI2101), as <see cref="InspectionTask.FreezeChoices"/>; role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>The frame's root commits to the choices: none is added or left out after the opening. Source: 沈政办发〔2020〕19号 一, 三(六); random-inspection-draw/1 §3.</remarks>
    public async Task<string> PrepareChoicesAsync(
        Acting acting, string taskId, ChoiceKind kind, FrameKey frameKey, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(frameKey);
        (InspectionTask task, TaskView row, int taskVersion) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.PrepareChoices, row.DepartmentId);
        RequireApproved(row);
        int year = acting.At.InZone(Zone).Year;
        string draw = await NextNumberAsync(year, taskId, cancellation);
        _ = task.FreezeChoices(kind, draw);
        ChoiceDraw declared = task.Choices[kind];
        (PreviousDraw? previous, int attempt) = await PreviousAsync([(taskId, declared.Voided)], cancellation);
        FrozenTask frozen = await FreezeAsync(task.Id, declared.Choices, frameKey, hash, cancellation);
        (_, int planVersion) = await tasks.PlanAsync(row.PlanId, cancellation);
        return await NumberedCommit.TakeAsync(ledger, draw, () => NextNumberAsync(year, taskId, cancellation), Prepared, cancellation);

        LedgerCommit Prepared(string number)
        {
            CeremonyEvent.Prepared prepared = new(number, attempt, previous, row.DepartmentId, hash, [frozen], Choice: kind);
            return new LedgerCommit(
                actor,
                acting.At,
                previous?.Reason,
                [
                    new StreamAppend(Stream(number), 0, [codec.Encode(prepared)]),
                    new StreamAppend(TaskWorkflow.Stream(taskId), taskVersion, [codec.Encode(new TaskEvent.ChoicesFrozen(kind, number))]),
                    new StreamAppend(PlanWorkflow.Stream(row.PlanId), planVersion, []), // not amended in between
                ],
                [DrawView.Of(DrawCeremony.Prepare(hashes, prepared), year)]);
        }
    }

    private async Task<FrozenTask> FreezeAsync(string taskId, TaskChoices choices, FrameKey key, string hash, CancellationToken cancellation)
    {
        Frame frame = ChoiceFrame.Of(choices.Kind, choices.Options.Select(option => option.Id));
        string design = ChoiceFrame.Take(choices.Take, choices.Reason).Text;
        _ = engine.Expect(frame.Cells, DesignDocument.Parse(design).Design);
        return new FrozenTask(
            taskId,
            engine.Root(frame, key, hash).Hex,
            frame.Size,
            await evidence.PutAsync(FrameFile.Write(frame), cancellation),
            await evidence.PutAsync(Encoding.ASCII.GetBytes(key.Hex), cancellation),
            design,
            hashes[hash].Digest(design).Hex,
            0, // of no directory
            CriteriaText(choices),
            ImmutableSortedDictionary<string, long>.Empty,
            Embargo: SecretNumbers.Has(taskId) ? Embargo.UntilVisitsEnd : Embargo.None);
    }

    /// <summary>What the choices are and what they are called, as it stands in the record.</summary>
    private static string CriteriaText(TaskChoices choices) => JsonSerializer.Serialize(
        new ChoicesInRecord(
            JsonNamingPolicy.CamelCase.ConvertName(choices.Kind.ToString()),
            choices.Options.ToImmutableSortedDictionary(option => option.Id, option => option.Label, StringComparer.Ordinal)),
        Relaxed.GetTypeInfo(typeof(ChoicesInRecord)));

    /// <summary>The choices of a frozen task, as they stand in its record; none where subjects are drawn.</summary>
    /// <param name="frozen">The task.</param>
    public static ImmutableArray<TaskChoice> ChoicesOf(FrozenTask frozen)
    {
        ArgumentNullException.ThrowIfNull(frozen);
        using JsonDocument criteria = JsonDocument.Parse(frozen.Criteria);
        return criteria.RootElement.TryGetProperty("labels", out JsonElement labels)
            ? [.. labels.EnumerateObject().Select(label => new TaskChoice(label.Name, label.Value.GetString()!))]
            : [];
    }

    /// <summary>What a draw over choices that has ended does to its task: nothing for any other draw.</summary>
    /// <param name="ceremony">The draw.</param>
    /// <param name="record">Its record; <see langword="null"/> if it was voided.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    private async Task<ImmutableArray<StreamAppend>> SettleChoicesAsync(DrawCeremony ceremony, DrawRecord? record, CancellationToken cancellation)
    {
        if (ceremony.Preparation.Choice is not { } kind)
        {
            return [];
        }

        (InspectionTask task, _, int version) = await tasks.ReadAsync(ceremony.Preparation.Tasks[0].TaskId, cancellation);
        TaskEvent happened = record is null ? task.ReleaseChoices(kind) : task.BindChoices(kind, [.. record.Tasks[0].Selected.Select(unit => unit.Id)]);
        return [new StreamAppend(TaskWorkflow.Stream(task.Id), version, [codec.Encode(happened)])];
    }

    /// <summary>As it stands in a record, members in this order.</summary>
    internal sealed record ChoicesInRecord(string Choices, ImmutableSortedDictionary<string, string> Labels);
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>The history that this library knows: its visits, and the drawn lists whose visits are not planned yet.</summary>
/// <remarks>A list is public from the draw on, so whoever stands in it is to be visited, although only the match makes a visit of it.</remarks>
internal sealed class VisitHistory(IViews rows, ILedger ledger, IEvidenceStore evidence, ISubjectDirectory subjects, EventCodec codec) : IVisitHistory
{
    // What is still secret is in no public draw's history: who rests is counted in records that anybody reads.
    private readonly OpenViews _views = new(rows);

    public async Task<ImmutableArray<PastVisit>> ReadAsync(LocalDate from, CancellationToken cancellation)
    {
        ImmutableArray<VisitView> visits = await _views.QueryAllAsync(new VisitsSince(from), cancellation);
        ImmutableArray<PastVisit>.Builder history = ImmutableArray.CreateBuilder<PastVisit>(visits.Length);
        history.AddRange(visits.Select(v => new PastVisit(v.SubjectCode, v.DepartmentId, v.TaskId, $"{v.Match}/{v.JointVisit}", v.ConcludedOn ?? v.To)));

        // Draws are numbered by the year in which they are prepared, which may be the one before their tasks'.
        HashSet<string> planned = [.. visits.Select(v => v.TaskId)];
        foreach (DrawView draw in await _views.QueryAllAsync(new DrawsDrawnSince(from.Year - 1), cancellation))
        {
            await AddListsAsync(history, draw.Key, planned, cancellation);
        }

        return await AnsweredForAsync(history.ToImmutable(), cancellation);
    }

    /// <summary>A visit to a carrier is a burden of the subject that answers for it.</summary>
    private async Task<ImmutableArray<PastVisit>> AnsweredForAsync(ImmutableArray<PastVisit> history, CancellationToken cancellation)
    {
        DirectoryCriteria carriers = DirectoryCriteria.Everything with { Carriers = [.. Enum.GetValues<CarrierKind>()] };
        if ((await subjects.CountAsync(carriers, cancellation)).IsEmpty)
        {
            return history;
        }

        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. history.Select(visit => visit.SubjectCode).Distinct()], carriers, cancellation);
        return [.. history.Select(visit => known.TryGetValue(visit.SubjectCode, out Subject? carrier) ? visit with { SubjectCode = carrier.AnswersFor } : visit)];
    }

    private async Task AddListsAsync(ImmutableArray<PastVisit>.Builder history, string draw, HashSet<string> planned, CancellationToken cancellation)
    {
        (ImmutableArray<CeremonyEvent> events, _) = await ledger.ReadEventsAsync<CeremonyEvent>(codec, DrawWorkflow.Stream(draw), cancellation);
        DrawRecord? record = null;
        foreach (FrozenTask task in events.OfType<CeremonyEvent.Prepared>().SelectMany(prepared => prepared.Tasks))
        {
            (ImmutableArray<ListEvent> changes, _) = await ledger.ReadEventsAsync<ListEvent>(codec, DrawWorkflow.ListStream(task.TaskId), cancellation);
            bool isMatched = planned.Contains(task.TaskId) || await _views.CountAsync(new VisitsOfTask(task.TaskId), cancellation) > 0;

            // After the match a reserve gets its visit as it comes in; only who was drawn in a supplementary draw still waits for one.
            if ((isMatched && !changes.OfType<ListEvent.Supplemented>().Any()) || await _views.FindAsync<TaskView>(task.TaskId, cancellation) is not { } row)
            {
                continue;
            }

            record ??= RecordDocument.Read(await evidence.GetAsync(events.OfType<CeremonyEvent.Drawn>().Single().RecordFile, cancellation)
                ?? throw new InvalidOperationException($"The record of {draw} that the ledger names is gone: restore it from a backup."));
            HashSet<string> listed = [.. record.Tasks.Single(t => t.Id == task.TaskId).Selected.Select(unit => unit.Id)];
            listed.UnionWith(changes.OfType<ListEvent.Replaced>().Select(change => change.By));
            listed.ExceptWith(changes.OfType<ListEvent.Replaced>().Select(change => change.Unit));
            listed.ExceptWith(changes.OfType<ListEvent.FellShort>().Select(change => change.Unit));
            if (isMatched)
            {
                listed.ExceptWith((await _views.QueryAllAsync(new VisitsOfTask(row.Key), cancellation)).Select(visit => visit.SubjectCode));
            }

            // One visit to come, however many draws the list has.
            history.AddRange(listed.Select(code => new PastVisit(code, row.DepartmentId, row.Key, $"{row.Key}/{code}", row.To)));
        }
    }
}

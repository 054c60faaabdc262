using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>The match of a task: its problem is frozen, a seed of its own is made, teams follow, and seats are given anew where officers fall out.</summary>
/// <remarks>
/// Between preparing and matching come the ceremony's steps of <see cref="DrawWorkflow"/>, by the match's id.
/// Source: random-inspection-match/1; 沈政办发〔2020〕19号 三(六).
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="evidence">Where problems, results and records are kept.</param>
/// <param name="draws">The ceremonies.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="plans">The plans, for the tasks' items.</param>
/// <param name="matcher">The match.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="rotation">The rules over history.</param>
/// <param name="codec">The events of the log.</param>
public sealed partial class MatchWorkflow(
    ILedger ledger,
    IViews views,
    IInspectorDirectory inspectors,
    ISubjectDirectory subjects,
    IEvidenceStore evidence,
    DrawWorkflow draws,
    TaskWorkflow tasks,
    PlanWorkflow plans,
    IInspectorMatcher matcher,
    DrawHashes hashes,
    RotationRules rotation,
    EventCodec codec)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private readonly MatchSource _source = new(views, inspectors, subjects, rotation);

    /// <summary>What a match would meet with today.</summary>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="request">What the planner lays down.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), it is not drawn (RI2106), the period lies outside the task's (RI2401), fewer than two officers are
    /// asked for (RI2402), or nobody can be matched (RI2403).
    /// </exception>
    public async Task<MatchPreview> PreviewAsync(string taskId, MatchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        (InspectionTask task, TaskView row) = await tasks.FindAsync(taskId, cancellation);
        (MatchProblem problem, long version, ImmutableSortedDictionary<string, int> notMatched) =
            await _source.TakeAsync(row, await ListAsync(task, cancellation), request, cancellation);

        // What is short does not depend on the seed; this one is nobody's.
        MatchResult trial = matcher.Match(problem, Seed.Parse(problem.Digest.Hex), mixFactor: 0);
        return new MatchPreview(problem, trial.Short, trial.Report, notMatched, version);
    }

    /// <summary>Freezes the problem of a task's match: the match gets the year's next number.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="request">What the planner lays down.</param>
    /// <param name="hash">The name of the hash.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The match's id, for example <c>M2026-0001</c>.</returns>
    /// <exception cref="InputRefusedException">As <see cref="PreviewAsync"/>; frozen already (RI2107); role (RI2013) or department (RI2012).</exception>
    public async Task<string> PrepareAsync(Acting acting, string taskId, MatchRequest request, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(request);
        (InspectionTask task, TaskView row, int taskVersion) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(Role.DrawingOperator, row.DepartmentId);
        int year = acting.At.InZone(Zone).Year;
        string match = $"M{year}-{await views.CountAsync(new MatchesOfYear(year), cancellation) + 1:0000}";
        ImmutableArray<string> list = await ListAsync(task, cancellation);
        TaskEvent.MatchFrozen frozen = task.FreezeMatch(match);
        (MatchProblem problem, long version, _) = await _source.TakeAsync(row, list, request, cancellation);
        FrozenMatch frozenMatch = new(
            taskId,
            frozen.Draw,
            problem.Digest.Hex,
            await evidence.PutAsync(problem.ToCanonicalJson(), cancellation),
            request.MixFactor,
            problem.Visits.Length,
            version);
        (PreviousDraw? previous, int attempt) = await draws.PreviousAsync(task.VoidedMatches, cancellation);
        CeremonyEvent.Prepared prepared = new(match, attempt, previous, row.DepartmentId, hash, [], frozenMatch);
        DrawCeremony ceremony = DrawCeremony.Prepare(hashes, prepared);
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                request.CleanVisitReason ?? previous?.Reason,
                [
                    new StreamAppend(DrawWorkflow.Stream(match), 0, [codec.Encode(prepared)]),
                    new StreamAppend(TaskWorkflow.Stream(taskId), taskVersion, [codec.Encode(frozen)]),
                ],
                [DrawWorkflow.Row(ceremony)]),
            cancellation);
        return match;
    }

    /// <summary>Matches: every visit of the list gets its team, in one transaction.</summary>
    /// <param name="acting">A drawing operator of the matching department.</param>
    /// <param name="match">The match; every value of its seed is in.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="progress">Told how far the mixing is.</param>
    /// <exception cref="RefusalException">Values are missing (RI1320) or none is left (RI1310); role (RI2013) or department (RI2012).</exception>
    public async Task MatchAsync(Acting acting, string match, CancellationToken cancellation, IProgress<MatchProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DrawCeremony ceremony, int version) = await draws.ReadAsync(match, cancellation);
        Actor actor = acting.As(Role.DrawingOperator, ceremony.Preparation.DepartmentId);
        FrozenMatch frozen = Frozen(ceremony);
        Seed seed = ceremony.Seed();
        MatchProblem problem = await ProblemOfAsync(frozen, cancellation);
        MatchResult result = matcher.Match(problem, seed, frozen.MixFactor, progress);
        MatchOutcome outcome = new(
            result.Digest.Hex,
            await evidence.PutAsync(MatchResultDocument.Write(result), cancellation),
            result.Teams.Sum(team => team.Need.Count),
            result.Teams.Sum(team => team.Missing));
        DrawRecord record = CeremonyRecord.Matched(ceremony, outcome, acting.At);
        CeremonyEvent.Matched matched = ceremony.Match(record, outcome, acting.At);
        await evidence.PutAsync(RecordDocument.Write(record), cancellation);
        ImmutableArray<VisitEvent.Planned> planned = await PlannedAsync(match, frozen, result, cancellation);
        Visit[] visits = [.. planned.Select(Visit.Begin)];
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                null,
                [
                    new StreamAppend(DrawWorkflow.Stream(match), version, [codec.Encode(matched)]),
                    .. planned.Select(p => new StreamAppend(VisitWorkflow.Stream(p.Visit), 0, [codec.Encode(p)])),
                ],
                [DrawWorkflow.Row(ceremony), .. visits.Select(VisitView.Of), .. visits.SelectMany(SeatView.Of)]),
            cancellation);
    }

    private static FrozenMatch Frozen(DrawCeremony ceremony) =>
        ceremony.Preparation.Match ?? throw PlanningRefusals.UnknownDraw.Refuse(("draw", ceremony.Id));

    /// <summary>The drawn list of a task, in the order of codes' bytes.</summary>
    private async Task<ImmutableArray<string>> ListAsync(InspectionTask task, CancellationToken cancellation)
    {
        DrawRecord? record = task.Draw is { } draw && await draws.PublicRecordAsync(draw, cancellation) is { } bytes ? RecordDocument.Read(bytes) : null;
        return record?.Tasks.FirstOrDefault(t => t.Id == task.Id) is { } drawn
            ? [.. drawn.Selected.Select(unit => unit.Id).Order(StringComparer.Ordinal)]
            : throw PlanningRefusals.NotDrawn.Refuse(("task", task.Id));
    }

    private async Task<MatchProblem> ProblemOfAsync(FrozenMatch frozen, CancellationToken cancellation) =>
        MatchProblemDocument.Parse(await EvidenceAsync(frozen.ProblemFile, cancellation));

    private async Task<byte[]> EvidenceAsync(string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw new InvalidOperationException($"The evidence {digest} that the ledger names is gone: restore it from a backup.");

    private async Task<ImmutableArray<VisitEvent.Planned>> PlannedAsync(string match, FrozenMatch frozen, MatchResult result, CancellationToken cancellation)
    {
        (_, TaskView row) = await tasks.FindAsync(frozen.TaskId, cancellation);
        ImmutableArray<string> items = (await plans.FindAsync(row.PlanId, cancellation)).Task(frozen.TaskId).Items;
        MatchProblem problem = await ProblemOfAsync(frozen, cancellation);
        Dictionary<string, DateInterval?> windows = problem.Visits.ToDictionary(v => v.Id, v => v.Window, StringComparer.Ordinal);
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. windows.Keys], cancellation);
        ImmutableArray<VisitEvent.Planned>.Builder planned = ImmutableArray.CreateBuilder<VisitEvent.Planned>(result.Teams.Length);
        foreach (MatchedTeam team in result.Teams)
        {
            Subject? subject = known.GetValueOrDefault(team.Visit);
            DateInterval window = windows[team.Visit]!;
            planned.Add(new VisitEvent.Planned(
                string.Create(CultureInfo.InvariantCulture, $"{frozen.TaskId}-V{planned.Count + 1:0000}"),
                frozen.TaskId,
                frozen.Draw,
                match,
                team.Visit,
                subject?.Name ?? team.Visit,
                subject?.Region ?? "",
                window.Start,
                window.End,
                items,
                new VisitTeam(team.Department, team.Need.Count, team.Inspectors)));
        }

        return planned.DrainToImmutable();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
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
/// <param name="visits">The visits.</param>
/// <param name="catalogue">The items, whose departments their qualifications belong to.</param>
/// <param name="matcher">The match.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="rotation">The rules over history.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="salts">Where the salts of personal data come from; <see langword="null"/> leaves texts in the events.</param>
/// <param name="staff">The departments and who is below whom; <see langword="null"/> if nobody is.</param>
/// <param name="calendar">The calendar in use, for days that are drawn; <see langword="null"/> for the embedded one.</param>
public sealed partial class MatchWorkflow(
    ILedger ledger,
    IViews views,
    IInspectorDirectory inspectors,
    ISubjectDirectory subjects,
    IEvidenceStore evidence,
    DrawWorkflow draws,
    TaskWorkflow tasks,
    PlanWorkflow plans,
    VisitWorkflow visits,
    IItemCatalogue catalogue,
    IInspectorMatcher matcher,
    DrawHashes hashes,
    RotationRules rotation,
    EventCodec codec,
    ISaltSource? salts = null,
    IStaff? staff = null,
    CalendarReading? calendar = null)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    // Past seats that are still secret would show in a problem that anybody reads later.
    private readonly MatchSource _source = new(new OpenViews(views), inspectors, subjects, catalogue, rotation, staff);

    /// <summary>What a match asks for as a rule: from today on, within the time that was drawn, and what the catalogue demands of officers for the task's items.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009).</exception>
    /// <remarks>A proposal, which whoever plans the match may change. Source: 沈政办发〔2020〕19号 三(二), 三(六).</remarks>
    public async Task<MatchRequest> UsualAsync(string taskId, LocalDate today, CancellationToken cancellation)
    {
        (InspectionTask task, TaskView row, _) = await tasks.ReadAsync(taskId, cancellation);
        PlannedTask planned = await tasks.PlannedAsync(row, cancellation);
        DateInterval whole = task.DrawnTime(planned) ?? new DateInterval(row.From, row.To);
        LocalDate from = LocalDate.Min(LocalDate.Max(today, whole.Start), whole.End);
        PublishedItems published = await catalogue.ReadAsync(from, cancellation);
        return MatchRequest.Usual(from, whole.End) with
        {
            Qualifications = [.. task.ItemsToInspect(planned).SelectMany(item => published.Known(item)?.Qualifications ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What a match would meet with today.</summary>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="request">What the planner lays down.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), it is not drawn (RI2106), the period lies outside the task's (RI2401), fewer than two officers are
    /// asked for (RI2402), nobody can be matched (RI2403), or the period is not the time that was drawn (RI2459).
    /// </exception>
    public async Task<MatchPreview> PreviewAsync(string taskId, MatchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<JoinedTask> joined = await JoinedAsync(taskId, cancellation);
        await RequireDrawnTimeAsync(joined, request, cancellation);
        TakenProblem taken = await _source.TakeAsync([.. joined.Select(j => (j.Row, j.Codes))], request, cancellation);

        // What is short does not depend on the seed; this one is nobody's.
        MatchResult trial = matcher.Match(taken.Problem, Seed.Parse(taken.Problem.Digest.Hex), mixFactor: 0);
        return new MatchPreview(
            taken.Problem, trial.Short, trial.Report, [.. joined.Skip(1).Select(j => j.Row.Key)], taken.Saved, taken.NotMatched, taken.Version);
    }

    /// <summary>Freezes the problem of a task's match: the match gets the year's next number.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="request">What the planner lays down.</param>
    /// <param name="hash">The name of the hash.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The match's id, for example <c>M2026-0001</c>.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="PreviewAsync"/>; frozen already (RI2107); a day is to be drawn and no working day is left (RI3038), or the calendar does
    /// not cover them (RI4001, RI4002); role (RI2013) or department (RI2012).
    /// </exception>
    public async Task<string> PrepareAsync(Acting acting, string taskId, MatchRequest request, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(request);
        (_, TaskView row, _) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(MatchSteps.Prepare, row.DepartmentId);
        List<JoinedTask> joined = await JoinedAsync(taskId, cancellation);
        InspectionTask task = joined[0].Task;
        int year = acting.At.InZone(Zone).Year;
        string match = await NextNumberAsync(taskId, year, cancellation);
        (JoinedTask Joined, TaskEvent.MatchFrozen Frozen)[] frozen = [.. joined.Select(j => (j, j.Task.FreezeMatch(match)))];
        foreach (JoinedTask listed in joined)
        {
            if (!listed.List.IsSettled)
            {
                throw ListRefusals.NotSettled.Refuse(("task", listed.Row.Key), ("count", listed.List.Changes.Count(c => c.State is ListChangeState.Short or ListChangeState.BeingSupplemented)));
            }
        }

        await RequireDrawnTimeAsync(joined, request, cancellation);
        TakenProblem taken = await _source.TakeAsync([.. joined.Select(j => (j.Row, j.Codes))], request, cancellation);
        FrozenMatch frozenMatch = new(
            taskId,
            task.Draw!,
            taken.Problem.Digest.Hex,
            await evidence.PutAsync(taken.Problem.ToCanonicalJson(), cancellation),
            await evidence.PutAsync(JointVisitDocument.Write(taken.Visits), cancellation),
            request.MixFactor,
            taken.Problem.Visits.Length,
            taken.Version,
            [.. joined.Skip(1).Select(j => j.Row.Key)],
            taken.Saved,
            await DaysAsync(taken, acting, cancellation));
        (PreviousDraw? previous, int attempt) = await draws.PreviousAsync([.. joined.Select(j => (j.Row.Key, j.Task.VoidedMatches))], cancellation);
        return await NumberedCommit.TakeAsync(ledger, match, () => NextNumberAsync(taskId, year, cancellation), Prepared, cancellation);

        LedgerCommit Prepared(string number)
        {
            CeremonyEvent.Prepared prepared = new(number, attempt, previous, row.DepartmentId, hash, [], frozenMatch);
            return new LedgerCommit(
                actor,
                acting.At,
                request.CleanVisitReason ?? previous?.Reason,
                [
                    new StreamAppend(DrawWorkflow.Stream(number), 0, [codec.Encode(prepared)]),
                    .. frozen.Select(f => new StreamAppend(TaskWorkflow.Stream(f.Joined.Row.Key), f.Joined.Version, [codec.Encode(f.Frozen with { Match = number })])),

                    // The lists must not change in between.
                    .. joined.Select(j => new StreamAppend(DrawWorkflow.ListStream(j.Row.Key), j.ListVersion, [])),
                ],
                [DrawWorkflow.Row(DrawCeremony.Prepare(hashes, prepared))]);
        }
    }

    private async Task<string> NextNumberAsync(string taskId, int year, CancellationToken cancellation) => SecretNumbers.Has(taskId)
        ? Embargoes.NumberOf('M', taskId, await views.CountAsync(new MatchesOfTask(taskId), cancellation) + 1)
        : $"M{year}-{await views.CountAsync(new MatchesOfYear(year), cancellation) + 1:0000}";

    /// <summary>Matches: every visit of the list gets its team, in one transaction.</summary>
    /// <param name="acting">A drawing operator of the matching department.</param>
    /// <param name="match">The match; every value of its seed is in.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="progress">Told how far the mixing is.</param>
    /// <param name="systemValue">32 bytes of the host's own generator where the seed rests on them alone, as for <see cref="DrawWorkflow.DrawAsync"/>; <see langword="null"/> otherwise.</param>
    /// <exception cref="RefusalException">
    /// Values are missing (RI1320), none is left (RI1310), or the system value is missing (RI1352), too late (RI1330) or malformed (RI1308);
    /// role (RI2013) or department (RI2012).
    /// </exception>
    public async Task MatchAsync(
        Acting acting, string match, CancellationToken cancellation, IProgress<MatchProgress>? progress = null, ReadOnlyMemory<byte>? systemValue = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DrawCeremony ceremony, int version) = await draws.ReadAsync(match, cancellation);
        Actor actor = acting.As(MatchSteps.Match, ceremony.Preparation.DepartmentId);
        FrozenMatch frozen = Frozen(ceremony);
        CeremonyEvent.Revealed? given = systemValue is { } value ? ceremony.GiveSystemValue(value.Span, acting.At) : null;
        Seed seed = ceremony.Seed();
        MatchProblem problem = await ProblemOfAsync(frozen, cancellation);
        MatchResult result = matcher.Match(problem, seed, frozen.MixFactor, progress);
        MatchOutcome outcome = new(
            result.Digest.Hex,
            await evidence.PutAsync(MatchResultDocument.Write(result), cancellation),
            result.Teams.Sum(team => team.Need.Count),
            result.Teams.Sum(team => team.Missing));
        DrawRecord record = CeremonyRecord.Matched(ceremony, outcome, acting.At);
        CeremonyEvent.Matched matched = ceremony.Match(record, outcome, acting.At) with { Signatures = await draws.SignAsync(record, cancellation) };
        await evidence.PutAsync(RecordDocument.Write(record), cancellation);
        ImmutableArray<VisitEvent.Planned> planned = await PlannedAsync(match, frozen, problem, result, cancellation);
        Visit[] begun = [.. planned.Select(Visit.Begin)];
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                null,
                [
                    new StreamAppend(DrawWorkflow.Stream(match), version, given is null ? [codec.Encode(matched)] : [codec.Encode(given), codec.Encode(matched)]),
                    .. planned.Select(p => new StreamAppend(VisitWorkflow.Stream(p.Visit), 0, [codec.Encode(p)])),
                ],
                [DrawWorkflow.Row(ceremony), .. begun.Select(VisitView.Of), .. begun.SelectMany(SeatView.Of)]),
            cancellation);
    }

    private static FrozenMatch Frozen(DrawCeremony ceremony) =>
        ceremony.Preparation.Match ?? throw PlanningRefusals.UnknownDraw.Refuse(("draw", ceremony.Id));

    /// <summary>The task that starts the match, then those offered for joint visits with it and not matched elsewhere.</summary>
    private async Task<List<JoinedTask>> JoinedAsync(string taskId, CancellationToken cancellation)
    {
        List<JoinedTask> joined = [await JoinedTaskAsync(taskId, cancellation)];
        foreach (JointOfferView offer in await views.QueryAsync(new JointOffersTo(taskId), cancellation))
        {
            JoinedTask further = await JoinedTaskAsync(offer.Key, cancellation);
            if (further.Task.Match is null || further.Task.Match == joined[0].Task.Match)
            {
                joined.Add(further);
            }
        }

        return joined;
    }

    /// <summary>Where a task's time was drawn, its visits lie in it.</summary>
    /// <exception cref="InputRefusedException">A day lies outside (RI2459).</exception>
    private async Task RequireDrawnTimeAsync(IEnumerable<JoinedTask> joined, MatchRequest request, CancellationToken cancellation)
    {
        foreach (JoinedTask one in joined)
        {
            LocalDate from = LocalDate.Max(request.From, one.Row.From), to = LocalDate.Min(request.To, one.Row.To);
            one.Task.RequireDrawnTime((await plans.FindAsync(one.Row.PlanId, cancellation)).Task(one.Row.Key), from, to);
        }
    }

    /// <summary>A task with its drawn list as it stands.</summary>
    private async Task<JoinedTask> JoinedTaskAsync(string taskId, CancellationToken cancellation)
    {
        (InspectionTask task, TaskView row, int version) = await tasks.ReadAsync(taskId, cancellation);
        if (task.Draw is not { } draw || (await draws.FindAsync(draw, cancellation)).Drawing is null)
        {
            throw PlanningRefusals.NotDrawn.Refuse(("task", task.Id));
        }

        (DrawnList list, int listVersion) = await draws.ReadListAsync(taskId, draw, cancellation);
        return new JoinedTask(task, row, version, list, listVersion);
    }

    private async Task<MatchProblem> ProblemOfAsync(FrozenMatch frozen, CancellationToken cancellation) =>
        MatchProblemDocument.Parse(await EvidenceAsync(frozen.ProblemFile, cancellation));

    private async Task<byte[]> EvidenceAsync(string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw new InvalidOperationException($"The evidence {digest} that the ledger names is gone: restore it from a backup.");

    /// <summary>One visit for each task and subject; those of one joint visit name each other.</summary>
    private async Task<ImmutableArray<VisitEvent.Planned>> PlannedAsync(
        string match, FrozenMatch frozen, MatchProblem problem, MatchResult result, CancellationToken cancellation)
    {
        Dictionary<string, (JoinedTask Task, ImmutableArray<string> Items)> joined = new(StringComparer.Ordinal);
        foreach (string taskId in frozen.Joined.Prepend(frozen.TaskId))
        {
            JoinedTask task = await JoinedTaskAsync(taskId, cancellation);
            joined.Add(taskId, (task, task.Task.ItemsToInspect((await plans.FindAsync(task.Row.PlanId, cancellation)).Task(taskId))));
        }

        Dictionary<string, (string SubjectCode, ImmutableArray<string> Tasks)> served =
            JointVisitDocument.Read(await EvidenceAsync(frozen.VisitsFile, cancellation));
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. served.Values.Select(v => v.SubjectCode).Distinct()], cancellation);
        ImmutableSortedDictionary<string, LocalDate> days = frozen.DaysFile is { } file
            ? VisitDays.Read(await EvidenceAsync(file, cancellation)).DrawnBy(result.Seed.Hex)
            : ImmutableSortedDictionary<string, LocalDate>.Empty;
        ILookup<string, MatchedTeam> teams = result.Teams.ToLookup(t => t.Visit, StringComparer.Ordinal);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        ImmutableArray<VisitEvent.Planned>.Builder planned = ImmutableArray.CreateBuilder<VisitEvent.Planned>();
        foreach (MatchVisit visit in problem.Visits)
        {
            (string code, ImmutableArray<string> tasksOfVisit) = served[visit.Id];
            Dictionary<string, string> ids = tasksOfVisit.ToDictionary(t => t, NextId, StringComparer.Ordinal);
            foreach (string taskId in tasksOfVisit)
            {
                (JoinedTask task, ImmutableArray<string> items) = joined[taskId];
                MatchedTeam team = teams[visit.Id].First(t => t.Department == task.Row.DepartmentId);
                planned.Add(new VisitEvent.Planned(
                    ids[taskId],
                    taskId,
                    task.DrawOf[code],
                    match,
                    code,
                    known.GetValueOrDefault(code)?.Name ?? code,
                    known.GetValueOrDefault(code)?.Region ?? "",
                    visit.Window!.Start,
                    visit.Window.End,
                    items,
                    new VisitTeam(team.Department, team.Need.Count, team.Inspectors),
                    visit.Id,
                    [.. ids.Values.Where(id => id != ids[taskId])],
                    days.TryGetValue(visit.Id, out LocalDate day) ? day : null));
            }
        }

        return planned.DrainToImmutable();

        string NextId(string taskId) => string.Create(
            CultureInfo.InvariantCulture, $"{taskId}-V{numbers[taskId] = numbers.GetValueOrDefault(taskId) + 1:0000}");
    }

    private sealed record JoinedTask(InspectionTask Task, TaskView Row, int Version, DrawnList List, int ListVersion)
    {
        /// <summary>Who is on the list, in the order of codes' bytes.</summary>
        public ImmutableArray<string> Codes { get; } = [.. List.Effective.Select(unit => unit.Id).Order(StringComparer.Ordinal)];

        /// <summary>The draw of each: the first one's or a supplementary one's.</summary>
        public ImmutableDictionary<string, string> DrawOf { get; } = List.Effective.ToImmutableDictionary(unit => unit.Id, unit => unit.Draw, StringComparer.Ordinal);
    }
}

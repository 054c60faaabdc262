using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>递补：replaces what the register proves gone, or what two evidenced attempts did not reach; each method is one transaction.</summary>
/// <remarks>
/// Before the match only the list changes. After it the visit to who goes is closed and its team takes over the visit to who comes in.
/// While the match is under way nothing changes. Roles, departments and officers are checked here, the list's own rules in <see cref="DrawnList"/>.
/// Source: random-inspection-draw/1 §6.
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="draws">The draws and the lists they gave.</param>
/// <param name="matches">The matches, whose teams take over.</param>
/// <param name="visits">The visits.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="salts">Where the salts of personal data come from; <see langword="null"/> leaves texts in the events.</param>
public sealed partial class ReplacementWorkflow(
    ILedger ledger,
    IViews views,
    ISubjectDirectory subjects,
    IInspectorDirectory inspectors,
    TaskWorkflow tasks,
    DrawWorkflow draws,
    MatchWorkflow matches,
    VisitWorkflow visits,
    EventCodec codec,
    ISaltSource? salts = null)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Who of a task's list the register has proved gone since the frame was frozen, in the order of the list.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The units whose visit has not ended, each with its ground and the version of the directory; none before the draw.</returns>
    /// <exception cref="InputRefusedException">There is no such task (RI2009).</exception>
    public async Task<ImmutableArray<ProvenGone>> FindGoneAsync(string taskId, CancellationToken cancellation)
    {
        if (await draws.FindListAsync(taskId, cancellation) is not { } list)
        {
            return [];
        }

        RegisterReading register = await ReadRegisterAsync([.. list.Effective.Select(unit => unit.Id)], cancellation);
        HashSet<string> ended =
        [
            .. (await views.QueryAllAsync(new VisitsOfTask(taskId), cancellation))
                .Where(visit => visit.Status is VisitStatus.Concluded or VisitStatus.Audited).Select(visit => visit.SubjectCode),
        ];
        return
        [
            .. list.Effective.Where(unit => !ended.Contains(unit.Id))
                .Select(unit => (unit, Ground: register.GroundOf(unit.Id)))
                .Where(unit => unit.Ground is not null)
                .Select(unit => new ProvenGone(unit.unit, unit.Ground!.Value, register.Version)),
        ];
    }

    /// <summary>Replaces a unit that the register proves gone.</summary>
    /// <param name="acting">A drawing operator of the plan's department: who carries it out and decides nothing.</param>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The change.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="DrawnList.ReplaceGone"/> and <see cref="Visit.Close"/>; there is no such task (RI2009), it is not drawn (RI2106), its match
    /// is under way (RI2151), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    /// <exception cref="AppendConflictException">Somebody changed the list, the visit or the directory in between (RI6001).</exception>
    public async Task<ListChange> ReplaceGoneAsync(Acting acting, string taskId, string unit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        OpenList open = await OpenAsync(acting, ListSteps.ReplaceGone, taskId, cancellation);
        RegisterReading register = await ReadRegisterAsync(open.List.Asked(unit), cancellation);
        return await CommitAsync(acting, open, register, unit, list => list.ReplaceGone(unit, register, acting.At), cancellation);
    }

    /// <summary>Proposes to replace a unit that two attempts did not reach.</summary>
    /// <param name="acting">A drawing operator of the plan's department, or an officer: before the match of the department, after it of the visit's team.</param>
    /// <param name="taskId">The task, drawn.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="attempts">The attempts, two or more, on different days, by such officers.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The change.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="DrawnList.ProposeReplacement"/>; somebody is not an officer who may (RI2153), the visit is concluded (RI2301) or has results
    /// (RI2152), there is no such task (RI2009), it is not drawn (RI2106), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    public async Task<ListChange> ProposeAsync(
        Acting acting, string taskId, string unit, ImmutableArray<ContactAttempt> attempts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        OpenList open = await OpenAsync(acting, ListSteps.Propose, taskId, cancellation);
        LocalDate drawn = (await draws.FindAsync(open.List.Draw, cancellation)).Drawing!.At.InZone(Zone).Date;
        ListEvent.Proposed proposed = open.List.ProposeReplacement(unit, attempts, acting.Person.Id, drawn, VisitWorkflow.Today(acting), acting.At);
        Visit? visit = await VisitAsync(open, unit, cancellation);

        // Whoever could not be replaced any more is not proposed either.
        visit?.Close(ReplacementGround.NotReached, proposed.Number, null);
        string[] officers = [.. proposed.Attempts.SelectMany(attempt => attempt.By).Distinct(StringComparer.Ordinal), .. open.Actor.Role == Role.Inspector ? [acting.Person.Id] : Array.Empty<string>()];
        await RequireOfficersAsync(officers, visit, open.Row.DepartmentId, cancellation);

        // Whom one met or called, and under which number, are people's own.
        PersonalPieces pieces = new(salts);
        string about = PersonalPieces.AboutSubject(proposed.Unit);
        proposed = proposed with
        {
            Attempts = [.. proposed.Attempts.Select(attempt => attempt with { How = pieces.Keep(about, attempt.How), Evidence = pieces.Keep(about, attempt.Evidence) })],
        };
        await ledger.CommitAsync(
            new LedgerCommit(
                open.Actor,
                acting.At,
                null,
                [new StreamAppend(DrawWorkflow.ListStream(taskId), open.Version, [codec.Encode(proposed)])],
                [.. ReplacementView.Of(open.List, open.Row.DepartmentId)])
            {
                Personal = pieces.All,
            },
            cancellation);
        return open.List.Change(proposed.Number);
    }

    /// <summary>A second person approves a proposal.</summary>
    /// <param name="acting">The head of the plan's department's authority; neither the proposer nor one of those who tried to reach the unit.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="number">The proposal.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The change.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="DrawnList.ApproveReplacement"/> and <see cref="Visit.Close"/>; there is no such task (RI2009), it is not drawn (RI2106), its
    /// match is under way (RI2151), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    /// <exception cref="AppendConflictException">Somebody changed the list, the visit or the directory in between (RI6001).</exception>
    public async Task<ListChange> ApproveAsync(Acting acting, string taskId, int number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        OpenList open = await OpenAsync(acting, ListSteps.Approve, taskId, cancellation);
        ListChange proposed = open.List.Change(number);
        ImmutableArray<string> asked = proposed.State == ListChangeState.Proposed ? open.List.Asked(proposed.Unit) : [];
        RegisterReading register = await ReadRegisterAsync(asked, cancellation);
        return await CommitAsync(acting, open, register, proposed.Unit, list => list.ApproveReplacement(number, register, acting.Person.Id, acting.At), cancellation);
    }

    /// <summary>A second person declines a proposal.</summary>
    /// <param name="acting">The head of the plan's department's authority; neither the proposer nor one of those who tried to reach the unit.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="number">The proposal.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DrawnList.DeclineReplacement"/>; there is no such task (RI2009), it is not drawn (RI2106), or role (RI2013) or department (RI2012).</exception>
    public async Task DeclineAsync(Acting acting, string taskId, int number, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        OpenList open = await OpenAsync(acting, ListSteps.Decline, taskId, cancellation);
        ListEvent.Declined declined = open.List.DeclineReplacement(number, reason, acting.Person.Id, acting.At);
        await ledger.CommitAsync(
            new LedgerCommit(
                open.Actor,
                acting.At,
                declined.Reason,
                [new StreamAppend(DrawWorkflow.ListStream(taskId), open.Version, [codec.Encode(declined)])],
                [.. ReplacementView.Of(open.List, open.Row.DepartmentId)]),
            cancellation);
    }
}

/// <summary>A unit that the register has proved gone.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Ground">What the register shows.</param>
/// <param name="DirectoryVersion">The version of the directory that was read.</param>
public sealed record ProvenGone(ListedUnit Unit, ReplacementGround Ground, long DirectoryVersion);

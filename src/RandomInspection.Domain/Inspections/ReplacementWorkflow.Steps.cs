using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>What the steps share: the list with everything that must not change meanwhile, and the visits that follow it.</content>
public sealed partial class ReplacementWorkflow
{
    /// <summary>Gives the units of supplementary draws made after the match their visits: each takes over the team of a visit that was closed for want of reserves.</summary>
    /// <param name="acting">A drawing operator of the plan's department.</param>
    /// <param name="taskId">The task, matched.</param>
    /// <param name="cancellation">Cancels between two visits, each of which is one transaction.</param>
    /// <returns>The visits that were planned, in the order of the list.</returns>
    /// <exception cref="InputRefusedException">
    /// No unit waits for a team (RI2155), there is no such task (RI2009), it is not drawn (RI2106), its match is under way (RI2151), or role
    /// (RI2013) or department (RI2012) do not fit.
    /// </exception>
    /// <remarks>Units in ticket order take the teams in the order in which the list fell short: nobody chooses who goes where.</remarks>
    public async Task<ImmutableArray<string>> StaffAsync(Acting acting, string taskId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ImmutableArray<string>.Builder planned = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            OpenList open = await OpenAsync(acting, ListSteps.Staff, taskId, cancellation);
            if (await NextToStaffAsync(open, cancellation) is not ({ } unit, { } from))
            {
                return planned.Count > 0 ? planned.DrainToImmutable() : throw ListRefusals.NobodyToStaff.Refuse(("task", taskId));
            }

            VisitEvent.Planned visit = await PlanAsync(open, from, unit, cancellation);
            (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> rows) = await matches.TakeOverAsync(
                visit, from.Id, acting, $"补充抽取：{unit.Draw}", cancellation);
            await ledger.CommitAsync(
                new LedgerCommit(open.Actor, acting.At, null, [new StreamAppend(DrawWorkflow.ListStream(taskId), open.Version, []), .. appends], rows), cancellation);
            planned.Add(visit.Visit);
        }
    }

    /// <summary>How many units of supplementary draws wait for a team.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<int> CountToStaffAsync(DrawnList list, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(list);
        ImmutableArray<VisitView> known = await views.QueryAllAsync(new VisitsOfTask(list.TaskId), cancellation);
        return known.IsEmpty ? 0 : list.Effective.Select(unit => unit.Id).Except(known.Select(visit => visit.SubjectCode), StringComparer.Ordinal).Count();
    }

    private async Task<OpenList> OpenAsync(Acting acting, WorkStep rule, string taskId, CancellationToken cancellation)
    {
        (InspectionTask task, TaskView row, int taskVersion) = await tasks.ReadAsync(taskId, cancellation);
        Actor actor = acting.As(rule, row.DepartmentId);
        if (task.Draw is not { } draw || (await draws.FindAsync(draw, cancellation)).Drawing is null)
        {
            throw PlanningRefusals.NotDrawn.Refuse(("task", taskId));
        }

        await draws.RequireNotMatchingAsync(task, cancellation);
        (DrawnList list, int version) = await draws.ReadListAsync(taskId, draw, cancellation);
        return new OpenList(task, row, taskVersion, list, version, actor);
    }

    /// <summary>What the register says of some units, all as of one version.</summary>
    private async Task<RegisterReading> ReadRegisterAsync(ImmutableArray<string> units, CancellationToken cancellation)
    {
        while (true)
        {
            long version = await subjects.VersionAsync(cancellation);
            ImmutableDictionary<string, Subject> found = await subjects.FindAsync(units, cancellation);

            // A merge that came in between shows in the version: then the directory is read again.
            if (await subjects.VersionAsync(cancellation) == version)
            {
                return new RegisterReading(version, found.ToImmutableDictionary(subject => subject.Key, subject => subject.Value.Status, StringComparer.Ordinal));
            }
        }
    }

    /// <summary>The visit to a unit; <see langword="null"/> before the match.</summary>
    private async Task<Visit?> VisitAsync(OpenList open, string unit, CancellationToken cancellation) =>
        open.Task.Match is not null
        && (await views.QueryAllAsync(new VisitsOfTask(open.Row.Key), cancellation)).FirstOrDefault(visit => visit.SubjectCode == unit) is { } row
            ? await visits.FindAsync(row.Key, cancellation)
            : null;

    private async Task<ListChange> CommitAsync(
        Acting acting, OpenList open, RegisterReading register, string unit, Func<DrawnList, ListEvent> step, CancellationToken cancellation)
    {
        ListEvent happened = step(open.List);
        ListChange change = open.List.Effected.Last();
        string why = ReplacementGrounds.Of(change.Ground).With().Reason(Language.Chinese);

        // Neither the list nor the register nor the match must change in between.
        List<StreamAppend> appends =
        [
            new(DrawWorkflow.ListStream(open.Row.Key), open.Version, [codec.Encode(happened)]),
            new(TaskWorkflow.Stream(open.Row.Key), open.TaskVersion, []),
            await draws.DirectoryAtAsync(register.Version, cancellation),
        ];
        List<IView> rows = [.. ReplacementView.Of(open.List, open.Row.DepartmentId)];
        if (await VisitAsync(open, unit, cancellation) is { } closed)
        {
            (_, int version) = await visits.ReadAsync(closed.Id, cancellation);
            VisitEvent.Planned? planned = change.By is { } by ? await PlanAsync(open, closed, open.List.Units.Last(u => u.Id == by), cancellation) : null;
            appends.Add(new StreamAppend(VisitWorkflow.Stream(closed.Id), version, [codec.Encode(closed.Close(change.Ground, change.Number, planned?.Visit))]));
            rows.AddRange([VisitView.Of(closed), .. SeatView.Of(closed)]);
            if (planned is not null)
            {
                (ImmutableArray<StreamAppend> more, ImmutableArray<IView> further) = await matches.TakeOverAsync(planned, closed.Id, acting, why, cancellation);
                appends.AddRange(more);
                rows.AddRange(further);
            }
        }

        await ledger.CommitAsync(new LedgerCommit(open.Actor, acting.At, why, [.. appends], [.. rows]), cancellation);
        return change;
    }

    /// <summary>The visit to a unit that comes in: what was planned for the one that is closed, with the team as it is.</summary>
    private async Task<VisitEvent.Planned> PlanAsync(OpenList open, Visit closed, ListedUnit unit, CancellationToken cancellation)
    {
        Subject? subject = await subjects.FindAsync(unit.Id, cancellation);
        int number = await views.CountAsync(new VisitsOfTask(open.Row.Key), cancellation) + 1;
        string visit = string.Create(CultureInfo.InvariantCulture, $"{open.Row.Key}-V{number:0000}");
        return closed.Plan with
        {
            Visit = visit,
            Draw = unit.Draw,
            SubjectCode = unit.Id,
            SubjectName = subject?.Name ?? unit.Id,
            Region = subject?.Region ?? "",
            Team = closed.Team,
            JointVisit = visit,
            JointWith = [],
            Day = null,
        };
    }

    /// <summary>The first unit without a visit, and the first visit closed for want of reserves whose team nobody took over.</summary>
    private async Task<(ListedUnit? Unit, Visit? From)> NextToStaffAsync(OpenList open, CancellationToken cancellation)
    {
        ImmutableArray<VisitView> known = await views.QueryAllAsync(new VisitsOfTask(open.Row.Key), cancellation);
        HashSet<string> visited = [.. known.Select(visit => visit.SubjectCode)];
        if (known.IsEmpty || open.List.Effective.FirstOrDefault(unit => !visited.Contains(unit.Id)) is not { } next)
        {
            return (null, null);
        }

        // A visit that took over a team has a place of its own; those of units that a supplementary draw selected took over the first of these teams.
        HashSet<string> supplements = [.. open.List.Units.Where(unit => unit.ComesBy is null && unit.Draw != open.List.Draw).Select(unit => unit.Id)];
        int taken = known.Count(visit => visit.JointVisit == visit.Key && supplements.Contains(visit.SubjectCode));
        List<Visit> free = [];
        foreach (VisitView closed in known.Where(visit => visit.Status == VisitStatus.Closed))
        {
            Visit visit = await visits.FindAsync(closed.Key, cancellation);
            if (visit.Closing is { TakenOverBy: null })
            {
                free.Add(visit);
            }
        }

        return (next, free.OrderBy(visit => visit.Closing!.Change).Skip(taken).FirstOrDefault());
    }

    private async Task RequireOfficersAsync(IReadOnlyCollection<string> officers, Visit? visit, string departmentId, CancellationToken cancellation)
    {
        ImmutableDictionary<string, Inspector> known = await inspectors.FindAsync(officers, cancellation);
        foreach (string officer in officers)
        {
            bool may = visit is not null
                ? visit.Team.Inspectors.Contains(officer) || visit.Left.Contains(officer)
                : known.TryGetValue(officer, out Inspector? inspector) && inspector.DepartmentId == departmentId && MatchSource.ReasonNotMatched(inspector) is null;
            if (!may)
            {
                throw ListRefusals.NotAnOfficer.Refuse(("person", officer));
            }
        }
    }

    private sealed record OpenList(InspectionTask Task, TaskView Row, int TaskVersion, DrawnList List, int Version, Actor Actor);
}

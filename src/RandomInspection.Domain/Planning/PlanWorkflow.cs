using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Plans, step by step: each method is one transaction.</summary>
/// <remarks>Roles and departments are checked here, the plan's own rules in <see cref="AnnualPlan"/>.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="catalogue">The items that tasks may name.</param>
/// <param name="rules">The profile's rules.</param>
/// <param name="codec">The events of the log.</param>
public sealed class PlanWorkflow(ILedger ledger, IViews views, IItemCatalogue catalogue, PlanRules rules, EventCodec codec)
{
    /// <summary>The plan of an id.</summary>
    /// <param name="planId">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2010).</exception>
    public async Task<AnnualPlan> FindAsync(string planId, CancellationToken cancellation) => (await ReadAsync(planId, cancellation)).Plan;

    /// <summary>Begins a plan; its number is the year's next.</summary>
    /// <param name="acting">A drafter.</param>
    /// <param name="year">2020 to 2099.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The plan's id, for example <c>P2026-001</c>.</returns>
    /// <exception cref="InputRefusedException">Role (RI2013), year (RI2008) or title (RI2007).</exception>
    /// <exception cref="AppendConflictException">Somebody else took the number at the same moment (RI6001).</exception>
    public async Task<string> BeginAsync(Acting acting, int year, string title, CancellationToken cancellation)
    {
        Actor actor = acting.As(PlanSteps.Begin);
        string id = await NextIdAsync(year, PlanKind.Annual, cancellation);
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin(id, year, acting.Person.DepartmentId, title, acting.Person.Id);
        await CommitAsync(plan, 0, drafted, [], actor, acting.At, null, cancellation);
        return id;
    }

    /// <summary>Begins an ad-hoc task (临时任务); its number is the year's next.</summary>
    /// <param name="acting">A drafter.</param>
    /// <param name="year">2020 to 2099.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="terms">What it is, on which named ground, on what scale.</param>
    /// <param name="ground">Why it is needed, in words, 1 to 100 characters.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Its id, for example <c>A2026-001</c>.</returns>
    /// <exception cref="InputRefusedException">
    /// As <see cref="AnnualPlan.Begin"/>; the year has its number (RI2034) or share (RI2035) of ad-hoc tasks, the superior's task is taken
    /// over already or is the department's own (RI2036), or too many subjects are to be named (RI2479); role (RI2013).
    /// </exception>
    /// <exception cref="AppendConflictException">Somebody else took the number at the same moment (RI6001).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 一, 三(五).</remarks>
    public async Task<string> BeginAdHocAsync(Acting acting, int year, string title, AdHocTerms terms, string ground, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(ground);
        Actor actor = acting.As(PlanSteps.BeginAdHoc);

        // The number comes first: who begins another meanwhile has taken it.
        string id = await NextIdAsync(year, PlanKind.AdHoc, cancellation);
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin(id, year, acting.Person.DepartmentId, title, acting.Person.Id, ground, terms);
        await RequireTermsAsync(drafted, cancellation);
        await CommitAsync(plan, 0, drafted, [], actor, acting.At, ground, cancellation);
        return id;
    }

    /// <summary>Begins an ad-hoc task and adds its one task, in one transaction: a superior's task that another system handed down.</summary>
    /// <returns>The plan's id.</returns>
    /// <exception cref="RefusalException">As <see cref="BeginAdHocAsync"/> and <see cref="AddTaskAsync"/>.</exception>
    internal async Task<string> TakeOverAsync(
        Acting acting, int year, string title, AdHocTerms terms, string ground, ImmutableArray<string> items, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        Actor actor = acting.As(PlanSteps.BeginAdHoc);
        string id = await NextIdAsync(year, PlanKind.AdHoc, cancellation);
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin(id, year, acting.Person.DepartmentId, title, acting.Person.Id, ground, terms);
        await RequireTermsAsync(drafted, cancellation);
        PlanEvent added = plan.Add(new PlannedTask($"{id}-T01", title, items, from, to), await PublishedAsync(acting, from, cancellation));
        await CommitAsync(plan, 0, [drafted, added], [], actor, acting.At, ground, cancellation);
        return id;
    }

    /// <summary>Begins a surprise inspection (突击检查): an ad-hoc task of which nothing is public before it has ended; its number is the year's next among these.</summary>
    /// <param name="acting">A drafter.</param>
    /// <param name="year">2020 to 2099.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="terms">What it is, on which named ground, on what scale.</param>
    /// <param name="ground">Why it must be a surprise, 1 to 100 characters.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Its id, for example <c>A2026-S001</c>.</returns>
    /// <exception cref="InputRefusedException">As <see cref="BeginAdHocAsync"/>: a surprise inspection is an ad-hoc task and counts as one.</exception>
    /// <exception cref="AppendConflictException">Somebody else took the number at the same moment (RI6001).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(八).</remarks>
    public async Task<string> BeginSurpriseAsync(Acting acting, int year, string title, AdHocTerms terms, string ground, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(ground);
        Actor actor = acting.As(PlanSteps.BeginSurprise);
        string id = $"A{year}-S{await views.CountAsync(new SurprisesOfYear(year), cancellation) + 1:000}";
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin(id, year, acting.Person.DepartmentId, title, acting.Person.Id, ground, terms);
        await RequireTermsAsync(drafted, cancellation);
        await CommitAsync(plan, 0, drafted, [], actor, acting.At, ground, cancellation);
        return plan.Id;
    }

    /// <summary>Adds a task; its number is the plan's next.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="items">The inspection items by code, one or more.</param>
    /// <param name="from">First day of its period.</param>
    /// <param name="to">Last day of its period, included.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="visitDay">Who says on which day a subject is visited.</param>
    /// <returns>The task's id, for example <c>P2026-001-T01</c>.</returns>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Add"/>; role (RI2013) or department (RI2012).</exception>
    public async Task<string> AddTaskAsync(
        Acting acting,
        string planId,
        string title,
        ImmutableArray<string> items,
        LocalDate from,
        LocalDate to,
        CancellationToken cancellation,
        VisitDayRule visitDay = VisitDayRule.ByTheTeam)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (AnnualPlan plan, int version) = await ReadAsync(planId, cancellation);
        Actor actor = acting.As(PlanSteps.AddTask, plan.Draft.DepartmentId);
        string taskId = $"{planId}-T{plan.TasksEverAdded + 1:00}";
        PublishedItems published = await PublishedAsync(acting, from, cancellation);
        PlanEvent added = plan.Add(new PlannedTask(taskId, title, items, from, to, VisitDay: visitDay), published);
        await CommitAsync(plan, version, added, [], actor, acting.At, null, cancellation);
        return taskId;
    }

    /// <summary>Revises a task.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="task">The task as it is to be.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Revise"/>; role (RI2013) or department (RI2012).</exception>
    public async Task ReviseTaskAsync(Acting acting, string planId, PlannedTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(task);
        PublishedItems published = await PublishedAsync(acting, task.From, cancellation);
        (AnnualPlan plan, int version) = await ReadAsync(planId, cancellation);
        Actor actor = acting.As(PlanSteps.ReviseTask, plan.Draft.DepartmentId);
        (HashSet<string> frozen, ImmutableArray<StreamAppend> guards) = await FrozenAsync(plan, [task.TaskId], cancellation);
        await CommitAsync(plan, version, plan.Revise(task, published, frozen), guards, actor, acting.At, null, cancellation);
    }

    /// <summary>Takes a task out.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Remove"/>; role (RI2013) or department (RI2012).</exception>
    public async Task RemoveTaskAsync(Acting acting, string planId, string taskId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (AnnualPlan plan, int version) = await ReadAsync(planId, cancellation);
        Actor actor = acting.As(PlanSteps.RemoveTask, plan.Draft.DepartmentId);
        (HashSet<string> frozen, ImmutableArray<StreamAppend> guards) = await FrozenAsync(plan, [taskId], cancellation);
        await CommitAsync(plan, version, plan.Remove(taskId, frozen), guards, actor, acting.At, null, cancellation);
    }

    /// <summary>Submits a plan to the government.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Submit"/>; role (RI2013) or department (RI2012).</exception>
    public Task SubmitAsync(Acting acting, string planId, CancellationToken cancellation) =>
        StepAsync(acting, planId, PlanSteps.Submit, null, plan => plan.Submit(acting.Person.Id), cancellation);

    /// <summary>Sends a plan back.</summary>
    /// <param name="acting">The government's person.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Return"/>; role (RI2013).</exception>
    public Task ReturnAsync(Acting acting, string planId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, planId, PlanSteps.Return, reason, plan => plan.Return(acting.Person.Id, reason), cancellation);

    /// <summary>Begins the amendment of an approved plan.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Amend"/>; role (RI2013) or department (RI2012).</exception>
    public Task AmendAsync(Acting acting, string planId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, planId, PlanSteps.Amend, reason, plan => plan.Amend(reason, acting.Person.Id), cancellation);

    /// <summary>Drops an amendment.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.DropAmendment"/>; role (RI2013) or department (RI2012).</exception>
    public Task DropAmendmentAsync(Acting acting, string planId, string reason, CancellationToken cancellation) =>
        StepAsync(acting, planId, PlanSteps.DropAmendment, reason, plan => plan.DropAmendment(reason, acting.Person.Id), cancellation);

    /// <summary>Approves a plan, or its amendment.</summary>
    /// <param name="acting">The government's person.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="AnnualPlan.Approve"/>; role (RI2013).</exception>
    public async Task ApproveAsync(Acting acting, string planId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (AnnualPlan plan, int version) = await ReadAsync(planId, cancellation);
        Actor actor = acting.As(PlanSteps.Approve, plan.Draft.DepartmentId);
        string? reason = plan.Amendment?.Reason;
        (HashSet<string> frozen, ImmutableArray<StreamAppend> guards) =
            await FrozenAsync(plan, plan.Amended.Removed.Concat(plan.Amended.Revised.Select(r => r.Before)).Select(t => t.TaskId), cancellation);
        await CommitAsync(plan, version, plan.Approve(acting.Person.Id, acting.At, frozen), guards, actor, acting.At, reason, cancellation);
    }

    private async Task<string> NextIdAsync(int year, PlanKind kind, CancellationToken cancellation) =>
        $"{(kind == PlanKind.Annual ? 'P' : 'A')}{year}-{await views.CountAsync(new PlansOfYear(year, kind), cancellation) + 1:000}";

    /// <summary>What holds for every task outside the plan, secret or not: within the year's number and share, or a superior's task that nobody took over.</summary>
    private async Task RequireTermsAsync(PlanEvent.Drafted drafted, CancellationToken cancellation)
    {
        if (drafted.Terms!.Named is { } named && (named < 1 || named > rules.MostNamed))
        {
            throw NamedRefusals.TooMany.Refuse(("named", named), ("most", rules.MostNamed), ("basis", rules.LimitBasis));
        }

        ImmutableArray<PlanView> others =
        [
            .. (await views.QueryAllAsync(new PlansOfYear(drafted.Year, PlanKind.AdHoc), cancellation))
                .Concat(await views.QueryAllAsync(new SurprisesOfYear(drafted.Year), cancellation))
                .Where(p => p.DepartmentId == drafted.DepartmentId),
        ];
        if (drafted.Terms.Superior is { } superior)
        {
            await RequireNotTakenOverAsync(superior, drafted.DepartmentId, others, cancellation);
        }
        else
        {
            await RequireWithinLimitsAsync(drafted.Year, drafted.DepartmentId, others.Count(p => p.Ground != TaskGround.SuperiorTask), cancellation);
        }
    }

    /// <summary>严格控制临时任务数量和规模: a superior's tasks do not count.</summary>
    private async Task RequireWithinLimitsAsync(int year, string department, int begun, CancellationToken cancellation)
    {
        if (begun >= rules.MostAdHoc)
        {
            throw PlanningRefusals.TooManyAdHoc.Refuse(("department", department), ("year", year), ("count", begun), ("most", rules.MostAdHoc), ("basis", rules.LimitBasis));
        }

        int planned = (await views.QueryAllAsync(new PlansOfYear(year, PlanKind.Annual), cancellation))
            .Where(plan => plan.DepartmentId == department && plan.Status == PlanStatus.Approved).Sum(plan => plan.Tasks);
        int count = begun + 1;
        if (rules.IsShareTooLarge(count, planned))
        {
            throw PlanningRefusals.AdHocShareTooLarge.Refuse(
                ("department", department), ("year", year), ("count", count), ("planned", planned), ("most", rules.MostAdHocPercent), ("basis", rules.LimitBasis));
        }
    }

    private async Task RequireNotTakenOverAsync(SuperiorTask superior, string department, ImmutableArray<PlanView> others, CancellationToken cancellation)
    {
        foreach (PlanView other in others.Where(p => p.Ground == TaskGround.SuperiorTask))
        {
            SuperiorTask taken = (await FindAsync(other.Key, cancellation)).Draft.Terms!.Superior!;
            if (taken.Authority == superior.Authority && taken.Task == superior.Task)
            {
                throw PlanningRefusals.TakenOver.Refuse(("task", superior.Task), ("plan", other.Key));
            }
        }

        if (await views.FindAsync<TaskView>(superior.Task, cancellation) is { } row && row.DepartmentId == department)
        {
            throw PlanningRefusals.TakenOver.Refuse(("task", superior.Task), ("plan", row.PlanId));
        }
    }

    private async Task StepAsync(
        Acting acting, string planId, WorkStep rule, string? reason, Func<AnnualPlan, PlanEvent> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (AnnualPlan plan, int version) = await ReadAsync(planId, cancellation);
        Actor actor = acting.As(rule, plan.Draft.DepartmentId);
        await CommitAsync(plan, version, step(plan), [], actor, acting.At, reason, cancellation);
    }

    private async Task<(AnnualPlan Plan, int Version)> ReadAsync(string planId, CancellationToken cancellation)
    {
        (ImmutableArray<PlanEvent> events, int version) = await ledger.ReadEventsAsync<PlanEvent>(codec, Stream(planId), cancellation);
        return version > 0 ? (AnnualPlan.Replay(events), version) : throw PlanningRefusals.UnknownPlan.Refuse(("plan", planId));
    }

    /// <summary>Which of these tasks are frozen; they must not be frozen in between either. Only an approved plan has such tasks.</summary>
    private async Task<(HashSet<string> Frozen, ImmutableArray<StreamAppend> Guards)> FrozenAsync(
        AnnualPlan plan, IEnumerable<string> tasks, CancellationToken cancellation)
    {
        HashSet<string> frozen = new(StringComparer.Ordinal);
        List<StreamAppend> guards = [];
        foreach (string task in tasks.Where(id => plan.Status == PlanStatus.Approved && plan.Tasks.Any(t => t.TaskId == id)))
        {
            (ImmutableArray<TaskEvent> events, int seen) = await ledger.ReadEventsAsync<TaskEvent>(codec, TaskWorkflow.Stream(task), cancellation);
            guards.Add(new StreamAppend(TaskWorkflow.Stream(task), seen, []));
            if (InspectionTask.Replay(task, events).Draw is not null)
            {
                frozen.Add(task);
            }
        }

        return (frozen, [.. guards]);
    }

    private Task CommitAsync(
        AnnualPlan plan, int version, PlanEvent happened, ImmutableArray<StreamAppend> guards, Actor actor, Instant at, string? reason, CancellationToken cancellation) =>
        CommitAsync(plan, version, [happened], guards, actor, at, reason, cancellation);

    private Task CommitAsync(
        AnnualPlan plan, int version, PlanEvent[] happened, ImmutableArray<StreamAppend> guards, Actor actor, Instant at, string? reason, CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                reason,
                [new StreamAppend(Stream(plan.Id), version, [.. happened.Select(codec.Encode)]), .. guards],
                [PlanView.Of(plan), .. TaskView.Of(plan), .. TaskView.Gone(plan)]),
            cancellation);

    internal static string Stream(string planId) => $"plan/{planId}";

    /// <summary>The items that a task may name: those in force when it begins, or now if it has begun.</summary>
    private ValueTask<PublishedItems> PublishedAsync(Acting acting, LocalDate from, CancellationToken cancellation) =>
        catalogue.ReadAsync(LocalDate.Max(from, CatalogueWorkflow.Today(acting)), cancellation);
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;

namespace RandomInspection.Planning;

/// <summary>年度抽查计划：a department's tasks for a year, approved by the government of the same level before anything is carried out.</summary>
/// <remarks>
/// An ad-hoc task (临时任务) goes the same way by itself, with a ground: approved like a plan, published together with its list.
/// Adding, revising, removing, submitting, returning and approving are about what is being drafted: the plan itself, or its amendment.
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: 沈政办发〔2020〕19号 三(五).
/// </remarks>
public sealed partial class AnnualPlan
{
    /// <summary>Most characters of a title.</summary>
    public const int MaxTitleLength = 100;

    private readonly List<PlannedTask> _tasks = [];

    private AnnualPlan(PlanEvent.Drafted drafted)
    {
        Draft = drafted;
    }

    /// <summary>Id, year, department, title and drafter.</summary>
    public PlanEvent.Drafted Draft { get; }

    /// <summary>The plan's id.</summary>
    public string Id => Draft.PlanId;

    /// <summary>Where it stands; an amendment under way does not change it.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>The tasks in the order in which they were added: once the plan is approved, those of the version in force.</summary>
    public IReadOnlyList<PlannedTask> Tasks => _tasks;

    /// <summary>How many tasks were ever added, those taken out again included: numbers are not used twice.</summary>
    public int TasksEverAdded { get; private set; }

    /// <summary>Who submitted it last.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>Why it was sent back last; <see langword="null"/> once it is submitted again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Who approved the version in force.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When that was.</summary>
    public Instant? ApprovedAt { get; private set; }

    /// <summary>Begins a plan.</summary>
    /// <param name="planId">Its id.</param>
    /// <param name="year">2020 to 2099.</param>
    /// <param name="departmentId">Whose plan it is.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="by">Who drafts it.</param>
    /// <param name="ground">Why an ad-hoc task (临时任务) is needed, in words, 1 to 100 characters; <see langword="null"/> for an annual plan.</param>
    /// <param name="terms">What it is, on which named ground, on what scale; with a ground and only with one.</param>
    /// <exception cref="InputRefusedException">The year (RI2008), the title, the ground or a superior's task (RI2007), or the terms (RI2032, RI2033, RI2470) are malformed.</exception>
    public static (AnnualPlan Plan, PlanEvent.Drafted Event) Begin(
        string planId, int year, string departmentId, string title, string by, string? ground = null, AdHocTerms? terms = null)
    {
        if (year is < 2020 or > 2099)
        {
            throw PlanningRefusals.YearOutOfRange.Refuse(("year", year), ("least", 2020), ("most", 2099));
        }

        PlanEvent.Drafted drafted = new(
            planId,
            year,
            departmentId,
            PlanningTexts.Required(title, "计划名称", "Title"),
            by,
            ground is null ? PlanKind.Annual : PlanKind.AdHoc,
            ground is null ? null : PlanningTexts.Required(ground, "临时任务事由", "Ground"),
            terms is null ? null : Checked(terms));
        return (new AnnualPlan(drafted), drafted);
    }

    /// <summary>The plan that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="PlanEvent.Drafted"/> first.</param>
    public static AnnualPlan Replay(IReadOnlyList<PlanEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        AnnualPlan plan = new((PlanEvent.Drafted)events[0]);
        foreach (PlanEvent later in events.Skip(1))
        {
            plan.Apply(later);
        }

        return plan;
    }

    /// <summary>Adds a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="published">The catalogue as it is in force: the task names its versions.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">Title (RI2007), items (RI2003, RI2004) or period (RI2005) are malformed, or an ad-hoc one has its task (RI2014).</exception>
    public PlanEvent.TaskAdded Add(PlannedTask task, PublishedItems published)
    {
        Require("添加任务", "adding a task", PlanStatus.Draft);
        if (Draft.Kind == PlanKind.AdHoc && Drafted.Count > 0)
        {
            throw PlanningRefusals.OneAdHocTask.Refuse(("plan", Id), ("task", Drafted[0].TaskId));
        }

        return Raise(new PlanEvent.TaskAdded(Checked(task, published)));
    }

    /// <summary>Revises a task.</summary>
    /// <param name="task">The task as it is to be.</param>
    /// <param name="published">The catalogue as it is in force: the task names its versions.</param>
    /// <param name="frozen">The tasks whose frames are frozen; none for a plan that was never approved.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no such task (RI2009), its frame is frozen (RI2030), or it is malformed as in <see cref="Add"/>.</exception>
    public PlanEvent.TaskRevised Revise(PlannedTask task, PublishedItems published, IReadOnlySet<string>? frozen = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        Require("修改任务", "revising a task", PlanStatus.Draft);
        _ = DraftedTask(task.TaskId);
        RequireNotFrozen(task.TaskId, frozen);
        return Raise(new PlanEvent.TaskRevised(Checked(task, published)));
    }

    /// <summary>Takes a task out.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="frozen">The tasks whose frames are frozen; none for a plan that was never approved.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no such task (RI2009), or its frame is frozen (RI2030).</exception>
    public PlanEvent.TaskRemoved Remove(string taskId, IReadOnlySet<string>? frozen = null)
    {
        Require("删除任务", "removing a task", PlanStatus.Draft);
        RequireNotFrozen(taskId, frozen);
        return Raise(new PlanEvent.TaskRemoved(DraftedTask(taskId).TaskId));
    }

    /// <summary>Submits the plan.</summary>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">It has no task (RI2002), or the amendment changes nothing (RI2031).</exception>
    public PlanEvent.Submitted Submit(string by)
    {
        Require("提交", "submitting", PlanStatus.Draft);
        RequireSomethingAmended();
        return Drafted.Count > 0 ? Raise(new PlanEvent.Submitted(by)) : throw PlanningRefusals.NoTasks.Refuse(("plan", Id));
    }

    /// <summary>Sends the plan back.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is submitted (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2007).</exception>
    public PlanEvent.Returned Return(string by, string reason)
    {
        Require("退回", "sending it back", PlanStatus.Submitted);
        return Raise(new PlanEvent.Returned(by, PlanningTexts.Required(reason, "退回理由", "Reason")));
    }

    /// <summary>Approves the plan (涉企检查计划经本级政府批准后方可实施), or its amendment, which takes its place.</summary>
    /// <param name="by">Who: neither drafter nor submitter.</param>
    /// <param name="at">Now.</param>
    /// <param name="frozen">The tasks whose frames are frozen; none for a plan that was never approved.</param>
    /// <exception cref="TransitionRefusedException">Neither the plan nor its amendment is submitted (RI2001).</exception>
    /// <exception cref="InputRefusedException">It is that person's own (RI2006), or a task that it changes was frozen in the meantime (RI2030).</exception>
    public PlanEvent.Approved Approve(string by, Instant at, IReadOnlySet<string>? frozen = null)
    {
        Require("批准", "approving", PlanStatus.Submitted);
        foreach (PlannedTask changed in Amended.Removed.Concat(Amended.Revised.Select(r => r.Before)))
        {
            RequireNotFrozen(changed.TaskId, frozen);
        }

        (string drafter, string? submitter) = Amendment is { } amendment ? (amendment.By, amendment.SubmittedBy) : (Draft.By, SubmittedBy);
        return by != drafter && by != submitter
            ? Raise(new PlanEvent.Approved(by, at))
            : throw PlanningRefusals.OwnStep.Refuse(("person", by), ("plan", Id));
    }

    /// <summary>The task of an id, as it is being drafted.</summary>
    /// <param name="taskId">The id.</param>
    /// <exception cref="InputRefusedException">There is none (RI2009).</exception>
    public PlannedTask DraftedTask(string taskId) =>
        Drafted.FirstOrDefault(t => t.TaskId == taskId) ?? throw PlanningRefusals.UnknownTask.Refuse(("task", taskId));

    /// <summary>The task of an id.</summary>
    /// <param name="taskId">The id.</param>
    /// <exception cref="InputRefusedException">There is none (RI2009).</exception>
    public PlannedTask Task(string taskId) =>
        _tasks.Find(t => t.TaskId == taskId) ?? throw PlanningRefusals.UnknownTask.Refuse(("task", taskId));

    private static AdHocTerms Checked(AdHocTerms terms)
    {
        if (terms.Scale == TaskScale.Full && terms.Kind != TaskKind.Special)
        {
            throw PlanningRefusals.FullIsSpecial.Refuse();
        }

        if (terms.Superior is null == (terms.Ground == TaskGround.SuperiorTask))
        {
            throw PlanningRefusals.SuperiorTaskNamed.Refuse();
        }

        if (terms.Named is not null && !terms.Ground.IsException())
        {
            (string groundChinese, string groundEnglish) = StateWords.Of(terms.Ground);
            throw NamedRefusals.NotForThisGround.Refuse(("ground", terms.Ground), ("groundZh", groundChinese), ("groundEn", groundEnglish));
        }

        return terms.Superior is not { } superior ? terms : terms with
        {
            Superior = new SuperiorTask(
                PlanningTexts.Required(superior.Authority, "上级部门", "Superior authority"),
                PlanningTexts.Required(superior.Task, "上级计划任务", "Superior's task"),
                string.IsNullOrWhiteSpace(superior.Document) ? null : PlanningTexts.Required(superior.Document, "文号", "Document")),
        };
    }

    private PlannedTask Checked(PlannedTask task, PublishedItems published)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(published);
        if (task.Items.IsDefaultOrEmpty)
        {
            throw PlanningRefusals.NoItems.Refuse(("task", task.Title));
        }

        foreach (string item in task.Items)
        {
            if (published.Find(item) is null)
            {
                throw PlanningRefusals.UnknownItem.Refuse(("item", item));
            }
        }

        return task.From <= task.To && task.From.Year == Draft.Year && task.To.Year == Draft.Year
            ? task with
            {
                Title = PlanningTexts.Required(task.Title, "任务名称", "Title"),
                Items = [.. task.Items.Distinct(StringComparer.Ordinal)],
                Catalogues = published.VersionsOf(task.Items) is { IsEmpty: false } versions ? versions : null,
            }
            : throw PlanningRefusals.PeriodOutsideYear.Refuse(("from", $"{task.From:R}"), ("to", $"{task.To:R}"), ("year", Draft.Year));
    }

    private void Require(string chinese, string english, PlanStatus status)
    {
        if (Standing != status)
        {
            throw WrongState(chinese, english);
        }
    }

    private TransitionRefusedException WrongState(string chinese, string english)
    {
        (string stateChinese, string stateEnglish) = StateWords.Of(Standing);
        return new TransitionRefusedException(
            PlanningRefusals.WrongState.With(
                ("plan", Id), ("state", Standing), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
            english,
            Standing.ToString());
    }

    private T Raise<T>(T happened)
        where T : PlanEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(PlanEvent happened)
    {
        if (Amendment is { } amendment)
        {
            ApplyToAmendment(amendment, happened);
            return;
        }

        switch (happened)
        {
            case PlanEvent.AmendmentBegun begun:
                Amendment = new PlanAmendment(begun.Version, begun.Reason, begun.By, PlanStatus.Draft, [.. _tasks]);
                break;
            case PlanEvent.TaskAdded added:
                _tasks.Add(added.Task);
                TasksEverAdded++;
                break;
            case PlanEvent.TaskRevised revised:
                _tasks[_tasks.FindIndex(t => t.TaskId == revised.Task.TaskId)] = revised.Task;
                break;
            case PlanEvent.TaskRemoved removed:
                _gone.Add((Task(removed.TaskId), Status));
                _tasks.RemoveAll(t => t.TaskId == removed.TaskId);
                break;
            case PlanEvent.Submitted submitted:
                (Status, SubmittedBy, ReturnReason) = (PlanStatus.Submitted, submitted.By, null);
                break;
            case PlanEvent.Returned returned:
                (Status, ReturnReason) = (PlanStatus.Draft, returned.Reason);
                break;
            case PlanEvent.Approved approved:
                ApplyApproved(approved, null);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}

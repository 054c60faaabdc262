using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;

namespace RandomInspection.Planning;

/// <summary>年度抽查计划：a department's tasks for a year, approved by the government of the same level before anything is carried out.</summary>
/// <remarks>
/// An ad-hoc task (临时任务) goes the same way by itself, with a ground: approved like a plan, published together with its list.
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: 沈政办发〔2020〕19号 三(五).
/// </remarks>
public sealed class AnnualPlan
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

    /// <summary>Where it stands.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>The tasks in the order in which they were added.</summary>
    public IReadOnlyList<PlannedTask> Tasks => _tasks;

    /// <summary>How many tasks were ever added, those taken out again included: numbers are not used twice.</summary>
    public int TasksEverAdded { get; private set; }

    /// <summary>Who submitted it last.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>Why it was sent back last; <see langword="null"/> once it is submitted again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When it was approved.</summary>
    public Instant? ApprovedAt { get; private set; }

    /// <summary>Begins a plan.</summary>
    /// <param name="planId">Its id.</param>
    /// <param name="year">2020 to 2099.</param>
    /// <param name="departmentId">Whose plan it is.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="by">Who drafts it.</param>
    /// <param name="ground">Why an ad-hoc task (临时任务) is needed, 1 to 100 characters; <see langword="null"/> for an annual plan.</param>
    /// <exception cref="InputRefusedException">The year (RI2008), the title or the ground (RI2007) is malformed.</exception>
    public static (AnnualPlan Plan, PlanEvent.Drafted Event) Begin(
        string planId, int year, string departmentId, string title, string by, string? ground = null)
    {
        if (year is < 2020 or > 2099)
        {
            throw PlanningRefusals.YearOutOfRange.Refuse(("year", year), ("least", 2020), ("most", 2099));
        }

        PlanEvent.Drafted drafted = new(
            planId,
            year,
            departmentId,
            RequireTitle(title, "计划名称", "Title"),
            by,
            ground is null ? PlanKind.Annual : PlanKind.AdHoc,
            ground is null ? null : RequireTitle(ground, "临时任务事由", "Ground"));
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
    /// <exception cref="TransitionRefusedException">The plan is not a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">Title (RI2007), items (RI2003, RI2004) or period (RI2005) are malformed, or an ad-hoc one has its task (RI2014).</exception>
    public PlanEvent.TaskAdded Add(PlannedTask task, PublishedItems published)
    {
        Require("添加任务", "adding a task", PlanStatus.Draft);
        if (Draft.Kind == PlanKind.AdHoc && _tasks.Count > 0)
        {
            throw PlanningRefusals.OneAdHocTask.Refuse(("plan", Id), ("task", _tasks[0].TaskId));
        }

        return Raise(new PlanEvent.TaskAdded(Checked(task, published)));
    }

    /// <summary>Revises a task.</summary>
    /// <param name="task">The task as it is to be.</param>
    /// <param name="published">The catalogue as it is in force: the task names its versions.</param>
    /// <exception cref="TransitionRefusedException">The plan is not a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no such task (RI2009), or it is malformed as in <see cref="Add"/>.</exception>
    public PlanEvent.TaskRevised Revise(PlannedTask task, PublishedItems published)
    {
        ArgumentNullException.ThrowIfNull(task);
        Require("修改任务", "revising a task", PlanStatus.Draft);
        _ = Task(task.TaskId);
        return Raise(new PlanEvent.TaskRevised(Checked(task, published)));
    }

    /// <summary>Takes a task out.</summary>
    /// <param name="taskId">The task.</param>
    /// <exception cref="TransitionRefusedException">The plan is not a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no such task (RI2009).</exception>
    public PlanEvent.TaskRemoved Remove(string taskId)
    {
        Require("删除任务", "removing a task", PlanStatus.Draft);
        return Raise(new PlanEvent.TaskRemoved(Task(taskId).TaskId));
    }

    /// <summary>Submits the plan.</summary>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">The plan is not a draft (RI2001).</exception>
    /// <exception cref="InputRefusedException">It has no task (RI2002).</exception>
    public PlanEvent.Submitted Submit(string by)
    {
        Require("提交", "submitting", PlanStatus.Draft);
        return _tasks.Count > 0 ? Raise(new PlanEvent.Submitted(by)) : throw PlanningRefusals.NoTasks.Refuse(("plan", Id));
    }

    /// <summary>Sends the plan back.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <exception cref="TransitionRefusedException">The plan is not submitted (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2007).</exception>
    public PlanEvent.Returned Return(string by, string reason)
    {
        Require("退回", "sending it back", PlanStatus.Submitted);
        return Raise(new PlanEvent.Returned(by, RequireTitle(reason, "退回理由", "Reason")));
    }

    /// <summary>Approves the plan (涉企检查计划经本级政府批准后方可实施).</summary>
    /// <param name="by">Who: neither drafter nor submitter.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">The plan is not submitted (RI2001).</exception>
    /// <exception cref="InputRefusedException">It is that person's own plan (RI2006).</exception>
    public PlanEvent.Approved Approve(string by, Instant at)
    {
        Require("批准", "approving", PlanStatus.Submitted);
        return by != Draft.By && by != SubmittedBy
            ? Raise(new PlanEvent.Approved(by, at))
            : throw PlanningRefusals.OwnStep.Refuse(("person", by), ("plan", Id));
    }

    /// <summary>The task of an id.</summary>
    /// <param name="taskId">The id.</param>
    /// <exception cref="InputRefusedException">There is none (RI2009).</exception>
    public PlannedTask Task(string taskId) =>
        _tasks.Find(t => t.TaskId == taskId) ?? throw PlanningRefusals.UnknownTask.Refuse(("task", taskId));

    private static string RequireTitle(string text, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxTitleLength
            ? text.Trim()
            : throw PlanningRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", MaxTitleLength));

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
                Title = RequireTitle(task.Title, "任务名称", "Title"),
                Items = [.. task.Items.Distinct(StringComparer.Ordinal)],
                Catalogues = published.VersionsOf(task.Items) is { IsEmpty: false } versions ? versions : null,
            }
            : throw PlanningRefusals.PeriodOutsideYear.Refuse(("from", $"{task.From:R}"), ("to", $"{task.To:R}"), ("year", Draft.Year));
    }

    private void Require(string chinese, string english, PlanStatus status)
    {
        if (Status != status)
        {
            (string stateChinese, string stateEnglish) = StateWords.Of(Status);
            throw new TransitionRefusedException(
                PlanningRefusals.WrongState.With(
                    ("plan", Id), ("state", Status), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
                english,
                Status.ToString());
        }
    }

    private T Raise<T>(T happened)
        where T : PlanEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(PlanEvent happened)
    {
        switch (happened)
        {
            case PlanEvent.TaskAdded added:
                _tasks.Add(added.Task);
                TasksEverAdded++;
                break;
            case PlanEvent.TaskRevised revised:
                _tasks[_tasks.FindIndex(t => t.TaskId == revised.Task.TaskId)] = revised.Task;
                break;
            case PlanEvent.TaskRemoved removed:
                _tasks.RemoveAll(t => t.TaskId == removed.TaskId);
                break;
            case PlanEvent.Submitted submitted:
                (Status, SubmittedBy, ReturnReason) = (PlanStatus.Submitted, submitted.By, null);
                break;
            case PlanEvent.Returned returned:
                (Status, ReturnReason) = (PlanStatus.Draft, returned.Reason);
                break;
            case PlanEvent.Approved approved:
                (Status, ApprovedBy, ApprovedAt) = (PlanStatus.Approved, approved.By, approved.At);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}

using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Planning;

/// <content>Amendments: an approved plan is not edited; its next version is drafted beside it, approved, and takes its place.</content>
public sealed partial class AnnualPlan
{
    private readonly List<PlanVersion> _versions = [];
    private readonly List<(PlannedTask Task, PlanStatus Status)> _gone = [];

    /// <summary>The versions that were approved, the oldest first; the last one is in force.</summary>
    public IReadOnlyList<PlanVersion> Versions => _versions;

    /// <summary>The next version while it is drafted or awaits approval; <see langword="null"/> if none is under way.</summary>
    public PlanAmendment? Amendment { get; private set; }

    /// <summary>Tasks that were taken out again, each with where the plan or its amendment stood then.</summary>
    internal IReadOnlyList<(PlannedTask Task, PlanStatus Status)> Gone => _gone;

    /// <summary>The tasks that are being drafted: the amendment's, else the plan's own.</summary>
    public IReadOnlyList<PlannedTask> Drafted => Amendment is { } amendment ? amendment.Tasks : _tasks;

    /// <summary>Where what is being drafted stands.</summary>
    private PlanStatus Standing => Amendment?.Status ?? Status;

    /// <summary>Begins an amendment, from the tasks of the version in force.</summary>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">The plan is not approved, or an amendment is under way (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2007).</exception>
    public PlanEvent.AmendmentBegun Amend(string reason, string by)
    {
        Require("变更", "amending", PlanStatus.Approved);
        return Raise(new PlanEvent.AmendmentBegun(_versions.Count + 1, PlanningTexts.Required(reason, "变更理由", "Reason"), by));
    }

    /// <summary>Drops the amendment: the plan stays as it was approved.</summary>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">No amendment is under way (RI2001).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2007).</exception>
    public PlanEvent.AmendmentDropped DropAmendment(string reason, string by)
    {
        if (Amendment is null)
        {
            throw WrongState("撤销变更", "dropping an amendment");
        }

        return Raise(new PlanEvent.AmendmentDropped(PlanningTexts.Required(reason, "撤销理由", "Reason"), by));
    }

    /// <summary>What the amendment changes; empty if none is under way.</summary>
    public PlanDifference Amended => PlanDifference.Between(_tasks, Amendment is { } amendment ? amendment.Tasks : _tasks);

    private static void RequireNotFrozen(string taskId, IReadOnlySet<string>? frozen)
    {
        if (frozen?.Contains(taskId) == true)
        {
            throw PlanningRefusals.TaskFrozen.Refuse(("task", taskId));
        }
    }

    private void RequireSomethingAmended()
    {
        if (Amendment is not null && Amended.IsEmpty)
        {
            throw PlanningRefusals.NothingAmended.Refuse(("plan", Id));
        }
    }

    private void ApplyToAmendment(PlanAmendment amendment, PlanEvent happened)
    {
        switch (happened)
        {
            case PlanEvent.TaskAdded added:
                Amendment = amendment with { Tasks = amendment.Tasks.Add(added.Task) };
                TasksEverAdded++;
                break;
            case PlanEvent.TaskRevised revised:
                Amendment = amendment with { Tasks = [.. amendment.Tasks.Select(t => t.TaskId == revised.Task.TaskId ? revised.Task : t)] };
                break;
            case PlanEvent.TaskRemoved removed:
                PlannedTask taken = amendment.Tasks.First(t => t.TaskId == removed.TaskId);
                Amendment = amendment with { Tasks = amendment.Tasks.Remove(taken) };
                if (_tasks.TrueForAll(t => t.TaskId != removed.TaskId))
                {
                    _gone.Add((taken, amendment.Status));
                }

                break;
            case PlanEvent.Submitted submitted:
                Amendment = amendment with { Status = PlanStatus.Submitted, SubmittedBy = submitted.By, ReturnReason = null };
                break;
            case PlanEvent.Returned returned:
                Amendment = amendment with { Status = PlanStatus.Draft, ReturnReason = returned.Reason };
                break;
            case PlanEvent.AmendmentDropped:
                _gone.AddRange(Amended.Added.Select(t => (t, amendment.Status)));
                Amendment = null;
                break;
            case PlanEvent.Approved approved:
                _gone.AddRange(Amended.Removed.Select(t => (t, PlanStatus.Approved)));
                _tasks.Clear();
                _tasks.AddRange(amendment.Tasks);
                Amendment = null;
                ApplyApproved(approved, amendment.Reason);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }

    private void ApplyApproved(PlanEvent.Approved approved, string? reason)
    {
        (Status, ApprovedBy, ApprovedAt) = (PlanStatus.Approved, approved.By, approved.At);
        _versions.Add(new PlanVersion(_versions.Count + 1, reason, [.. _tasks], approved.By, approved.At));
    }
}

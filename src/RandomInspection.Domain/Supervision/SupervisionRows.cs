using System.Collections.Immutable;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>The rows that figures and alerts are folded from, read at one moment.</summary>
/// <remarks>The arrays compare by reference; the order of rows does not matter.</remarks>
public sealed record SupervisionRows
{
    /// <summary>All plans and ad-hoc tasks.</summary>
    public ImmutableArray<PlanView> Plans { get; init; } = [];

    /// <summary>All tasks that were not taken out.</summary>
    public ImmutableArray<TaskView> Tasks { get; init; } = [];

    /// <summary>All draws.</summary>
    public ImmutableArray<DrawView> Draws { get; init; } = [];

    /// <summary>All visits.</summary>
    public ImmutableArray<VisitView> Visits { get; init; } = [];

    /// <summary>All seats of those visits.</summary>
    public ImmutableArray<SeatView> Seats { get; init; } = [];

    /// <summary>All changes of drawn lists.</summary>
    public ImmutableArray<ReplacementView> Changes { get; init; } = [];

    /// <summary>All duties to publish; those that are at rest, exempt or without their matter, are not among them.</summary>
    public ImmutableArray<ObligationView> Obligations { get; init; } = [];

    /// <summary>Seats that were assigned directly.</summary>
    public ImmutableArray<DirectAssignment> Assignments { get; init; } = [];

    /// <summary>The subject directory, counted.</summary>
    public ImmutableArray<SubjectCount> Subjects { get; init; } = [];

    /// <summary>The credit class of each subject that was or will be visited, by its code, as the directory says now.</summary>
    public ImmutableDictionary<string, string> Classes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The inspectors of all departments.</summary>
    public ImmutableArray<Inspector> Inspectors { get; init; } = [];

    /// <summary>The calendar in use.</summary>
    public WorkingDayCalendar Calendar { get; init; } = WorkingDayCalendar.Embedded;

    /// <summary>The task of each visit.</summary>
    internal ImmutableDictionary<string, string> TaskOfVisit => field ??= Visits.ToImmutableDictionary(visit => visit.Key, visit => visit.TaskId, StringComparer.Ordinal);
}

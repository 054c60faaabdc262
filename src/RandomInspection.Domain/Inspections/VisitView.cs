using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>A row for each visit.</summary>
public sealed record VisitView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>Its task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The match that gave its team.</summary>
    public required string Match { get; init; }

    /// <summary>The visit's id in the match's problem: the same for all that is inspected in one visit.</summary>
    public required string JointVisit { get; init; }

    /// <summary>How many others inspect in the same visit.</summary>
    public required int JointWith { get; init; }

    /// <summary>The inspecting department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The subject.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>The subject's name.</summary>
    public required string SubjectName { get; init; }

    /// <summary>The subject's region.</summary>
    public required string Region { get; init; }

    /// <summary>First day on which it may take place.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Where it stands.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary>Seats that are empty.</summary>
    public required int Missing { get; init; }

    /// <summary>The conclusion; <see langword="null"/> before.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary>The day of the conclusion; <see langword="null"/> before.</summary>
    public required LocalDate? ConcludedOn { get; init; }

    /// <summary>Measures so far.</summary>
    public required int Measures { get; init; }

    /// <summary>The day that was drawn for it; <see langword="null"/> where the team chooses within the period.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The day on which the team arrived; <see langword="null"/> before.</summary>
    public LocalDate? BegunOn { get; init; }

    /// <summary>Whether the authority's head has approved it.</summary>
    public bool Approved { get; init; }

    /// <summary>The officer whose direct assignment waits for its approval; <see langword="null"/> if nobody's does.</summary>
    public string? Proposed { get; init; }

    /// <summary>By when something has to be done next about what was ordered; <see langword="null"/> if nothing was, or all is closed.</summary>
    public LocalDate? RecheckDueOn { get; init; }

    /// <summary>Whether a transfer to another authority is entered.</summary>
    public bool Referred { get; init; }

    /// <summary>Whether the subject could not be contacted and its referral is owed.</summary>
    public bool ReferralIsOwed => Conclusion == Inspections.Conclusion.CannotBeContacted && !Referred;

    /// <summary>Whether it began without the approval, which is owed.</summary>
    public bool ApprovalIsOwed => !Approved && BegunOn is not null && Status != VisitStatus.Closed;

    /// <summary>The row of a visit.</summary>
    /// <param name="visit">The visit.</param>
    public static VisitView Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new VisitView
        {
            Key = visit.Id,
            TaskId = visit.Plan.TaskId,
            Match = visit.Plan.Match,
            JointVisit = visit.Plan.JointVisit,
            JointWith = visit.Plan.JointWith.Length,
            DepartmentId = visit.Team.DepartmentId,
            SubjectCode = visit.Plan.SubjectCode,
            SubjectName = visit.Plan.SubjectName,
            Region = visit.Plan.Region,
            From = visit.Plan.From,
            To = visit.Plan.To,
            Status = visit.Status,
            Missing = visit.Team.Missing,
            Conclusion = visit.Conclusion?.Conclusion,
            ConcludedOn = visit.Conclusion?.On,
            Measures = visit.Measures.Count,
            Day = visit.Plan.Day,
            BegunOn = visit.BegunOn,
            Approved = visit.Approval is not null,
            Proposed = visit.Proposal?.Inspector,
            RecheckDueOn = visit.RecheckDueOn,
            Referred = visit.IsReferred,
        };
    }
}

using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>The visits of a task, in order.</summary>
/// <param name="TaskId">The task.</param>
public sealed record VisitsOfTask(string TaskId) : Specification<VisitView>(visit => visit.TaskId == TaskId, visit => visit.Key);

/// <summary>The visits of a match, in order.</summary>
/// <param name="Match">The match.</param>
public sealed record VisitsOfMatch(string Match) : Specification<VisitView>(visit => visit.Match == Match, visit => visit.Key);

/// <summary>The visits of a match that have not ended: while there is one, the match stays sealed.</summary>
/// <param name="Match">The match.</param>
public sealed record OpenVisitsOfMatch(string Match)
    : Specification<VisitView>(visit => visit.Match == Match && (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Underway), visit => visit.Key);

/// <summary>The visits of a department in one state, the earliest last day first.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Status">The state.</param>
public sealed record VisitsInState(string DepartmentId, VisitStatus Status)
    : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && visit.Status == Status, visit => visit.To);

/// <summary>The visits of a department whose team is incomplete.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record ShortVisits(string DepartmentId)
    : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && visit.Missing > 0, visit => visit.Key);

/// <summary>The visits to subjects whose code begins with a text or whose name contains it.</summary>
/// <param name="Text">The text.</param>
public sealed record VisitsToSubject(string Text)
    : Specification<VisitView>(visit => visit.SubjectCode.StartsWith(Text) || visit.SubjectName.Contains(Text), visit => visit.SubjectCode);

/// <summary>The seats of an officer that have not ended and were not given to another.</summary>
/// <param name="Inspector">The officer.</param>
public sealed record OpenSeatsOf(string Inspector)
    : Specification<SeatView>(
        seat => seat.Inspector == Inspector && !seat.Replaced && (seat.Status == VisitStatus.Planned || seat.Status == VisitStatus.Underway),
        seat => seat.Key);

/// <summary>All seats of an officer, the newest match first.</summary>
/// <param name="Inspector">The officer.</param>
public sealed record SeatsOf(string Inspector) : Specification<SeatView>(seat => seat.Inspector == Inspector && !seat.Replaced, seat => seat.Key);

/// <summary>The seats of a match as they stand.</summary>
/// <param name="Match">The match.</param>
public sealed record SeatsOfMatch(string Match) : Specification<SeatView>(seat => seat.Match == Match && !seat.Replaced, seat => seat.Key);

/// <summary>The seats of a department whose visits have ended: who inspected whom before.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record PastSeats(string DepartmentId)
    : Specification<SeatView>(
        seat => seat.DepartmentId == DepartmentId && !seat.Replaced && (seat.Status == VisitStatus.Concluded || seat.Status == VisitStatus.Audited),
        seat => seat.Key);

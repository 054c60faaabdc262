using NodaTime;
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

/// <summary>逾期未检查：the visits that have not ended although their period is over, the earliest last day first.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="Today">Today.</param>
public sealed record VisitsPastTheirPeriod(string? DepartmentId, LocalDate Today)
    : Specification<VisitView>(
        visit => (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Underway) && visit.To < Today && (DepartmentId == null || visit.DepartmentId == DepartmentId),
        visit => visit.To);

/// <summary>待审批：the visits of a department that are to be made and not approved, the earliest last day first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record UnapprovedVisits(string DepartmentId)
    : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && visit.Status == VisitStatus.Planned && !visit.Approved, visit => visit.To);

/// <summary>须补办审批：the visits of a department that began in an emergency and are not approved yet, the earliest first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record OwedApprovals(string DepartmentId)
    : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && !visit.Approved && visit.BegunOn != null && visit.Status != VisitStatus.Closed, visit => visit.BegunOn);

/// <summary>待复查：the visits of a department after which something that was ordered is not closed, the earliest due first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record OpenRechecks(string DepartmentId)
    : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && visit.RecheckDueOn != null, visit => visit.RecheckDueOn);

/// <summary>待批指派：the visits of a department for which a direct assignment is proposed.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record ProposedAssignments(string DepartmentId) : Specification<VisitView>(visit => visit.DepartmentId == DepartmentId && visit.Proposed != null, visit => visit.Key);

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

/// <summary>The seats of a match as they stand; those of visits that were closed are free again.</summary>
/// <param name="Match">The match.</param>
public sealed record SeatsOfMatch(string Match)
    : Specification<SeatView>(seat => seat.Match == Match && !seat.Replaced && seat.Status != VisitStatus.Closed, seat => seat.Key);

/// <summary>The seats of a department whose visits have ended: who inspected whom before.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record PastSeats(string DepartmentId)
    : Specification<SeatView>(
        seat => seat.DepartmentId == DepartmentId && !seat.Replaced && (seat.Status == VisitStatus.Concluded || seat.Status == VisitStatus.Audited),
        seat => seat.Key);

/// <summary>The visits that fit everything that is said, the earliest last day first.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="TaskId">The task; <see langword="null"/> for all.</param>
/// <param name="Status">The state; <see langword="null"/> for all.</param>
/// <param name="Region">The subject's region; <see langword="null"/> for all.</param>
/// <param name="Text">A part of the subject's name or the beginning of its code; <see langword="null"/> for all.</param>
public sealed record VisitsWhere(string? DepartmentId, string? TaskId = null, VisitStatus? Status = null, string? Region = null, string? Text = null)
    : Specification<VisitView>(
        visit => (DepartmentId == null || visit.DepartmentId == DepartmentId)
            && (TaskId == null || visit.TaskId == TaskId)
            && (Status == null || visit.Status == Status)
            && (Region == null || visit.Region == Region)
            && (Text == null || visit.SubjectCode.StartsWith(Text) || visit.SubjectName.Contains(Text)),
        visit => visit.To);

/// <summary>The visits of these ids that have not ended, the earliest last day first.</summary>
/// <param name="Visits">The ids.</param>
public sealed record OpenVisitsAmong(IReadOnlyCollection<string> Visits)
    : Specification<VisitView>(
        visit => Visits.Contains(visit.Key) && (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Underway), visit => visit.To);

/// <summary>The visits of these ids that have ended, by the day of the conclusion.</summary>
/// <param name="Visits">The ids.</param>
public sealed record EndedVisitsAmong(IReadOnlyCollection<string> Visits)
    : Specification<VisitView>(
        visit => Visits.Contains(visit.Key) && (visit.Status == VisitStatus.Concluded || visit.Status == VisitStatus.Audited), visit => visit.ConcludedOn);

/// <summary>The visits of these ids.</summary>
/// <param name="Visits">The ids.</param>
public sealed record VisitsAmong(IReadOnlyCollection<string> Visits) : Specification<VisitView>(visit => Visits.Contains(visit.Key), visit => visit.Key);

/// <summary>The audited visits to subjects whose code begins with a text: what a search by code finds among results.</summary>
/// <param name="Code">The beginning of a code.</param>
public sealed record AuditedVisitsByCode(string Code)
    : Specification<VisitView>(visit => visit.SubjectCode.StartsWith(Code) && visit.Status == VisitStatus.Audited, visit => visit.SubjectCode);

/// <summary>All visits to one subject.</summary>
/// <param name="Code">Its code.</param>
public sealed record VisitsOfSubject(string Code) : Specification<VisitView>(visit => visit.SubjectCode == Code, visit => visit.Key);

/// <summary>The visits that were concluded since a day, and all that have not ended.</summary>
/// <param name="From">The first day, included.</param>
public sealed record VisitsSince(LocalDate From)
    : Specification<VisitView>(
        visit => visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Underway || visit.ConcludedOn >= From, visit => visit.Key);

using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A7 (三(六)): one commitment, one draw, chained attempts; teams from a match; direct assignments with reason and approver.</summary>
internal sealed class TeamAudit : IComplianceAudit
{
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);
    private readonly List<VisitEvent.Planned> _visits = [];
    private readonly List<(string Id, VisitEvent.OfficerAssigned Assigned)> _assigned = [];
    private readonly List<CeremonyEvent.Prepared> _attempts = [];
    private readonly Dictionary<string, string?> _voided = new(StringComparer.Ordinal);

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case CeremonyEvent.Prepared prepared:
                _attempts.Add(prepared);
                break;
            case CeremonyEvent.Voided voided:
                _voided[entry.Stream[(entry.Stream.IndexOf('/') + 1)..]] = voided.AuditorRecord;
                break;
            case CeremonyEvent.Matched:
                _matched.Add(entry.Stream["match/".Length..]);
                break;
            case VisitEvent.Planned planned:
                _visits.Add(planned);
                break;
            case VisitEvent.OfficerAssigned assigned:
                _assigned.Add(($"{entry.Stream["visit/".Length..]}/{assigned.Inspector}", assigned));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A7.attempts",
            "再次抽取、匹配均接续作废的上一次",
            "A further attempt names the voided one before it by its record",
            [.. _attempts.Where(attempt => attempt.Attempt > 1)],
            attempt => attempt.Draw,
            attempt => attempt.Previous is { } previous && _voided.TryGetValue(previous.Draw, out string? record) && record == previous.Record),
        ComplianceCheck.Of("A7.matched", "检查组由随机匹配产生", "Teams come from a random match", _visits, visit => visit.Visit, visit => _matched.Contains(visit.Match)),
        ComplianceCheck.Of(
            "A7.assignments",
            "直接指派有理由、有批准人",
            "A direct assignment has a reason, and its approver neither proposed it nor is assigned",
            _assigned,
            assigned => assigned.Id,
            assigned => !string.IsNullOrWhiteSpace(assigned.Assigned.Reason) && assigned.Assigned.Approver.Length > 0
                && assigned.Assigned.Approver != assigned.Assigned.Inspector && assigned.Assigned.ProposedBy is { } by && by != assigned.Assigned.Approver),
    ];
}

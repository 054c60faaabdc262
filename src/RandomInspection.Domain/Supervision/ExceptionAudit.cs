using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>A1 (一): inspected is who was drawn, and every exception is named.</summary>
internal sealed class ExceptionAudit : IComplianceAudit
{
    private readonly HashSet<string> _drawn = new(StringComparer.Ordinal);
    private readonly List<VisitEvent.Planned> _visits = [];
    private readonly List<PlanEvent.Drafted> _adHoc = [];
    private readonly Dictionary<string, TaskEvent.Designed> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _approved = new(StringComparer.Ordinal);
    private readonly List<(string Task, bool Approved)> _frozen = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case CeremonyEvent.Drawn:
                _drawn.Add(entry.Stream["draw/".Length..]);
                break;
            case VisitEvent.Planned planned:
                _visits.Add(planned);
                break;
            case TaskEvent.Designed { Named: not null } designed:
                _named[designed.TaskId] = designed;
                _approved.Remove(designed.TaskId);
                break;
            case TaskEvent.NamedApproved approved when TaskOf(entry) is var task && _named[task].By != approved.By:
                _approved.Add(task);
                break;
            case TaskEvent.Frozen when TaskOf(entry) is var task && _named.ContainsKey(task):
                _frozen.Add((task, _approved.Contains(task)));
                break;
            case PlanEvent.Drafted { Kind: PlanKind.AdHoc } drafted:
                _adHoc.Add(drafted);
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of("A1.drawn", "检查对象出自随机抽取", "Who is visited was drawn", [.. _visits.Where(visit => !_named.ContainsKey(visit.TaskId))], visit => visit.Visit, visit => _drawn.Contains(visit.Draw)),
        ComplianceCheck.Of("A1.named", "点名检查经第二人批准", "Who is named instead of drawn was approved by a second person", _frozen, frozen => frozen.Task, frozen => frozen.Approved),
        ComplianceCheck.Of("A1.grounds", "临时任务写明事由", "An ad-hoc task names its ground", _adHoc, plan => plan.PlanId, plan => !string.IsNullOrWhiteSpace(plan.Ground)),
    ];

    private static string TaskOf(LedgerEntry entry) => entry.Stream["task/".Length..];
}

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
            case PlanEvent.Drafted { Kind: PlanKind.AdHoc } drafted:
                _adHoc.Add(drafted);
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of("A1.drawn", "检查对象出自随机抽取", "Who is visited was drawn", _visits, visit => visit.Visit, visit => _drawn.Contains(visit.Draw)),
        ComplianceCheck.Of("A1.grounds", "临时任务写明事由", "An ad-hoc task names its ground", _adHoc, plan => plan.PlanId, plan => !string.IsNullOrWhiteSpace(plan.Ground)),
    ];
}

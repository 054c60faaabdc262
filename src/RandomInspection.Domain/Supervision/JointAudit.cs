using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A10 (三(九)): what is one visit takes place on one day, or somebody says why not.</summary>
internal sealed class JointAudit : IComplianceAudit
{
    private readonly Dictionary<string, VisitEvent.Planned> _planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VisitEvent.Begun> _begun = new(StringComparer.Ordinal);

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case VisitEvent.Planned { JointWith.IsEmpty: false } planned:
                _planned[planned.Visit] = planned;
                break;
            case VisitEvent.Begun begun:
                _begun[entry.Stream["visit/".Length..]] = begun;
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A10.oneDoor",
            "进一次门、查多项事：同日到场，否则写明理由",
            "What is one visit takes place on one day, or the reason is given",
            [.. _planned.Values.GroupBy(visit => (visit.Match, visit.JointVisit)).Select(door => door.Where(visit => _begun.ContainsKey(visit.Visit)).ToArray()).Where(door => door.Length > 1)],
            door => door.Select(visit => visit.Visit).Order(StringComparer.Ordinal).First(),
            door => door.Select(visit => _begun[visit.Visit]).Where(begun => begun.Separately is null).Select(begun => begun.On).Distinct().Count() <= 1),
    ];
}

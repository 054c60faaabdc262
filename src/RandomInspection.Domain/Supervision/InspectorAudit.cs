using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A5 (三(四)): those who inspected are listed officers with a certificate valid on the day.</summary>
/// <remarks>By the directory as it is now: a certificate that was taken out of it since counts as missing.</remarks>
internal sealed class InspectorAudit : IComplianceAudit
{
    private readonly Dictionary<string, VisitTeam> _teams = new(StringComparer.Ordinal);
    private readonly List<(string Visit, string Inspector, LocalDate On)> _went = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case VisitEvent.Planned planned:
                _teams[entry.Stream] = planned.Team;
                break;
            case VisitEvent.OfficerReplaced { Replacement: var replaced }:
                _teams[entry.Stream] = _teams[entry.Stream] with { Inspectors = [.. _teams[entry.Stream].Inspectors.Remove(replaced.Leaves), replaced.Comes] };
                break;
            case VisitEvent.OfficerAssigned assigned:
                _teams[entry.Stream] = _teams[entry.Stream] with { Inspectors = [.. _teams[entry.Stream].Inspectors.Where(officer => officer != assigned.InsteadOf), assigned.Inspector] };
                break;
            case VisitEvent.Begun begun:
                _went.AddRange(_teams[entry.Stream].Inspectors.Select(inspector => (entry.Stream["visit/".Length..], inspector, begun.On)));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today)
    {
        Dictionary<string, Inspector> known = rows.Inspectors.ToDictionary(inspector => inspector.Id, StringComparer.Ordinal);
        return
        [
            ComplianceCheck.Of(
                "A5.certificates",
                "检查人员在名录内，当日执法证有效",
                "Whoever inspected is a listed officer whose certificate was valid on the day",
                _went,
                went => $"{went.Visit}/{went.Inspector}",
                went => known.TryGetValue(went.Inspector, out Inspector? inspector) && inspector.Kind is InspectorKind.Officer or InspectorKind.CertifiedStaff
                    && inspector.Certificates.Any(certificate => certificate.ValidFrom <= went.On && went.On <= certificate.ValidTo)),
        ];
    }
}

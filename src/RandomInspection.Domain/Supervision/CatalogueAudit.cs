using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>A3 (三(二)): what is inspected is what the approved task names; a version is published after it was reviewed and reported.</summary>
internal sealed class CatalogueAudit : IComplianceAudit
{
    private readonly Dictionary<string, ImmutableArray<string>> _items = new(StringComparer.Ordinal);
    private readonly List<VisitEvent.Planned> _visits = [];
    private readonly Dictionary<string, (bool Reviewed, bool Reported)> _versions = new(StringComparer.Ordinal);
    private readonly List<(string Id, bool InOrder)> _published = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case PlanEvent.TaskAdded added:
                _items[added.Task.TaskId] = added.Task.Items;
                break;
            case PlanEvent.TaskRevised revised:
                _items[revised.Task.TaskId] = revised.Task.Items;
                break;
            case VisitEvent.Planned planned:
                _visits.Add(planned);
                break;
            case CatalogueEvent.Submitted:
                _versions[entry.Stream] = (false, false);
                break;
            case CatalogueEvent.Reviewed:
                _versions[entry.Stream] = (true, false);
                break;
            case CatalogueEvent.Reported:
                _versions[entry.Stream] = (_versions.GetValueOrDefault(entry.Stream).Reviewed, true);
                break;
            case CatalogueEvent.Published published:
                _published.Add(($"{entry.Stream}#{published.Version}", _versions.GetValueOrDefault(entry.Stream) == (true, true)));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A3.items",
            "检查事项限于任务列明的清单事项",
            "A visit inspects the catalogue's items that its task names, all of them and no other",
            _visits,
            visit => visit.Visit,
            visit => _items.TryGetValue(visit.TaskId, out ImmutableArray<string> items) && items.Order(StringComparer.Ordinal).SequenceEqual(visit.Items.Order(StringComparer.Ordinal))),
        ComplianceCheck.Of("A3.versions", "清单经审核、报备后公布", "A version of the catalogue is published after it was reviewed and reported", _published, version => version.Id, version => version.InOrder),
    ];
}

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A8 (三(七)): within the period, two officers at least, every item with a result, audited by somebody else, and who cannot be contacted referred.</summary>
/// <param name="rules">By when a subject that could not be contacted is referred.</param>
internal sealed class VisitAudit(AlertRules rules) : IComplianceAudit
{
    private readonly Dictionary<string, Course> _visits = new(StringComparer.Ordinal);
    private readonly List<(string Visit, bool Complete)> _concluded = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case VisitEvent.Planned planned:
                _visits[entry.Stream] = new Course(planned);
                break;
            case VisitEvent.Begun begun:
                _visits[entry.Stream].BegunOn = begun.On;
                break;
            case VisitEvent.ResultEntered entered:
                _visits[entry.Stream].Items.Add(entered.Item);
                break;
            case VisitEvent.MeasureDecided { Measure: { Kind: MeasureKind.Transfer } transfer }:
                _visits[entry.Stream].ReferredOn ??= transfer.DecidedOn;
                break;
            case VisitEvent.Concluded concluded:
                _visits[entry.Stream].Ended = (concluded.Conclusion, concluded.On);
                _concluded.Add((_visits[entry.Stream].Plan.Visit, _visits[entry.Stream].Plan.Items.All(_visits[entry.Stream].Items.Contains)));
                break;
            case VisitEvent.Corrected corrected:
                _visits[entry.Stream].Ended = (corrected.Conclusion, _visits[entry.Stream].Ended!.Value.On);
                break;
            case VisitEvent.Returned:
                _visits[entry.Stream].Ended = null;
                break;
            case VisitEvent.Closed:
                _visits[entry.Stream].Closed = true;
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A8.period",
            "任务期内完成检查",
            "A visit takes place within its period",
            [.. _visits.Values.Where(visit => !visit.Closed && (visit.BegunOn is not null || visit.Plan.To < today))],
            visit => visit.Plan.Visit,
            visit => visit.BegunOn is { } on && visit.Plan.From <= on && on <= visit.Plan.To),
        ComplianceCheck.Of(
            "A8.officers", "检查组不少于两人", "Two officers at least", _visits.Values, visit => visit.Plan.Visit, visit => visit.Plan.Team.Officers >= MatchRequest.LeastOfficers),
        ComplianceCheck.Of("A8.items", "全部事项均有结果", "Every item has its result before the conclusion", _concluded, visit => visit.Visit, visit => visit.Complete),
        ComplianceCheck.Of(
            "A8.referral",
            "无法联系的按期移送",
            "Who cannot be contacted is referred in time",
            [.. NotReached(rows).Where(owed => owed.Visit.ReferredOn is not null || owed.Due < today)],
            owed => owed.Visit.Plan.Visit,
            owed => owed.Visit.ReferredOn <= owed.Due),
    ];

    private IEnumerable<(Course Visit, LocalDate Due)> NotReached(SupervisionRows rows) =>
        from visit in _visits.Values
        where visit.Ended?.Conclusion == Conclusion.CannotBeContacted
        select (visit, rules.ReferralDueOn(visit.Ended!.Value.On, rows.Calendar));

    private sealed class Course(VisitEvent.Planned plan)
    {
        public VisitEvent.Planned Plan { get; } = plan;

        public HashSet<string> Items { get; } = new(StringComparer.Ordinal);

        public LocalDate? BegunOn { get; set; }

        public (Conclusion Conclusion, LocalDate On)? Ended { get; set; }

        public LocalDate? ReferredOn { get; set; }

        public bool Closed { get; set; }
    }
}

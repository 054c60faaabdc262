using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>A6 (三(五)): nothing is drawn before its plan is approved; annual plans are submitted by 31 March.</summary>
internal sealed class PlanAudit : IComplianceAudit
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly AnnualDate Due = new(3, 31);

    private readonly Dictionary<string, string> _planOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _approved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanEvent.Drafted> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalDate> _submitted = new(StringComparer.Ordinal);
    private readonly List<(string Task, bool Approved)> _frozen = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case PlanEvent.Drafted drafted:
                _plans[entry.Stream] = drafted;
                break;
            case PlanEvent.TaskAdded added:
                _planOf[added.Task.TaskId] = entry.Stream;
                break;
            case PlanEvent.Submitted:
                _submitted.TryAdd(entry.Stream, entry.At.InZone(Zone).Date);
                break;
            case PlanEvent.Approved:
                _approved.Add(entry.Stream);
                break;
            case TaskEvent.Frozen:
                string task = entry.Stream["task/".Length..];
                _frozen.Add((task, _planOf.TryGetValue(task, out string? plan) && _approved.Contains(plan)));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of("A6.approvedFirst", "计划经批准后方抽取", "A task is drawn only after its plan is approved", _frozen, frozen => frozen.Task, frozen => frozen.Approved),
        ComplianceCheck.Of(
            "A6.planDue",
            "年度计划于 3 月 31 日前报批",
            "Annual plans are submitted by 31 March",
            [.. _plans.Where(plan => plan.Value.Kind == PlanKind.Annual && Due.InYear(plan.Value.Year) < today)],
            plan => plan.Value.PlanId,
            plan => _submitted.TryGetValue(plan.Key, out LocalDate on) && on <= Due.InYear(plan.Value.Year)),
    ];
}

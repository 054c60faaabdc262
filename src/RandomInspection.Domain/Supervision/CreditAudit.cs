using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A11 (三(十)): the worse the class, the higher the rate; the honest stay drawable (不免抽).</summary>
internal sealed class CreditAudit : IComplianceAudit
{
    private readonly List<(string Id, DrawDesign.Rates Design)> _designs = [];
    private readonly Dictionary<string, LocalDate> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly List<(string Id, bool InOrder)> _listed = [];

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case CeremonyEvent.Prepared prepared:
                _designs.AddRange(
                    from task in prepared.Tasks
                    let rates = DesignDocument.Parse(task.Design).Design as DrawDesign.Rates
                    where rates is not null
                    select ($"{prepared.Draw}/{task.TaskId}", rates));
                break;
            case DishonestyEvent.Told told:
                _told[entry.Stream] = told.StatementUntil;
                break;
            case DishonestyEvent.Heard or DishonestyEvent.Waived:
                _heard.Add(entry.Stream);
                break;
            case DishonestyEvent.Listed listed:
                _listed.Add((entry.Stream, _told.TryGetValue(entry.Stream, out LocalDate until) && (_heard.Contains(entry.Stream) || listed.On > until)));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A11.rates", "信用越差，抽取比例越高", "The worse the class, the higher the rate", _designs, design => design.Id, design => Rises([.. design.Design.ByClass.Values])),
        ComplianceCheck.Of(
            "A11.drawable", "守信者不免抽", "The honest stay drawable", _designs, design => design.Id, design => design.Design.ByClass.Values.All(nano => nano > 0)),
        ComplianceCheck.Of("A11.listings", "列入失信名单前已告知、听取陈述申辩", "Nobody is listed before being told and heard", _listed, listed => listed.Id, listed => listed.InOrder),
    ];

    private static bool Rises(int[] nanos) => nanos.Zip(nanos.Skip(1)).All(pair => pair.First <= pair.Second);
}

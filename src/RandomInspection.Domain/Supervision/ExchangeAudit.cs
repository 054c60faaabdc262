using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A2 (三(一)): data come in as files and go out as one stream; nothing is typed twice.</summary>
internal sealed class ExchangeAudit : IComplianceAudit
{
    private readonly List<(string Id, IDirectoryMerge Merge)> _merges = [];
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private readonly HashSet<string> _disclosed = new(StringComparer.Ordinal);

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case IDirectoryMerge merge:
                _merges.Add(($"{entry.Stream}#{entry.Version}", merge));
                break;
            case DisclosureEvent.Published:
                _published.Add(entry.Stream["disclosure/".Length..]);
                break;
            case Disclosed disclosed:
                _disclosed.Add(disclosed.Obligation);
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of("A2.files", "名录由文件并入，文件有摘要", "Directories are merged from files, each with its digest", _merges, merge => merge.Id, merge => merge.Merge.FileDigest.Length == 64),
        ComplianceCheck.Of("A2.stream", "公示一次，各渠道同源", "What is published goes into the one publication stream", _published, duty => duty, _disclosed.Contains),
    ];
}

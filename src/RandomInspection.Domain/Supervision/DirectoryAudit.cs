using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A4 (三(三)): frames name the directory's version, their criteria and who was left out; versions have no gap.</summary>
internal sealed class DirectoryAudit : IComplianceAudit
{
    private readonly List<(string Id, long Version, long Due)> _merges = [];
    private readonly List<(string Id, FrozenTask Frozen, long Known)> _frames = [];
    private long _version;

    public void See(LedgerEntry entry, object happened)
    {
        switch (happened)
        {
            case DirectoryEvent and IDirectoryMerge merge:
                _merges.Add(($"{entry.Stream}#{entry.Version}", merge.Version, ++_version));
                _version = merge.Version;
                break;
            case CeremonyEvent.Prepared prepared:
                _frames.AddRange(prepared.Tasks.Select(task => ($"{prepared.Draw}/{task.TaskId}", task, _version)));
                break;
            default:
                break;
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of("A4.merges", "名录每次变动均留痕，版本连续", "Every change of the directory is in the log, versions without gap", _merges, merge => merge.Id, merge => merge.Version == merge.Due),
        ComplianceCheck.Of(
            "A4.frames",
            "冻结名单写明名录版本、筛选条件与剔除数",
            "A frozen frame names the directory's version, its criteria and who was left out",
            _frames,
            frame => frame.Id,
            frame => frame.Frozen.DirectoryVersion == frame.Known && frame.Frozen.Criteria.Length > 0 && frame.Frozen.LeftOut.Values.All(count => count >= 0)),
    ];
}

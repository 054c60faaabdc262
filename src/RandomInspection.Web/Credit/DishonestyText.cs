using RandomInspection.Credit;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Credit;

/// <summary>Words for dishonesty lists.</summary>
internal static class DishonestyText
{
    public static string Name(DishonestyStatus status, Tongue tongue) => tongue.T(StateWords.Of(status));

    public static StatusKind Kind(DishonestyStatus status) => status switch
    {
        DishonestyStatus.Proposed or DishonestyStatus.NotListed or DishonestyStatus.Removed or DishonestyStatus.Withdrawn => StatusKind.Neutral,
        DishonestyStatus.Told or DishonestyStatus.Heard => StatusKind.Waiting,
        DishonestyStatus.Listed => StatusKind.Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Name(AppealKind kind, Tongue tongue) => kind switch
    {
        AppealKind.Reconsideration => tongue.T("行政复议", "Administrative reconsideration"),
        AppealKind.Lawsuit => tongue.T("行政诉讼", "Administrative lawsuit"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Name(AppealOutcome outcome, Tongue tongue) => outcome switch
    {
        AppealOutcome.Upheld => tongue.T("维持列入决定", "The entry was upheld"),
        AppealOutcome.Revoked => tongue.T("撤销列入决定", "The entry was revoked"),
        AppealOutcome.TakenBack => tongue.T("申请人撤回", "The appeal was taken back"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Name(ListingExit exit, Tongue tongue) => exit switch
    {
        ListingExit.Time => tongue.T("届满移出", "Its time was over"),
        ListingExit.Repair => tongue.T("信用修复，提前移出", "Left early by repair"),
        ListingExit.Withdrawal => tongue.T("撤销列入", "Withdrawn"),
        ListingExit.Appeal => tongue.T("经复议或诉讼撤销", "Revoked on appeal"),
        _ => throw new ArgumentOutOfRangeException(nameof(exit)),
    };

    public static string Name(ExitDecision decision, Tongue tongue) => decision switch
    {
        ExitDecision.Granted => tongue.T("准予", "Granted"),
        ExitDecision.Refused => tongue.T("不予", "Refused"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}

using RandomInspection.Ledger;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Ledger;

/// <summary>Words for checkpoints.</summary>
internal static class LedgerText
{
    public static string Name(CheckpointOccasion occasion, Tongue tongue) => occasion switch
    {
        CheckpointOccasion.Fixed => tongue.T("定时", "at a fixed time"),
        CheckpointOccasion.Interval => tongue.T("按间隔", "at an interval"),
        CheckpointOccasion.Draw => tongue.T("抽取或匹配之后", "after a draw or a match"),
        _ => tongue.T("系统启动", "at the start of the system"),
    };
}

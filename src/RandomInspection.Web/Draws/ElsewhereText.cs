using RandomInspection.Drawing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Words for a draw on a cluster.</summary>
internal static class ElsewhereText
{
    public static string Name(TaskDrawStep step, Tongue tongue) => step switch
    {
        TaskDrawStep.Counting => tongue.T("清点中", "Counting"),
        TaskDrawStep.Waiting => tongue.T("待种子", "Waiting for the seed"),
        TaskDrawStep.Drawing => tongue.T("抽取中", "Drawing"),
        TaskDrawStep.Drawn => tongue.T("已抽出", "Drawn"),
        TaskDrawStep.Stopped => tongue.T("已停止", "Stopped"),
        TaskDrawStep.Cancelled => tongue.T("已取消", "Called off"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Name(TaskDrawPartStep step, Tongue tongue) => step switch
    {
        TaskDrawPartStep.Due => tongue.T("待分派", "Due"),
        TaskDrawPartStep.Waiting => tongue.T("排队", "Waiting"),
        TaskDrawPartStep.Reading => tongue.T("读取中", "Reading"),
        TaskDrawPartStep.Done => tongue.T("已完成", "Done"),
        TaskDrawPartStep.Lost => tongue.T("失联", "Lost"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static StatusKind Kind(TaskDrawStep step) => step switch
    {
        TaskDrawStep.Waiting => StatusKind.Waiting,
        TaskDrawStep.Drawn => StatusKind.Done,
        TaskDrawStep.Stopped => StatusKind.Refused,
        TaskDrawStep.Cancelled => StatusKind.Neutral,
        _ => StatusKind.Current,
    };

    public static StatusKind Kind(TaskDrawPartStep step) => step switch
    {
        TaskDrawPartStep.Done => StatusKind.Done,
        TaskDrawPartStep.Lost => StatusKind.Refused,
        TaskDrawPartStep.Reading => StatusKind.Current,
        _ => StatusKind.Waiting,
    };
}

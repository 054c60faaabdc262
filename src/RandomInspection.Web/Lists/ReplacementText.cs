using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Lists;

/// <summary>Words for changes of a drawn list.</summary>
internal static class ReplacementText
{
    public static string Name(ReplacementGround ground, Tongue tongue) => ReplacementGrounds.Of(ground).With().Reason(tongue.Language);

    public static string Name(ListChangeState state, Tongue tongue) => state switch
    {
        ListChangeState.Proposed => tongue.T("待机关负责人决定", "Waits for the authority's head"),
        ListChangeState.Declined => tongue.T("未予批准", "Declined"),
        ListChangeState.Overtaken => tongue.T("登记已证明", "Overtaken by the register"),
        ListChangeState.Replaced => tongue.T("已递补", "Replaced"),
        ListChangeState.Short => tongue.T("缺额，待补充抽取", "Short: a supplementary draw follows"),
        ListChangeState.BeingSupplemented => tongue.T("补充抽取中", "Supplementary draw under way"),
        ListChangeState.Supplemented => tongue.T("已补充抽取", "Supplemented"),
        ListChangeState.NobodyLeft => tongue.T("单元格已无对象", "Nobody left in the cell"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static StatusKind Kind(ListChangeState state) => state switch
    {
        ListChangeState.Proposed => StatusKind.Waiting,
        ListChangeState.Replaced or ListChangeState.Supplemented => StatusKind.Done,
        ListChangeState.Short => StatusKind.Warning,
        ListChangeState.BeingSupplemented => StatusKind.Current,
        _ => StatusKind.Neutral,
    };
}

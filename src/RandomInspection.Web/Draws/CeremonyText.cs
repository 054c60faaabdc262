using RandomInspection.Drawing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Words for where a ceremony stands, and for what a seed rests on.</summary>
internal static class CeremonyText
{
    public static string Name(CeremonyStatus status, Tongue tongue) => status switch
    {
        CeremonyStatus.Prepared => tongue.T("名单已冻结", "Frame frozen"),
        CeremonyStatus.Committing => tongue.T("等待承诺", "Awaiting commitments"),
        CeremonyStatus.Revealing => tongue.T("等待揭示", "Awaiting reveals"),
        CeremonyStatus.AwaitingPublicValue => tongue.T("等待公共值", "Awaiting the public value"),
        CeremonyStatus.Ready => tongue.T("可以抽取", "Ready to draw"),
        CeremonyStatus.Drawn or CeremonyStatus.Matched => tongue.T("已抽取", "Drawn"),
        CeremonyStatus.Void => tongue.T("已作废", "Void"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static StatusKind Kind(CeremonyStatus status) => status switch
    {
        CeremonyStatus.Drawn or CeremonyStatus.Matched => StatusKind.Done,
        CeremonyStatus.Void => StatusKind.Refused,
        CeremonyStatus.Prepared => StatusKind.Waiting,
        _ => StatusKind.Current,
    };

    public static string Name(Assurance assurance, Tongue tongue) => assurance switch
    {
        Assurance.Witnessed => tongue.T("见证抽取", "Witnessed"),
        Assurance.Operator => tongue.T("自行抽取", "Operator only"),
        _ => throw new ArgumentOutOfRangeException(nameof(assurance)),
    };

    /// <summary>What an assurance means, plainly.</summary>
    public static string Meaning(Assurance assurance, Tongue tongue) => assurance == Assurance.Witnessed
        ? tongue.T("种子含有抽取部门无法选择的值：部门事先不能知道、也不能挑选结果。", "The seed holds a value that the drawing department could not choose: it could neither know nor pick the result.")
        : tongue.T("种子只含抽取部门自己能够选择的值：过程可以复算，但不能排除部门挑选种子。", "The seed holds only values that the drawing department could choose: the draw can be recomputed, but the department might have searched for a seed.");

    public static string Role(string role, Tongue tongue) => role switch
    {
        "drawing" => tongue.T("抽取部门", "drawing department"),
        "witness" => tongue.T("见证人", "witness"),
        "public" => tongue.T("公共值", "public value"),
        _ => role,
    };

    public static string StruckCause(string cause, Tongue tongue) => cause switch
    {
        "notCommitted" => tongue.T("逾期未提交承诺", "did not commit in time"),
        "notRevealed" => tongue.T("逾期未揭示", "did not reveal in time"),
        _ => tongue.T("逾期没有值", "no value in time"),
    };
}

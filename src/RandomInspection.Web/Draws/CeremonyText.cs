using RandomInspection.Drawing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Words for where a ceremony stands, and for what a seed rests on.</summary>
internal static class CeremonyText
{
    public static string Name(CeremonyStatus status, Tongue tongue) => tongue.T(StateWords.Of(status));

    public static StatusKind Kind(CeremonyStatus status) => status switch
    {
        CeremonyStatus.Drawn or CeremonyStatus.Matched => StatusKind.Done,
        CeremonyStatus.Void => StatusKind.Refused,
        CeremonyStatus.Prepared => StatusKind.Waiting,
        _ => StatusKind.Current,
    };

    public static string Name(Assurance assurance, Tongue tongue) => tongue.T(StateWords.Of(assurance));

    /// <summary>What an assurance means, plainly.</summary>
    public static string Meaning(Assurance assurance, Tongue tongue) => assurance == Assurance.Witnessed
        ? tongue.T("种子含有抽取部门无法选择的值：部门事先不能知道、也不能挑选结果。", "The seed holds a value that the drawing department could not choose: it could neither know nor pick the result.")
        : tongue.T("种子只含抽取部门自己能够选择的值：过程可以复算，但不能排除部门挑选种子。", "The seed holds only values that the drawing department could choose: the draw can be recomputed, but the department might have searched for a seed.");

    /// <summary>What remains possible, plainly.</summary>
    public static string BreakOff(Tongue tongue) => tongue.T(StateWords.BreakOff);

    /// <summary>The same in a list.</summary>
    public static string BreakOffInShort(Tongue tongue) => tongue.T("（最后揭示者可以沉默中断）", " (the last to reveal could break it off by silence)");

    /// <summary>Assurance and what remains possible, where a document names a draw.</summary>
    public static string InFull(Assurance assurance, bool? breakOff, Tongue tongue) =>
        Name(assurance, tongue) + (breakOff == true ? BreakOffInShort(tongue) : "");

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

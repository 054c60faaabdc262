using RandomInspection.Inspections;
using RandomInspection.Matching;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Matches;

/// <summary>Words for matches, shortages and recusals.</summary>
internal static class MatchText
{
    public static string Regions(TeamNeed need, Tongue tongue) =>
        need.AcceptsAnyRegion ? tongue.T("不限区域", "Any region") : string.Join(tongue.T("、", ", "), need.Regions);

    public static string NotMatched(string reason, Tongue tongue) => reason switch
    {
        "left" => tongue.T("已离岗", "left the post"),
        "expert" => tongue.T("专家（只协助，不计入执法人员）", "experts, who assist and never count as officers"),
        "noCertificate" => tongue.T("没有执法证", "no certificate"),
        _ => reason,
    };

    public static string Name(AssignmentCase special, Tongue tongue) => tongue.T(StateWords.Of(special));

    public static string Name(ForcedBy by, Tongue tongue) => by switch
    {
        ForcedBy.Feasibility => tongue.T("别无他人可派", "nobody else could go"),
        ForcedBy.Balance => tongue.T("因均衡而定（“只限上限”时则不定）", "the even load leaves no other (under \"capacity only\" it would be open)"),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    public static string Name(RelaxationKind kind, Tongue tongue) => kind switch
    {
        RelaxationKind.OtherRegions => tongue.T("跨区调配", "Officers of other regions"),
        RelaxationKind.Capacity => tongue.T("提高上限", "A higher capacity"),
        RelaxationKind.Leave => tongue.T("调整休假", "Leave moved"),
        RelaxationKind.Certificate => tongue.T("换发执法证", "Certificates renewed"),
        RelaxationKind.DirectAssignment => tongue.T("直接指派（须写明理由）", "Direct assignment, with a reason"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Gives(Relaxation relaxation, Tongue tongue)
    {
        string who = tongue.T($"涉及 {relaxation.Inspectors.Length} 人", relaxation.Inspectors.Length == 1 ? "1 officer" : $"{relaxation.Inspectors.Length} officers");
        string to = relaxation.Capacity is { } capacity ? tongue.T($"每人至多 {capacity} 户，", $"{capacity} visits each at most, ") : "";
        return tongue.T($"{to}{who}，可补 {relaxation.Helps} 人次", $"{to}{who}; staffs {relaxation.Helps} more seats");
    }

    /// <summary>The chance as a percentage, never below the bound.</summary>
    public static string Percent(ChanceBound bound)
    {
        (long numerator, long denominator) = (bound.Numerator, bound.Denominator);
        for (; numerator > long.MaxValue / 1_000_000_000; denominator >>= 1)
        {
            numerator = (numerator >> 1) + 1;
        }

        return Chance.Percent(numerator * 1_000_000_000, denominator);
    }

    public static StatusKind Kind(RecusalDecision? decision) => decision switch
    {
        null => StatusKind.Waiting,
        RecusalDecision.Upheld => StatusKind.Done,
        _ => StatusKind.Refused,
    };

    public static string Name(RecusalDecision? decision, Tongue tongue) => decision switch
    {
        null => tongue.T("待决定", "To be decided"),
        RecusalDecision.Upheld => tongue.T("准予回避", "Upheld"),
        RecusalDecision.Rejected => tongue.T("不予回避", "Rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Name(RecusalSide side, Tongue tongue) =>
        side == RecusalSide.Officer ? tongue.T("检查人员自行申请", "the officer") : tongue.T("当事人申请", "the party");
}

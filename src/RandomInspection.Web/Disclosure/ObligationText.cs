using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Disclosure;

/// <summary>Words for duties to publish.</summary>
internal static class ObligationText
{
    public static string Name(DisclosureOccasion occasion, Tongue tongue) => occasion switch
    {
        DisclosureOccasion.PlanApproved => tongue.T("年度计划", "Annual plan"),
        DisclosureOccasion.ListDrawn => tongue.T("抽中名单", "Drawn list"),
        DisclosureOccasion.ResultFormed => tongue.T("检查结果", "Result"),
        DisclosureOccasion.MeasureDecided => tongue.T("处理措施", "Measure"),
        DisclosureOccasion.PenaltyDecided => tongue.T("行政处罚", "Penalty"),
        DisclosureOccasion.TaskApproved => tongue.T("任务", "Task"),
        DisclosureOccasion.AdHocTaskApproved => tongue.T("临时任务", "Ad-hoc task"),
        DisclosureOccasion.DecisionWithdrawn => tongue.T("撤下", "Take-down"),
        DisclosureOccasion.ListingDecided => tongue.T("列入失信名单", "Entry on the dishonesty list"),
        DisclosureOccasion.CatalogueReported => tongue.T("抽查事项清单", "Item catalogue"),
        DisclosureOccasion.LegalBasisChanged => tongue.T("依据变化后的清单新版本", "New version after a change of the law"),
        _ => throw new ArgumentOutOfRangeException(nameof(occasion)),
    };

    public static string Name(Urgency urgency, Tongue tongue) => urgency switch
    {
        Urgency.Met => tongue.T("已公示", "Published"),
        Urgency.InTime => tongue.T("期限内", "In time"),
        Urgency.DueSoon => tongue.T("即将到期", "Due soon"),
        Urgency.Overdue => tongue.T("已逾期", "Overdue"),
        Urgency.Unknown => tongue.T("期限未知", "Deadline not known yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
    };

    public static StatusKind Kind(Urgency urgency) => urgency switch
    {
        Urgency.Met or Urgency.InTime => StatusKind.Done,
        Urgency.DueSoon => StatusKind.Warning,
        _ => StatusKind.Refused,
    };

    public static string Certainty(Certainty? certainty, Tongue tongue) => certainty switch
    {
        RandomInspection.Calendars.Certainty.Confirmed => tongue.T("确定", "confirmed"),
        RandomInspection.Calendars.Certainty.TailOpen => tongue.T("年末可能调整", "late December may still change"),
        RandomInspection.Calendars.Certainty.Provisional => tongue.T("暂定", "provisional"),
        _ => tongue.T("保守日期，待载入通知后重算", "a conservative date until the notice is loaded"),
    };

    public static string Href(DisclosureOccasion occasion, string about) => occasion switch
    {
        DisclosureOccasion.PlanApproved or DisclosureOccasion.AdHocTaskApproved => $"/plans/{about}",
        DisclosureOccasion.ResultFormed or DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided => $"/visits/{about}",
        DisclosureOccasion.ListingDecided => $"/dishonesty/desk/{about}",
        DisclosureOccasion.DecisionWithdrawn when about.StartsWith('L') => $"/dishonesty/desk/{about}",
        DisclosureOccasion.CatalogueReported or DisclosureOccasion.LegalBasisChanged => $"/catalogue/{about}",
        _ => $"/draws/{about}",
    };

    /// <summary>Whether a duty is met by publishing a version of a catalogue, and not by itself.</summary>
    public static bool IsOfCatalogue(DisclosureOccasion occasion) =>
        occasion is DisclosureOccasion.CatalogueReported or DisclosureOccasion.LegalBasisChanged;

    public static string UsualChannel(Tongue tongue) =>
        tongue.T("国家企业信用信息公示系统（辽宁）", "National Enterprise Credit Information Publicity System (Liaoning)");

    /// <summary>The task of a visit that a duty is about, or <see langword="null"/>.</summary>
    public static string? TaskOf(DisclosureOccasion occasion, string about) =>
        occasion is DisclosureOccasion.ResultFormed or DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided
            && about.LastIndexOf("-V", StringComparison.Ordinal) is > 0 and int end
            ? about[..end]
            : null;
}

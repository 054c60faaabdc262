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
        DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided => tongue.T("处理结果", "Measure"),
        DisclosureOccasion.TaskApproved => tongue.T("任务", "Task"),
        DisclosureOccasion.AdHocTaskApproved => tongue.T("临时任务", "Ad-hoc task"),
        DisclosureOccasion.DecisionWithdrawn => tongue.T("撤下", "Take-down"),
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

    public static string Href(DisclosureOccasion occasion, string about) =>
        occasion == DisclosureOccasion.PlanApproved ? $"/plans/{about}" : $"/draws/{about}";
}

using RandomInspection.Supervision;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Supervision;

/// <summary>Words for alerts, and where each leads.</summary>
internal static class AlertText
{
    public static string Name(AlertKind kind, Tongue tongue) => kind switch
    {
        AlertKind.VisitedTooOften => tongue.T("频繁入企", "Visited too often"),
        AlertKind.CleanVisitsByOneOfficer => tongue.T("人员固化", "Same officer, nothing found"),
        AlertKind.PublicationOverdue => tongue.T("逾期未公示", "Publication overdue"),
        AlertKind.VisitOverdue => tongue.T("逾期未检查", "Visit overdue"),
        AlertKind.ManyAdHocTasks => tongue.T("临时任务偏多", "Many ad-hoc tasks"),
        AlertKind.CertificateExpiring => tongue.T("执法证到期", "Certificate expiring"),
        AlertKind.SmallPool => tongue.T("可匹配人员过少", "Small pool"),
        AlertKind.CalendarYearMissing => tongue.T("缺少放假通知", "Holiday notice missing"),
        AlertKind.PlanOverdue => tongue.T("年度计划逾期", "Annual plan overdue"),
        AlertKind.ApprovalOverdue => tongue.T("逾期未补办审批", "Approval overdue"),
        AlertKind.RecheckOverdue => tongue.T("逾期未复查", "Re-check overdue"),
        AlertKind.ReferralOverdue => tongue.T("逾期未移送", "Referral overdue"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static StatusKind Badge(AlertKind kind) => kind is AlertKind.PublicationOverdue or AlertKind.VisitOverdue or AlertKind.PlanOverdue or AlertKind.ApprovalOverdue or AlertKind.RecheckOverdue or AlertKind.ReferralOverdue ? StatusKind.Refused : StatusKind.Warning;

    /// <summary>What is the matter, with its numbers.</summary>
    public static string Detail(SupervisionAlert alert, Tongue tongue)
    {
        string on = alert.On is { } day ? tongue.Date(day) : "";
        return alert.Kind switch
        {
            AlertKind.VisitedTooOften => alert.Span switch
            {
                AlertSpan.Day => tongue.T($"{on}入企 {alert.Figure} 次（上限 {alert.Limit}）", $"{alert.Figure} visits on {on} (limit {alert.Limit})"),
                AlertSpan.Week => tongue.T($"{on}起一周入企 {alert.Figure} 次（上限 {alert.Limit}）", $"{alert.Figure} visits in the week of {on} (limit {alert.Limit})"),
                _ => tongue.T($"{on}起一个月入企 {alert.Figure} 次（上限 {alert.Limit}）", $"{alert.Figure} visits in the month of {on} (limit {alert.Limit})"),
            },
            AlertKind.CleanVisitsByOneOfficer => tongue.T($"{alert.Officer} 连续 {alert.Figure} 次未发现问题，最近 {on}", $"{alert.Officer}: {alert.Figure} visits without findings one after another, the last on {on}"),
            AlertKind.PublicationOverdue => tongue.T($"期限 {on}，逾期 {alert.Figure} 天", $"due on {on}, {alert.Figure} days overdue"),
            AlertKind.VisitOverdue => tongue.T($"期间至 {on}，逾期 {alert.Figure} 天", $"its period ended on {on}, {alert.Figure} days ago"),
            AlertKind.ManyAdHocTasks => tongue.T($"临时任务占 {alert.Figure}%（上限 {alert.Limit}%）", $"{alert.Figure}% of the tasks are ad hoc (limit {alert.Limit}%)"),
            AlertKind.CertificateExpiring => alert.Figure < 0
                ? tongue.T($"执法证已于 {on} 到期", $"the certificate ended on {on}")
                : tongue.T($"执法证 {on} 到期，余 {alert.Figure} 天", $"the certificate ends on {on}, in {alert.Figure} days"),
            AlertKind.SmallPool => tongue.T($"持有效执法证的在岗人员 {alert.Figure} 人（至少 {alert.Limit} 人，随机才有意义）", $"{alert.Figure} officers with a valid certificate (at least {alert.Limit} for chance to mean anything)"),
            AlertKind.CalendarYearMissing => tongue.T($"尚未装入 {alert.About} 年放假通知，跨年期限未知", $"the notice for {alert.About} is not loaded: deadlines beyond the year are not known"),
            AlertKind.PlanOverdue => tongue.T($"应于 {on} 前报批，已过 {alert.Figure} 天", $"was to be submitted by {on}, {alert.Figure} days ago"),
            AlertKind.ApprovalOverdue => tongue.T($"紧急检查应于 {on} 前补办审批，逾期 {alert.Figure} 天", $"begun in an emergency, to be approved by {on}, {alert.Figure} days ago"),
            AlertKind.ReferralOverdue => tongue.T($"无法联系，应于 {on} 前移送登记机关，逾期 {alert.Figure} 天", $"could not be contacted, to be referred to the registration authority by {on}, {alert.Figure} days ago"),
            AlertKind.RecheckOverdue => tongue.T($"整改应于 {on} 前复查或定期限，逾期 {alert.Figure} 天", $"to be re-checked, or given a last day, by {on}, {alert.Figure} days ago"),
            _ => throw new ArgumentOutOfRangeException(nameof(alert)),
        };
    }

    /// <summary>Where a supervisor looks at it.</summary>
    public static string Link(SupervisionAlert alert) => alert.Kind switch
    {
        AlertKind.VisitedTooOften or AlertKind.CleanVisitsByOneOfficer => $"/visits?q={Uri.EscapeDataString(alert.About)}",
        AlertKind.PublicationOverdue => $"/disclosure/{Uri.EscapeDataString(alert.About)}",
        AlertKind.VisitOverdue or AlertKind.ApprovalOverdue or AlertKind.RecheckOverdue or AlertKind.ReferralOverdue => $"/visits/{Uri.EscapeDataString(alert.About)}",
        AlertKind.CertificateExpiring => $"/directories/inspector/{Uri.EscapeDataString(alert.About)}",
        AlertKind.SmallPool => "/directories/inspectors",
        AlertKind.CalendarYearMissing => $"/calendar?year={alert.About}",
        AlertKind.PlanOverdue => alert.About.StartsWith('P') ? $"/plans/{alert.About}" : "/plans",
        _ => "/plans",
    };
}

using System.Collections.Immutable;

namespace RandomInspection.Web.Shared;

/// <summary>An entry of the header's navigation. No roles: for everybody.</summary>
internal sealed record NavigationEntry(string Path, string Chinese, string English, ImmutableArray<Role> Roles)
{
    /// <summary>All entries, in the order in which they stand. A new feature adds its line here.</summary>
    public static readonly ImmutableArray<NavigationEntry> All =
    [
        new("/draws", "抽取公示", "Draws", []),
        new("/matches", "匹配公示", "Matches", []),
        new("/catalogue", "事项清单", "Catalogue", [Role.JudicialReviewer, Role.CoordinatingGroup]),
        new("/plans", "年度计划", "Plans", []),
        new("/results", "检查结果", "Results", []),
        new("/checkin", "扫码入企", "Check in", []),
        new("/dishonesty", "失信名单", "Dishonesty list", []),
        new("/calendar", "工作日历", "Calendar", []),
        new("/tasks", "抽查任务", "Tasks", [Role.Drafter, Role.GovernmentApprover, Role.DrawingOperator, Role.Witness, Role.AuthorityHead, Role.Supervisor]),
        new("/visits", "检查", "Visits", [Role.Inspector, Role.ResultAuditor, Role.AuthorityHead, Role.DrawingOperator, Role.Drafter, Role.Publisher, Role.Supervisor]),
        new("/disclosure", "公示台账", "Disclosure", [Role.Publisher, Role.Supervisor, Role.Drafter, Role.DrawingOperator, Role.AuthorityHead, Role.Administrator]),
        new("/recusals", "回避", "Recusals", [Role.Inspector, Role.AuthorityHead, Role.ResultAuditor]),
        new("/exchange", "数据交换", "Exchange", [Role.Administrator, Role.Supervisor]),
        new("/personal", "个人信息", "Personal data", [Role.Administrator]),
        new("/supervision", "督查", "Supervision", [Role.Supervisor]),
        new("/directories", "名录库", "Directories", [Role.DirectoryKeeper, Role.Drafter, Role.DrawingOperator, Role.Supervisor]),
    ];

    public bool Leads(string path) => path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}

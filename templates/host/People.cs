using RandomInspection;

namespace InspectionHost;

/// <summary>The departments, and people for trying out: put your own in their place, or read them from your directory of staff (<see cref="IStaff"/>).</summary>
internal static class People
{
    public static IReadOnlyList<Department> Departments { get; } =
    [
        new("market", "市场监督管理局", "Market Regulation"),
        new("ecology", "生态环境局", "Ecology and Environment"),
        new("justice", "司法局", "Justice"),
        new("government", "人民政府", "Government"),
        new("discipline", "纪检监察组", "Discipline Inspection"),
        new("supervision", "督查室", "Supervision"),
    ];

    public static System.Collections.Immutable.ImmutableArray<Person> All { get; } =
    [
        new("keeper", "名录管理员", "Keeper", "market", [Role.DirectoryKeeper]),
        new("drafter", "计划编制人", "Drafter", "market", [Role.Drafter]),
        new("reviewer", "司法审核人", "Reviewer", "justice", [Role.JudicialReviewer]),
        new("coordinator", "协调小组", "Coordinator", "government", [Role.CoordinatingGroup]),
        new("approver", "政府审批人", "Approver", "government", [Role.GovernmentApprover]),
        new("operator", "抽取经办人", "Operator", "market", [Role.DrawingOperator]),
        new("witness", "见证人", "Witness", "discipline", [Role.Witness]),
        new("head", "机关负责人", "Head", "market", [Role.AuthorityHead]),
        new("officer", "执法人员甲", "Officer A", "market", [Role.Inspector]),
        new("colleague", "执法人员乙", "Officer B", "market", [Role.Inspector]),
        new("auditor", "结果审核人", "Auditor", "market", [Role.ResultAuditor]),
        new("publisher", "公示经办人", "Publisher", "market", [Role.Publisher]),
        new("supervisor", "督查人", "Supervisor", "supervision", [Role.Supervisor]),
        new("administrator", "系统管理员", "Administrator", "government", [Role.Administrator]),
    ];
}

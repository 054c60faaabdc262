namespace RandomInspection.Web.Shared;

/// <summary>What a role is called and what it does, in both languages.</summary>
internal static class RoleText
{
    public static string Name(Role role, Language language)
    {
        (string chinese, string english) = StateWords.Of(role);
        return language == Language.Chinese ? chinese : english;
    }

    public static string Work(Role role, Language language)
    {
        (string chinese, string english) = Of(role);
        return language == Language.Chinese ? chinese : english;
    }

    private static (string Chinese, string English) Of(Role role) => role switch
    {
        Role.Drafter => ("编制年度计划与抽查任务", "Drafts plans and tasks"),
        Role.DirectoryKeeper => ("维护监管对象与执法检查人员名录", "Keeps the directories of subjects and inspectors"),
        Role.GovernmentApprover => ("代表本级人民政府审批计划", "Approves plans for the government of the same level"),
        Role.JudicialReviewer => ("审核随机抽查事项清单", "Reviews the catalogue of inspection items"),
        Role.CoordinatingGroup => ("接收事项清单，协调部门联合检查", "Receives catalogues, coordinates joint inspections"),
        Role.DrawingOperator => ("冻结名单，经办抽取与匹配", "Freezes frames, runs draws and matches"),
        Role.Witness => ("以自己的随机值见证抽取", "Gives a value of their own to a draw"),
        Role.AuthorityHead => ("批准检查，决定回避与直接指派", "Approves visits, decides recusals and direct assignments"),
        Role.Inspector => ("上门检查，录入检查结果", "Carries out visits"),
        Role.ResultAuditor => ("审核检查结果", "Audits results"),
        Role.Publisher => ("向社会公示", "Publishes"),
        Role.Supervisor => ("可查看全部，不改动任何内容", "Reads everything, changes nothing"),
        Role.InspectedParty => ("查看与本单位有关的检查", "Sees what concerns their own firm"),
        Role.Administrator => ("维护系统运行，不参与具体事项", "Keeps the system running, takes part in no matter"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}

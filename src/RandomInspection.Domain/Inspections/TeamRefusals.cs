namespace RandomInspection.Inspections;

/// <summary>What matching a task, replacing an officer and recusal refuse: RI24xx.</summary>
public static class TeamRefusals
{
    /// <summary>The period lies outside the task's.</summary>
    public static RefusalDefinition PeriodOutsideTask { get; } = new(
        "RI2401",
        "检查期间 {from} 至 {to} 不在任务期间 {taskFrom} 至 {taskTo} 之内，或前后颠倒。",
        "The period {from} to {to} lies outside the task's ({taskFrom} to {taskTo}), or ends before it begins.",
        "请填写任务期间以内的日期。",
        "Choose dates within the task's period.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>Fewer officers than the law asks.</summary>
    public static RefusalDefinition TooFewOfficers { get; } = new(
        "RI2402",
        "每户须有执法人员 {least} 至 {most} 人，填写为 {count}。",
        "A visit needs {least} to {most} officers, not {count}.",
        "行政检查不得少于两人。",
        "Two officers at least.",
        "行政处罚法 42");

    /// <summary>Nobody can be matched.</summary>
    public static RefusalDefinition NoInspectors { get; } = new(
        "RI2403",
        "部门 {department} 的名录中没有在岗且持有执法证的人员。",
        "The directory has no active inspector of the department {department} with a certificate.",
        "请先导入执法检查人员名录。",
        "Import the inspector directory first.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>The match is sealed.</summary>
    public static RefusalDefinition Sealed { get; } = new(
        "RI2404",
        "匹配 {match} 还有 {open} 户未检查完毕，检查组仍封存。",
        "The match {match} stays sealed: {open} of its visits have not ended.",
        "全部检查结束后自动启封，任何人可重算。",
        "It opens by itself when all have ended; then anybody can recompute it.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>Nobody can take the seat.</summary>
    public static RefusalDefinition NobodyLeft { get; } = new(
        "RI2405",
        "检查 {visit} 没有可以接替 {inspector} 的人员：{outZh}。",
        "Nobody can take the seat of {inspector} in the visit {visit}: {outEn}.",
        "可由抽取经办人写明特殊情况和理由提出直接指派，由机关负责人批准。",
        "The drawing operator may propose a direct assignment with its special case and reason; the authority's head approves it.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>The officer cannot be assigned.</summary>
    public static RefusalDefinition NotAssignable { get; } = new(
        "RI2406",
        "{inspector} 不能指派到检查 {visit}：{whyZh}。",
        "{inspector} cannot be assigned to the visit {visit}: {whyEn}.",
        "部门、执法证、休假与回避不得以指派放宽；请另选人员。",
        "Department, certificate, leave and recusal are not relaxed by assignment: choose somebody else.",
        "行政处罚法 42");

    /// <summary>There is no such inspector.</summary>
    public static RefusalDefinition UnknownInspector { get; } = new(
        "RI2407",
        "名录中没有人员“{inspector}”。",
        "There is no inspector \"{inspector}\" in the directory.",
        "请从人员名录中选择。",
        "Choose from the inspector directory.");

    /// <summary>There is no such request for recusal.</summary>
    public static RefusalDefinition UnknownRecusal { get; } = new(
        "RI2408",
        "没有回避申请“{recusal}”。",
        "There is no request for recusal \"{recusal}\".",
        "请从回避列表进入。",
        "Come from the list of recusals.",
        "行政处罚法 43");

    /// <summary>The request is decided.</summary>
    public static RefusalDefinition RecusalDecided { get; } = new(
        "RI2409",
        "回避申请 {recusal} 已由 {by} 决定。",
        "The request for recusal {recusal} was decided by {by}.",
        "无需再次办理。",
        "Nothing more is needed.",
        "行政处罚法 43");

    /// <summary>It is the person's own recusal.</summary>
    public static RefusalDefinition OwnRecusal { get; } = new(
        "RI2410",
        "{person} 不能决定自己的回避。",
        "{person} cannot decide on their own recusal.",
        "机关负责人的回避由上级机关决定。",
        "The superior authority decides on the head's own.",
        "行政处罚法 43");

    /// <summary>Who entered a party's request does not decide on it.</summary>
    public static RefusalDefinition EnteredRecusal { get; } = new(
        "RI2480",
        "回避申请 {recusal} 由 {person} 代当事人登记，不能由其本人决定。",
        "{person} entered the party's request {recusal} and does not decide on it.",
        "请由另一位机关负责人决定；今后由经办人登记当事人的申请。",
        "Let another head decide; have an operator enter what a party asks for.",
        "行政处罚法 43");

    /// <summary>The same request stands already.</summary>
    public static RefusalDefinition RecusalTwice { get; } = new(
        "RI2411",
        "{inspector} 对 {subject} 的回避申请 {recusal} 已在办理或已获准。",
        "A request for {inspector} and {subject} stands already: {recusal}.",
        "无需再次申请。",
        "It need not be made again.",
        "行政处罚法 43");

    /// <summary>The match finds somebody for the seat.</summary>
    public static RefusalDefinition SomebodyLeft { get; } = new(
        "RI2413",
        "检查 {visit} 中 {inspector} 的席位仍有人可以接替，不能直接指派。",
        "The match finds somebody for the seat of {inspector} in the visit {visit}: nobody is assigned directly.",
        "请使用“更换一名检查人员”，由种子推出接替人。",
        "Replace the officer: who comes follows from the seed.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>There is no such subject.</summary>
    public static RefusalDefinition UnknownSubject { get; } = new(
        "RI2412",
        "名录中没有监管对象“{subject}”。",
        "There is no subject \"{subject}\" in the directory.",
        "请核对统一社会信用代码。",
        "Check the unified social credit code.");
}

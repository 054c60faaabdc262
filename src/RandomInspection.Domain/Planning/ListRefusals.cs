namespace RandomInspection.Planning;

/// <summary>What changes of a drawn list refuse: RI2140 to RI2155.</summary>
public static class ListRefusals
{
    private const string Specification = "random-inspection-draw/1 §6";
    private const string Clause = "沈政办发〔2020〕19号 三(六)";

    /// <summary>A unit is not on the list.</summary>
    public static RefusalDefinition NotOnList { get; } = new(
        "RI2140",
        "{unit} 不在任务 {task} 现有的名单上。",
        "{unit} is not on the list of the task {task} as it stands.",
        "请核对代码；已经递补的不能再次更换。",
        "Check the code; what was replaced is not replaced again.",
        Specification);

    /// <summary>The register does not prove a unit gone.</summary>
    public static RefusalDefinition NotProvenGone { get; } = new(
        "RI2141",
        "名录第 {version} 版中 {unit} 的登记状态为“{status}”，不能据此递补。",
        "In version {version} of the directory {unit} has the status {status}: that is no ground for a replacement.",
        "只有注销、吊销、迁出可凭登记状态递补；无法联系是检查结果，须两次查找有据并经第二人批准方可递补。",
        "Only deregistered, revoked and moved out are proof; not to be reached is a result, replaced after two evidenced attempts and a second person's approval.",
        Specification);

    /// <summary>There are too few attempts.</summary>
    public static RefusalDefinition TooFewAttempts { get; } = new(
        "RI2142",
        "对 {unit} 的查找只有 {days} 个不同的日期，至少需要 {least} 个。",
        "The attempts to reach {unit} were on {days} different days; {least} are needed at least.",
        "请另择日期再次查找，并留存证据。",
        "Try again on another day and keep the evidence.",
        Specification);

    /// <summary>An attempt is malformed.</summary>
    public static RefusalDefinition MalformedAttempt { get; } = new(
        "RI2143",
        "查找记录不合规则：{detailZh}。",
        "An attempt is malformed: {detailEn}.",
        "请改正该次查找的记录。",
        "Mend what is said of that attempt.",
        Specification);

    /// <summary>A unit is proposed already.</summary>
    public static RefusalDefinition ProposedAlready { get; } = new(
        "RI2144",
        "{unit} 已在第 {number} 号递补申请中，等待决定。",
        "{unit} waits for a decision already, as change {number}.",
        "请等待机关负责人决定。",
        "Wait for the head of the authority to decide.",
        Specification);

    /// <summary>There is no such change.</summary>
    public static RefusalDefinition UnknownChange { get; } = new(
        "RI2145",
        "任务 {task} 的名单没有第 {number} 号变动。",
        "The list of the task {task} has no change {number}.",
        "请核对编号。",
        "Check the number.",
        null);

    /// <summary>A person would decide on their own proposal.</summary>
    public static RefusalDefinition OwnProposal { get; } = new(
        "RI2146",
        "{person} 提出了第 {number} 号递补申请或参加了查找，不能由其决定。",
        "{person} proposed change {number} or tried to reach the unit, and cannot decide on it.",
        "请由另一名机关负责人决定。",
        "Let another head of the authority decide.",
        Specification);

    /// <summary>A change does not wait for a decision.</summary>
    public static RefusalDefinition NotToBeDecided { get; } = new(
        "RI2147",
        "第 {number} 号变动处于“{state}”状态，无须决定。",
        "Change {number} is in the state {state}: there is nothing to decide.",
        "请按现状办理。",
        "Go by its present state.",
        Specification);

    /// <summary>A list is not short.</summary>
    public static RefusalDefinition NotShort { get; } = new(
        "RI2148",
        "任务 {task} 的名单没有缺额。",
        "The list of the task {task} is not short.",
        "递补用尽并记录缺额以后，方可补充抽取。",
        "A supplementary draw follows a recorded shortfall only.",
        Specification);

    /// <summary>A supplementary draw is under way.</summary>
    public static RefusalDefinition SupplementUnderWay { get; } = new(
        "RI2149",
        "任务 {task} 的补充抽取 {draw} 正在进行。",
        "The supplementary draw {draw} of the task {task} is under way.",
        "请先完成该次抽取，或由两人作废。",
        "Finish that draw first, or let two persons void it.",
        Specification);

    /// <summary>A list is not settled, so that its teams cannot be matched.</summary>
    public static RefusalDefinition NotSettled { get; } = new(
        "RI2150",
        "任务 {task} 的名单还有 {count} 户缺额未补足，不能匹配检查人员。",
        "The list of the task {task} is short of {count}: its teams cannot be matched yet.",
        "请先补充抽取；单元格内已无对象的，补充抽取时会如实记录。",
        "Make the supplementary draw first; where a cell has nobody left, preparing it records that.",
        Specification);

    /// <summary>The match of the task is under way.</summary>
    public static RefusalDefinition MatchUnderWay { get; } = new(
        "RI2151",
        "任务 {task} 的匹配 {match} 正在进行，名单暂时不能变动。",
        "The match {match} of the task {task} is under way: the list cannot change meanwhile.",
        "请在匹配完成后递补：接替的对象由原检查组检查。",
        "Replace after the match is made: the team takes over the visit to the reserve.",
        Clause);

    /// <summary>A visit has results of its own.</summary>
    public static RefusalDefinition Inspected { get; } = new(
        "RI2152",
        "检查 {visit} 已登记该对象的检查结果，不能再递补。",
        "The visit {visit} has results about the subject: it is not replaced any more.",
        "请据实作出结论。",
        "Conclude it as it was found.",
        Specification);

    /// <summary>An attempt was not made by an officer who may.</summary>
    public static RefusalDefinition NotAnOfficer { get; } = new(
        "RI2153",
        "{person} 不是可以查找该对象的检查人员。",
        "{person} is not an officer who can try to reach this subject.",
        "匹配以前须为本部门检查人员，匹配以后须为该户检查组成员。",
        "Before the match it is an inspector of the department, after it one of the visit's team.",
        Clause);

    /// <summary>A text is missing or too long.</summary>
    public static RefusalDefinition TextMissing { get; } = new(
        "RI2154",
        "{fieldZh}须填写，且不超过 {most} 个字符。",
        "{fieldEn} is needed, in {most} characters at most.",
        "请补充。",
        "Fill it in.",
        Specification);

    /// <summary>No newcomer waits for a team.</summary>
    public static RefusalDefinition NobodyToStaff { get; } = new(
        "RI2155",
        "任务 {task} 没有等待检查组的补充对象。",
        "No unit of a supplementary draw of the task {task} waits for a team.",
        "补充抽取完成、且该任务已匹配以后，方可安排。",
        "Assign teams once the supplementary draw is made and the task is matched.",
        Specification);
}

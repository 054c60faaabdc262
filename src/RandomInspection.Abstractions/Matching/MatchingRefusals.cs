namespace RandomInspection.Matching;

/// <summary>Everything that problems and results of a match can be refused for: RI31xx; and the words of a shortage: RI32xx.</summary>
public static class MatchingRefusals
{
    private const string Problem = "random-inspection-match/1 “Problem”";

    /// <summary>An id is malformed. Values: what, id.</summary>
    public static RefusalDefinition MalformedId { get; } = new(
        "RI3101",
        "编号“{id}”（{what}）不合规则：须为 1 至 128 个可见 ASCII 字符。",
        "The id \"{id}\" ({what}) is malformed: 1 to 128 visible ASCII characters.",
        "请去掉空格、汉字与全角字符。",
        "Leave out spaces and characters outside ASCII.",
        Problem);

    /// <summary>A text is malformed. Values: what, text.</summary>
    public static RefusalDefinition MalformedLabel { get; } = new(
        "RI3102",
        "文字“{text}”（{what}）不合规则：须非空、NFC、至多 200 字节，不含控制、格式、私用或未定义字符。",
        "The text \"{text}\" ({what}) is malformed: not empty, in NFC, 200 bytes at most, without control, format, private-use or unassigned characters.",
        "请改正该文字。",
        "Mend the text.",
        Problem);

    /// <summary>An id or a text stands twice. Values: what, id.</summary>
    public static RefusalDefinition Duplicate { get; } = new(
        "RI3103",
        "“{id}”（{what}）出现不止一次。",
        "\"{id}\" ({what}) stands more than once.",
        "请先合并重复项。",
        "Merge the duplicates first.",
        Problem);

    /// <summary>A capacity is not positive. Values: inspector, capacity, most.</summary>
    public static RefusalDefinition MalformedCapacity { get; } = new(
        "RI3104",
        "人员“{inspector}”的上限 {capacity} 不在 1 至 {most} 之内。",
        "The capacity {capacity} of the inspector \"{inspector}\" is not within 1 to {most}.",
        "不参加本次匹配的人员请不要列入；不设上限则省略该项。",
        "Leave an inspector who takes no part out of the problem; leave the member out for no limit.",
        Problem);

    /// <summary>A visit has no teams. Values: visit.</summary>
    public static RefusalDefinition VisitWithoutTeams { get; } = new(
        "RI3105",
        "检查“{visit}”没有检查组。",
        "The visit \"{visit}\" has no teams.",
        "每次检查至少有一个部门参加；不需要人员的检查请不要列入。",
        "A visit has one department's team at least; leave out a visit that needs nobody.",
        Problem);

    /// <summary>Dates end before they begin. Values: what, from, to.</summary>
    public static RefusalDefinition EndsBeforeItBegins { get; } = new(
        "RI3106",
        "{what} 的起止日期颠倒：{from} 至 {to}。",
        "{what} ends before it begins: {from} to {to}.",
        "请核对起止日期；首尾两日都算在内。",
        "Check the dates; both ends are included.",
        Problem);

    /// <summary>A team's count is out of range. Values: department, count, most.</summary>
    public static RefusalDefinition MalformedCount { get; } = new(
        "RI3107",
        "部门“{department}”的人数 {count} 不在 1 至 {most} 之内。",
        "The count {count} of the department \"{department}\" is not within 1 to {most}.",
        "执法检查每部门至少两人。",
        "An inspection has two officers at least of each enforcing department.",
        "行政处罚法 42");

    /// <summary>A list of regions is empty. Values: id.</summary>
    public static RefusalDefinition NoRegions { get; } = new(
        "RI3108",
        "“{id}”的区域为空。",
        "The regions of \"{id}\" are empty.",
        "不限区域请写 \"*\" 或省略该项。",
        "Write \"*\" or leave the member out for any region.",
        Problem);

    /// <summary>A visit has the same team twice. Values: visit, department.</summary>
    public static RefusalDefinition TeamTwice { get; } = new(
        "RI3109",
        "检查“{visit}”中部门“{department}”有两个要求完全相同的检查组。",
        "The visit \"{visit}\" has two teams of the department \"{department}\" that ask for the same.",
        "请合并为一个检查组并提高人数。",
        "Make it one team with a larger count.",
        Problem);

    /// <summary>A prior load is out of range. Values: inspector, prior, most.</summary>
    public static RefusalDefinition MalformedPrior { get; } = new(
        "RI3110",
        "人员“{inspector}”的已有任务数 {prior} 不在 0 至 {most} 之内。",
        "The prior load {prior} of the inspector \"{inspector}\" is not within 0 to {most}.",
        "请核对该数。",
        "Check the number.",
        Problem);

    /// <summary>An exclusion or a lock names a visit that is not there. Values: visit, inspector.</summary>
    public static RefusalDefinition UnknownVisit { get; } = new(
        "RI3111",
        "没有检查“{visit}”（与人员“{inspector}”一同写出）。",
        "There is no visit \"{visit}\" (named with the inspector \"{inspector}\").",
        "请核对编号，或删去该行。",
        "Check the id, or take the entry out.",
        Problem);

    /// <summary>An exclusion or a lock names an inspector who is not there. Values: visit, inspector.</summary>
    public static RefusalDefinition UnknownInspector { get; } = new(
        "RI3112",
        "没有人员“{inspector}”（与检查“{visit}”一同写出）。",
        "There is no inspector \"{inspector}\" (named with the visit \"{visit}\").",
        "请核对编号，或删去该行。",
        "Check the id, or take the entry out.",
        Problem);

    /// <summary>An exclusion stands twice with one code. Values: visit, inspector, code.</summary>
    public static RefusalDefinition ExclusionTwice { get; } = new(
        "RI3113",
        "人员“{inspector}”对检查“{visit}”的排除（{code}）出现不止一次。",
        "The exclusion of the inspector \"{inspector}\" from the visit \"{visit}\" ({code}) stands more than once.",
        "请删去重复的一行。",
        "Take the second one out.",
        Problem);

    /// <summary>A lock stands twice. Values: visit, inspector.</summary>
    public static RefusalDefinition LockTwice { get; } = new(
        "RI3114",
        "人员“{inspector}”在检查“{visit}”的直接指派出现不止一次。",
        "The inspector \"{inspector}\" is assigned directly to the visit \"{visit}\" more than once.",
        "一人在一户只占一席；请删去一行。",
        "One inspector has one seat in a visit; take one out.",
        Problem);

    /// <summary>A lock names a department that has no team there. Values: visit, inspector, department.</summary>
    public static RefusalDefinition LockOfUnknownDepartment { get; } = new(
        "RI3115",
        "检查“{visit}”没有部门“{department}”的检查组，不能直接指派“{inspector}”。",
        "The visit \"{visit}\" has no team of the department \"{department}\" to which \"{inspector}\" could be assigned.",
        "请核对部门。",
        "Check the department.",
        Problem);

    /// <summary>A lock breaks eligibility. Values: visit, inspector, reasonCode, reasonZh, reasonEn.</summary>
    public static RefusalDefinition LockBreaksEligibility { get; } = new(
        "RI3116",
        "不能直接指派“{inspector}”到检查“{visit}”：{reasonZh}（{reasonCode}）。",
        "\"{inspector}\" cannot be assigned directly to the visit \"{visit}\": {reasonEn} ({reasonCode}).",
        "直接指派不免除资格、证件、回避等条件；请另选人员，或先更正名录。",
        "A direct assignment waives neither qualification nor certificate nor recusal; take somebody else, or mend the directory first.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>More locks than seats. Values: visit, department, inspector, count.</summary>
    public static RefusalDefinition LocksAboveCount { get; } = new(
        "RI3117",
        "检查“{visit}”中部门“{department}”的直接指派超过 {count} 人，“{inspector}”无席位。",
        "The visit \"{visit}\" has more direct assignments of the department \"{department}\" than its {count} seats; there is none for \"{inspector}\".",
        "请减少直接指派，或提高人数。",
        "Assign fewer, or raise the count.",
        Problem);

    /// <summary>More locks than an inspector's capacity. Values: inspector, locks, capacity.</summary>
    public static RefusalDefinition LocksAboveCapacity { get; } = new(
        "RI3118",
        "人员“{inspector}”被直接指派 {locks} 次，超过上限 {capacity}。",
        "The inspector \"{inspector}\" is assigned directly {locks} times, above the capacity {capacity}.",
        "请减少直接指派，或提高上限。",
        "Assign fewer, or raise the capacity.",
        Problem);

    /// <summary>The problem is too large. Values: what, count, most.</summary>
    public static RefusalDefinition TooLarge { get; } = new(
        "RI3119",
        "{what} 共 {count}，超过 {most}。",
        "There are {count} {what}, above {most}.",
        "请分批匹配。",
        "Match in several batches.",
        Problem);

    /// <summary>The mixing factor is out of range. Values: factor, most.</summary>
    public static RefusalDefinition MalformedMixFactor { get; } = new(
        "RI3120",
        "混合倍数 {factor} 不在 0 至 {most} 之内。",
        "The mixing factor {factor} is not within 0 to {most}.",
        "缺省为 3；0 表示不混合，结果会注明。",
        "3 is the default; 0 leaves the result unmixed, which it says.",
        "random-inspection-match/1 “Mix”");

    /// <summary>Teams do not belong to the problem. Values: detailZh, detailEn.</summary>
    public static RefusalDefinition TeamsOfAnotherProblem { get; } = new(
        "RI3121",
        "检查组与匹配问题对不上：{detailZh}。",
        "The teams do not belong to the problem: {detailEn}.",
        "请使用同一问题的结果，并把其后的替换依次写入。",
        "Use the result of this problem, with the replacements since then.",
        "random-inspection-match/1 “After the match”");

    /// <summary>Who falls out does not sit there. Values: visit, inspector.</summary>
    public static RefusalDefinition NotInTeam { get; } = new(
        "RI3122",
        "人员“{inspector}”不在检查“{visit}”的检查组中。",
        "The inspector \"{inspector}\" does not sit in the visit \"{visit}\".",
        "请核对编号；已替换的人员不再占席。",
        "Check the ids; somebody who was replaced sits there no longer.",
        "random-inspection-match/1 “After the match”");

    /// <summary>A replacement's counter is out of range. Values: counter.</summary>
    public static RefusalDefinition MalformedCounter { get; } = new(
        "RI3123",
        "替换序号 {counter} 须从 1 起。",
        "The replacement's counter {counter} must begin at 1.",
        "请按该检查组已有的替换次数加一。",
        "Give one more than the replacements this team has had.",
        "random-inspection-match/1 “After the match”");

    /// <summary>Inspectors are short. Values: where, visits, seats, inspectors, capacity, missing, remedyZh, remedyEn, whereEn.</summary>
    public static RefusalDefinition Short { get; } = new(
        "RI3201",
        "{where}{visits} 户需 {seats} 人次；有资格且可用 {inspectors} 人，容量合计 {capacity}；缺 {missing} 人次",
        "{whereEn}: {visits} visits need {seats} seats; {inspectors} inspectors are eligible and available, with {capacity} seats together; {missing} are missing",
        "{remedyZh}",
        "{remedyEn}",
        "random-inspection-match/1 “When it is short”");
}

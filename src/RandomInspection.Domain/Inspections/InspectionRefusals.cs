namespace RandomInspection.Inspections;

/// <summary>What visits refuse: RI23xx.</summary>
public static class InspectionRefusals
{
    /// <summary>A step does not fit the visit's state.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI2301",
        "检查 {visit} 当前为“{stateZh}”，不能{commandZh}。",
        "The visit {visit} stands at \"{stateEn}\": {commandEn} is not possible now.",
        "请刷新页面查看当前步骤。",
        "Reload the page to see where it stands.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>The person is not of the team.</summary>
    public static RefusalDefinition NotInTeam { get; } = new(
        "RI2302",
        "{person} 不在检查 {visit} 的检查组中。",
        "{person} is not of the team of the visit {visit}.",
        "只有检查组成员可以办理；人员调整请由机关负责人更换。",
        "Only officers of the team can do this; the authority's head replaces officers.",
        "行政处罚法 42");

    /// <summary>The team is incomplete.</summary>
    public static RefusalDefinition TeamIncomplete { get; } = new(
        "RI2303",
        "检查 {visit} 的检查组只有 {present} 人，须 {needed} 人。",
        "The team of the visit {visit} has {present} of {needed} officers.",
        "请由机关负责人先补足人员（更换或直接指派）。",
        "The authority's head has to complete it first (replacement or direct assignment).",
        "行政处罚法 42");

    /// <summary>The period has not begun.</summary>
    public static RefusalDefinition BeforeThePeriod { get; } = new(
        "RI2304",
        "检查 {visit} 的期间自 {from} 起，今天是 {today}。",
        "The period of the visit {visit} begins on {from}; today is {today}.",
        "执法证与休假均按该期间核对；请在期间内检查。",
        "Certificates and leave were checked for that period: inspect within it.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>A text is missing or too long.</summary>
    public static RefusalDefinition TextMissing { get; } = new(
        "RI2305",
        "{fieldZh}须填写，且不超过 {most} 个字符。",
        "{fieldEn} is needed, at most {most} characters.",
        "请补充。",
        "Fill it in.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>Items have no result.</summary>
    public static RefusalDefinition ItemsOpen { get; } = new(
        "RI2306",
        "检查 {visit} 还有事项没有结果：{items}。",
        "Items of the visit {visit} have no result yet: {items}.",
        "须对全部事项作出结果后才能作出结论。",
        "Every item needs a result before the conclusion.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>The person is of the team already.</summary>
    public static RefusalDefinition AlreadyInTeam { get; } = new(
        "RI2307",
        "{person} 已在检查 {visit} 的检查组中。",
        "{person} is of the team of the visit {visit} already.",
        "请另选人员。",
        "Choose somebody else.",
        "行政处罚法 42");

    /// <summary>No seat is empty.</summary>
    public static RefusalDefinition NoEmptySeat { get; } = new(
        "RI2308",
        "检查 {visit} 的检查组没有空缺。",
        "The team of the visit {visit} has no empty seat.",
        "需要换人时请使用更换。",
        "Use a replacement where somebody falls out.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>It is no item of the visit.</summary>
    public static RefusalDefinition NotAnItem { get; } = new(
        "RI2309",
        "{item} 不是检查 {visit} 的事项。",
        "{item} is no item of the visit {visit}.",
        "请从本次检查的事项中选择。",
        "Choose among the items of this visit.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>Results contradict each other.</summary>
    public static RefusalDefinition ResultsContradict { get; } = new(
        "RI2310",
        "检查 {visit} 的结果互相矛盾：“{result}”适用于整户，须对全部事项一致。",
        "The results of the visit {visit} contradict each other: {result} holds for the whole subject and must stand for every item.",
        "请使用“全部事项同一结果”，或改正个别事项。",
        "Give all items that result, or correct the others.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>It is the person's own result.</summary>
    public static RefusalDefinition OwnResult { get; } = new(
        "RI2311",
        "{person} 参加了检查 {visit}，不能审核自己的结果。",
        "{person} took part in the visit {visit} and cannot audit the result.",
        "请由检查组以外的人员审核。",
        "Somebody outside the team has to do it.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>The notice was served before.</summary>
    public static RefusalDefinition AlreadyServed { get; } = new(
        "RI2312",
        "检查 {visit} 的告知书已于 {on} 送达。",
        "The notice of the visit {visit} was served on {on}.",
        "无需再次办理。",
        "Nothing more is needed.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>A day is out of range.</summary>
    public static RefusalDefinition DayOutOfRange { get; } = new(
        "RI2313",
        "{fieldZh} {day} 须在 {earliest} 至 {latest} 之间。",
        "{fieldEn} {day} must lie between {earliest} and {latest}.",
        "请核对日期。",
        "Check the date.",
        "沈政办发〔2020〕19号 三(七)");

    /// <summary>There is no such visit.</summary>
    public static RefusalDefinition UnknownVisit { get; } = new(
        "RI2314",
        "没有检查“{visit}”。",
        "There is no visit \"{visit}\".",
        "请从检查列表进入。",
        "Come from the list of visits.");

    /// <summary>Another department's part of the visit took place on another day.</summary>
    public static RefusalDefinition OtherDay { get; } = new(
        "RI2316",
        "检查 {visit} 与 {other} 为同一次上门检查，后者已于 {on} 到场，今天是 {today}。",
        "The visit {visit} is one with {other}, which began on {on}; today is {today}.",
        "进一次门、查多项事：请在同一天到场；确须另行上门的，请写明理由，理由将留痕。",
        "One visit for all items: arrive on the same day. If a visit of its own cannot be avoided, give the reason; it is recorded.",
        "沈政办发〔2020〕19号 三(九)");

    /// <summary>An officer of the team was recused from the subject.</summary>
    public static RefusalDefinition RecusedOfficer { get; } = new(
        "RI2317",
        "{person} 对 {subject} 的回避已获准（{recusal}），不能参加检查 {visit}。",
        "{person} was recused from {subject} ({recusal}) and does not take part in the visit {visit}.",
        "请机关负责人先更换该人员；匹配无人可派的，提出直接指派并由其批准。",
        "The authority's head replaces the officer first, or approves a direct assignment where the match finds nobody.",
        "行政处罚法 43");

    /// <summary>Results were entered after the form was opened.</summary>
    public static RefusalDefinition EnteredSince { get; } = new(
        "RI2390",
        "检查 {visit} 的结果在您打开表单之后又登记过（当时 {seen} 次，现在 {now} 次），没有保存。",
        "Results of the visit {visit} were entered after you opened the form ({seen} then, {now} now): nothing was saved.",
        "请与已登记的结果核对；再次保存，即以您填写的为准。",
        "Compare yours with what stands; if you save again, yours take its place.");

    /// <summary>The officer has no certificate that is valid on the day.</summary>
    public static RefusalDefinition CertificateInvalid { get; } = new(
        "RI2315",
        "{person} 在 {today} 没有有效的执法证。",
        "{person} has no certificate valid on {today}.",
        "持有效执法证方可检查；请换发，或由机关负责人更换人员。",
        "Only officers with a valid certificate inspect: renew it, or have the officer replaced.",
        "行政处罚法 42、55");
}

namespace RandomInspection.Credit;

/// <summary>What dishonesty lists refuse: RI2320 to RI2333.</summary>
public static class DishonestyRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(十)";

    /// <summary>There is no such entry.</summary>
    public static RefusalDefinition UnknownEntry { get; } = new(
        "RI2320",
        "没有失信名单条目“{entry}”。",
        "There is no entry \"{entry}\" of a dishonesty list.",
        "请从失信名单进入。",
        "Come from the list.",
        Clause);

    /// <summary>The command does not fit the state.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI2321",
        "条目 {entry} 目前是“{stateZh}”，不能{commandZh}。",
        "The entry {entry} is in the state \"{stateEn}\": {commandEn} is not possible.",
        "请刷新页面，看看目前可以做什么。",
        "Reload the page to see what can be done now.",
        Clause);

    /// <summary>The person decided on their own step.</summary>
    public static RefusalDefinition OwnStep { get; } = new(
        "RI2322",
        "{person} 参与了条目 {entry} 的提出、告知或听取申辩，不能作出决定。",
        "{person} proposed, told or heard the entry {entry} and cannot decide on it.",
        "请由没有经办此事的机关负责人决定。",
        "Let a head of the authority decide who had no part in it.",
        "行政处罚法 57、58");

    /// <summary>The subject was not heard yet.</summary>
    public static RefusalDefinition NotHeard { get; } = new(
        "RI2323",
        "条目 {entry} 的陈述申辩期限到 {until} 为止，当事人尚未陈述申辩，也未放弃。",
        "The subject of the entry {entry} may state and defend until {until}, has not done so and has not waived it.",
        "请听取陈述申辩，或待期限届满后再作决定。",
        "Hear it, or decide when that day has passed.",
        "行政处罚法 44、45；总局令第44号 13");

    /// <summary>The superior's consent is missing.</summary>
    public static RefusalDefinition ConsentMissing { get; } = new(
        "RI2324",
        "列入决定须报经上一级机关同意：条目 {entry} 没有同意文号。",
        "An entry needs the superior authority's consent: the number of that of {entry} is missing.",
        "请填写上一级机关同意的文号。",
        "Enter the number of the consent.",
        "总局令第44号 22");

    /// <summary>It is too early to ask for repair.</summary>
    public static RefusalDefinition TooEarly { get; } = new(
        "RI2325",
        "条目 {entry} 自 {first} 起方可申请提前移出（列入满一年）。",
        "The entry {entry} may leave by repair from {first} on, not earlier.",
        "请于该日以后申请。",
        "Ask on that day or later.",
        "总局令第44号 16");

    /// <summary>A request is open already.</summary>
    public static RefusalDefinition RequestOpen { get; } = new(
        "RI2326",
        "条目 {entry} 已有一项移出或撤销申请待决定。",
        "A request to leave waits for its decision on {entry} already.",
        "请先对该项申请作出决定。",
        "Let it be decided first.",
        "总局令第44号 17");

    /// <summary>There is nothing to decide.</summary>
    public static RefusalDefinition NoRequest { get; } = new(
        "RI2327",
        "条目 {entry} 没有待决定的移出或撤销申请。",
        "No request to leave waits for a decision on {entry}.",
        "请先提出申请。",
        "Enter the request first.",
        "总局令第44号 17");

    /// <summary>No appeal is open.</summary>
    public static RefusalDefinition NoAppeal { get; } = new(
        "RI2328",
        "条目 {entry} 没有未结的复议或诉讼。",
        "No appeal is open on the entry {entry}.",
        "请先登记复议或诉讼。",
        "Enter the appeal first.",
        "总局令第44号 23");

    /// <summary>An appeal is open already.</summary>
    public static RefusalDefinition AppealOpen { get; } = new(
        "RI2329",
        "条目 {entry} 的复议或诉讼尚未办结。",
        "An appeal on the entry {entry} is still open.",
        "请先登记其结果。",
        "Enter its outcome first.",
        "总局令第44号 23");

    /// <summary>The public reason repeats what is withdrawn.</summary>
    public static RefusalDefinition RepeatsPenalty { get; } = new(
        "RI2330",
        "撤销理由向社会公开，不得重复已撤销的处罚（“{repeated}”）。",
        "The reason of a withdrawal is public and must not repeat the penalty (\"{repeated}\").",
        "请只说明为何撤销。",
        "Say only why it is withdrawn.",
        "总局令第44号 19；行政处罚法 48");

    /// <summary>The subject is on the department's list, or about to be.</summary>
    public static RefusalDefinition Twice { get; } = new(
        "RI2331",
        "{subject} 已有办理中或已列入的条目 {entry}。",
        "An entry for {subject} is under way or stands already: {entry}.",
        "请在该条目中办理。",
        "Go on with that one.",
        Clause);

    /// <summary>There is no such subject.</summary>
    public static RefusalDefinition UnknownSubject { get; } = new(
        "RI2332",
        "名录中没有监管对象“{subject}”。",
        "There is no subject \"{subject}\" in the directory.",
        "请核对统一社会信用代码。",
        "Check the unified social credit code.",
        "沈政办发〔2020〕19号 三(三)");

    /// <summary>A day does not fit.</summary>
    public static RefusalDefinition DayOutside { get; } = new(
        "RI2333",
        "“{fieldZh}”须在 {from} 至 {to} 之间，不能是 {value}。",
        "\"{fieldEn}\" lies between {from} and {to}, not on {value}.",
        "请改正日期。",
        "Mend the day.",
        Clause);
}

namespace RandomInspection.Planning;

/// <summary>What draws over choices refuse: RI2450 to RI2461.</summary>
public static class ChoiceRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 一";

    /// <summary>There is nothing to choose from.</summary>
    public static RefusalDefinition TooFew { get; } = new(
        "RI2450",
        "只有 {count} 个选项，至少需要 {least} 个才谈得上抽取。",
        "There are {count} choices; {least} are needed at least for anything to be drawn.",
        "请补充选项，或不采用这一抽取。",
        "Add choices, or do without this draw.",
        Clause);

    /// <summary>The number to draw does not fit.</summary>
    public static RefusalDefinition WrongNumber { get; } = new(
        "RI2451",
        "共 {count} 个选项，应抽取 {least} 至 {most} 个，而不是 {take} 个。",
        "There are {count} choices, of which {least} to {most} are drawn, and not {take}.",
        "批次次序须全部抽出；检查时间只抽一段，可用周或月作选项；其他须少于选项数。",
        "The order of batches takes all; of times one is drawn, a week or a month if it is to be longer; of others fewer than there are.",
        Clause);

    /// <summary>A time is none, or outside the task's period.</summary>
    public static RefusalDefinition NoTime { get; } = new(
        "RI2452",
        "“{choice}”不是任务期（{from} 至 {to}）内的一天、一周或一个月。",
        "\"{choice}\" is no day, week or month within the task's period ({from} to {to}).",
        "日写作 2026-12-01，周写作 2026-W49（周一至周日），月写作 2026-12。",
        "Write a day as 2026-12-01, a week as 2026-W49 (Monday to Sunday), a month as 2026-12.",
        Clause);

    /// <summary>An item is not the task's.</summary>
    public static RefusalDefinition NotItsItem { get; } = new(
        "RI2453",
        "事项 {item} 不在任务 {task} 之中。",
        "The item {item} is none of the task {task}'s.",
        "检查内容只能从任务已批准的事项中抽取。",
        "What is inspected is drawn from the task's approved items.",
        Clause);

    /// <summary>The choices are being drawn, or were.</summary>
    public static RefusalDefinition Frozen { get; } = new(
        "RI2454",
        "任务 {task} 的这些选项已冻结于抽取 {draw}。",
        "These choices of the task {task} are frozen for the draw {draw}.",
        "一次承诺、一次抽取；如需重来，须先由两人作废该次抽取，抽出之后不再更改。",
        "One commitment, one draw: to repeat it two persons void it first; once drawn it stays.",
        Clause);

    /// <summary>No such choices are declared.</summary>
    public static RefusalDefinition NotDeclared { get; } = new(
        "RI2455",
        "任务 {task} 没有声明“{kind}”的选项。",
        "The task {task} declares no choices of {kind}.",
        "请先声明选项。",
        "Declare them first.",
        Clause);

    /// <summary>A draw over them was voided: they stay.</summary>
    public static RefusalDefinition WasAttempted { get; } = new(
        "RI2456",
        "任务 {task} 的这些选项曾用于抽取 {draw}（已作废），不能撤回。",
        "These choices of the task {task} were drawn from in {draw}, which is void: they are not taken back.",
        "请在下一次抽取中抽出。",
        "Draw from them in the next attempt.",
        Clause);

    /// <summary>The frame is frozen before the choices are drawn.</summary>
    public static RefusalDefinition NotDrawn { get; } = new(
        "RI2457",
        "任务 {task} 声明了“{kind}”由抽取决定，但还没有抽出。",
        "The task {task} says that {kind} is drawn, and it is not drawn yet.",
        "请先抽出，再冻结名单；或撤回从未抽取过的选项。",
        "Draw it before the frame is frozen, or take choices back that were never drawn from.",
        Clause);

    /// <summary>The criteria are not the areas that were drawn.</summary>
    public static RefusalDefinition OutsideDrawnArea { get; } = new(
        "RI2458",
        "抽取 {draw} 为任务 {task} 抽出的区域是 {areas}，筛选条件须正好是这些区域。",
        "The draw {draw} gave the task {task} the areas {areas}: its criteria name just these.",
        "请把筛选条件的区域改为抽出的区域。",
        "Set the regions of the criteria to those.",
        Clause);

    /// <summary>The visits are not in the time that was drawn.</summary>
    public static RefusalDefinition OutsideDrawnTime { get; } = new(
        "RI2459",
        "抽取 {draw} 为任务 {task} 抽出的时间是 {drawnFrom} 至 {drawnTo}，不能安排在 {from} 至 {to}。",
        "The draw {draw} gave the task {task} the time from {drawnFrom} to {drawnTo}; its visits are not from {from} to {to}.",
        "请在抽出的时间之内安排检查。",
        "Let the visits be within the time that was drawn.",
        Clause);
}

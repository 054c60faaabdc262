namespace RandomInspection.Planning;

/// <summary>What planning refuses: RI20xx and RI21xx; what every step may refuse stands in <see cref="StepRefusals"/>.</summary>
public static class PlanningRefusals
{
    private const string ClausePlan = "沈政办发〔2020〕19号 三(五)";
    private const string ClauseDraw = "沈政办发〔2020〕19号 三(六)";
    private const string ClauseJoint = "沈政办发〔2020〕19号 三(九)";

    /// <summary>The command does not fit the plan's state.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI2001",
        "计划 {plan} 处于“{stateZh}”状态，不能{commandZh}。",
        "The plan {plan} stands at \"{stateEn}\": {commandEn} is not possible.",
        "请按当前状态办理；批准后的计划不再修改，变更须另行批准。",
        "Do what the present state allows; an approved plan is not edited, a change is a new approval.",
        ClausePlan);

    /// <summary>A plan without tasks was submitted.</summary>
    public static RefusalDefinition NoTasks { get; } = new(
        "RI2002",
        "计划 {plan} 还没有任务。",
        "The plan {plan} has no task yet.",
        "请至少添加一个任务后再提交。",
        "Add one task at least, then submit it.",
        ClausePlan);

    /// <summary>A task has no items.</summary>
    public static RefusalDefinition NoItems { get; } = new(
        "RI2003",
        "任务“{task}”没有检查事项。",
        "The task \"{task}\" has no inspection item.",
        "请至少选择一个检查事项。",
        "Choose one item at least.",
        ClausePlan);

    /// <summary>An item is not in the catalogue.</summary>
    public static RefusalDefinition UnknownItem { get; } = new(
        "RI2004",
        "随机抽查事项清单中没有“{item}”。",
        "The item catalogue has no \"{item}\".",
        "只能检查已公布清单内的事项；请核对事项编码。",
        "Only items of the published catalogue are inspected; check the code.",
        "沈政办发〔2020〕19号 三(二)");

    /// <summary>A task's period is not within its plan's year.</summary>
    public static RefusalDefinition PeriodOutsideYear { get; } = new(
        "RI2005",
        "任务期 {from} 至 {to} 不合规则：须起止有序，且在 {year} 年内。",
        "The period from {from} to {to} is malformed: it begins before it ends and lies within {year}.",
        "请改正任务期。",
        "Mend the period.",
        ClausePlan);

    /// <summary>A person would approve their own step.</summary>
    public static RefusalDefinition OwnStep { get; } = new(
        "RI2006",
        "{person} 编制或提交了计划 {plan}，不能自行批准。",
        "{person} drafted or submitted the plan {plan} and cannot approve it.",
        "请由本级政府的另一人批准。",
        "Let another person of the government approve it.",
        ClausePlan);

    /// <summary>A text is missing or too long.</summary>
    public static RefusalDefinition TextMissing { get; } = new(
        "RI2007",
        "“{fieldZh}”为空或超过 {most} 个字。",
        "\"{fieldEn}\" is empty or longer than {most} characters.",
        "请填写该项。",
        "Fill it in.",
        null);

    /// <summary>A year is out of range.</summary>
    public static RefusalDefinition YearOutOfRange { get; } = new(
        "RI2008",
        "年度 {year} 不在 {least} 至 {most} 之间。",
        "The year {year} is not between {least} and {most}.",
        "请填写计划实施的年度。",
        "Give the year in which the plan is carried out.",
        ClausePlan);

    /// <summary>There is no such task in the plan.</summary>
    public static RefusalDefinition UnknownTask { get; } = new(
        "RI2009",
        "没有任务“{task}”。",
        "There is no task \"{task}\".",
        "请核对任务编号，或从计划页面进入。",
        "Check the id, or come from the plan's page.",
        null);

    /// <summary>There is no such plan.</summary>
    public static RefusalDefinition UnknownPlan { get; } = new(
        "RI2010",
        "没有计划“{plan}”。",
        "There is no plan \"{plan}\".",
        "请核对计划编号，或从计划列表进入。",
        "Check the id, or come from the list of plans.",
        null);

    /// <summary>There is no such draw.</summary>
    public static RefusalDefinition UnknownDraw { get; } = new(
        "RI2011",
        "没有抽取“{draw}”。",
        "There is no draw \"{draw}\".",
        "请核对抽取编号，或从抽取列表进入。",
        "Check the id, or come from the list of draws.",
        null);

    /// <summary>An ad-hoc task stands alone.</summary>
    public static RefusalDefinition OneAdHocTask { get; } = new(
        "RI2014",
        "临时任务 {plan} 已有任务 {task}：一项临时任务一次审批。",
        "The ad-hoc task {plan} has its task {task} already: each is approved by itself.",
        "请修改该任务，或另立一项临时任务。",
        "Revise that task, or begin another ad-hoc task.",
        "沈政办发〔2020〕19号 三(五)");

    /// <summary>An amendment would change a task whose frame is frozen.</summary>
    public static RefusalDefinition TaskFrozen { get; } = new(
        "RI2030",
        "任务 {task} 的名单已冻结，不能再修改或删除。",
        "The frame of the task {task} is frozen: it can be neither revised nor taken out.",
        "已冻结的任务按原计划完成；请从变更中恢复该任务，或撤销变更。",
        "A frozen task is carried out as it was approved; put it back into the amendment, or drop the amendment.",
        ClausePlan);

    /// <summary>An amendment changes nothing.</summary>
    public static RefusalDefinition NothingAmended { get; } = new(
        "RI2031",
        "计划 {plan} 的变更与现行版本完全相同。",
        "The amendment of the plan {plan} says the same as the version in force.",
        "请先添加、修改或删除任务，再提交；不需要变更的，撤销变更。",
        "Add, revise or remove tasks, then submit it; drop it if nothing is to change.",
        ClausePlan);

    /// <summary>A full inspection that is no special check.</summary>
    public static RefusalDefinition FullIsSpecial { get; } = new(
        "RI2032",
        "全覆盖检查须以专项检查发起。",
        "An inspection of all subjects is a special check.",
        "请选择“专项检查”，或改为一定比例。",
        "Choose a special check, or a share.",
        ClausePlan);

    /// <summary>A superior's task is named without that ground, or the ground without the task.</summary>
    public static RefusalDefinition SuperiorTaskNamed { get; } = new(
        "RI2033",
        "事由为“上级计划任务”的，须且只须写明上级部门及其任务。",
        "With the ground \"a superior's task\", and only with it, the superior and its task are named.",
        "请写明上级部门和任务，或选择其他事由。",
        "Name the superior and the task, or choose another ground.",
        ClausePlan);

    /// <summary>A department has its number of ad-hoc tasks in the year.</summary>
    public static RefusalDefinition TooManyAdHoc { get; } = new(
        "RI2034",
        "{department} 在 {year} 年已有 {count} 项临时任务，上限 {most} 项（{basis}）。",
        "{department} has {count} ad-hoc tasks in {year}; {most} is the most ({basis}).",
        "请通过变更年度计划安排；上级计划任务不计入。",
        "Amend the annual plan instead; a superior's tasks do not count.",
        ClausePlan);

    /// <summary>The share of ad-hoc tasks in the year would be too large.</summary>
    public static RefusalDefinition AdHocShareTooLarge { get; } = new(
        "RI2035",
        "{department} 在 {year} 年的临时任务将达 {count} 项，计划任务 {planned} 项，占比超过 {most}%（{basis}）。",
        "{department} would have {count} ad-hoc tasks in {year} beside {planned} planned ones, more than {most}% ({basis}).",
        "请通过变更年度计划安排；上级计划任务不计入。",
        "Amend the annual plan instead; a superior's tasks do not count.",
        ClausePlan);

    /// <summary>A superior's task is taken over already, or is the department's own.</summary>
    public static RefusalDefinition TakenOver { get; } = new(
        "RI2036",
        "任务“{task}”已列入本部门的 {plan}，不能再作为上级计划任务承接。",
        "The task \"{task}\" stands in the department's own {plan} already and cannot be taken over from a superior.",
        "请核对上级部门和任务编号。",
        "Check the superior and the task.",
        ClausePlan);

    /// <summary>A full task whose design does not take everybody.</summary>
    public static RefusalDefinition FullNotWhole { get; } = new(
        "RI2037",
        "任务 {task} 是全覆盖专项检查，抽取方案只取 {expected}，应为全部 {drawable} 户。",
        "The task {task} is a full special check; its design takes {expected} of {drawable}.",
        "请把各层各类的比例设为 1（由抽取确定先后次序）。",
        "Set every rate to 1: the draw gives the order.",
        ClausePlan);

    /// <summary>The plan of a task is not approved.</summary>
    public static RefusalDefinition PlanNotApproved { get; } = new(
        "RI2101",
        "任务 {task} 所在计划 {plan} 尚未批准（{stateZh}），不得冻结名单。",
        "The plan {plan} of the task {task} is not approved ({stateEn}): its frame cannot be frozen.",
        "涉企检查计划须经本级政府批准后方可实施；请先提交并获批准。",
        "A plan that touches enterprises is carried out only after approval by the government; submit it and have it approved.",
        "沈政办发〔2020〕19号 三(五)");

    /// <summary>A task has no design yet.</summary>
    public static RefusalDefinition NoDesign { get; } = new(
        "RI2102",
        "任务 {task} 还没有抽取方案。",
        "The task {task} has no design yet.",
        "请先设定筛选条件与抽取方案。",
        "Set its criteria and its design first.",
        ClauseDraw);

    /// <summary>A task is drawn or being drawn.</summary>
    public static RefusalDefinition AlreadyFrozen { get; } = new(
        "RI2103",
        "任务 {task} 的名单已在抽取 {draw} 中冻结，不能再改动或另行抽取。",
        "The frame of the task {task} is frozen in the draw {draw}: it cannot be changed or drawn again.",
        "一次承诺、一次抽取；如确需重来，须由两人将该次抽取作废，作废记录永久可见。",
        "One commitment, one draw; if it must be repeated, two persons void that draw, and the voided one stays visible for ever.",
        ClauseDraw);

    /// <summary>No subject matches.</summary>
    public static RefusalDefinition EmptyFrame { get; } = new(
        "RI2104",
        "没有符合任务 {task} 条件的在册对象。",
        "No active subject matches the criteria of the task {task}.",
        "请放宽筛选条件，或先导入名录。",
        "Widen the criteria, or import the directory first.",
        ClauseDraw);

    /// <summary>A task is not drawn yet.</summary>
    public static RefusalDefinition NotDrawn { get; } = new(
        "RI2106",
        "任务 {task} 尚未抽取，没有可以匹配的名单。",
        "The task {task} is not drawn yet: there is no list to match.",
        "请先完成抽取。",
        "Draw first.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>A task is matched or being matched.</summary>
    public static RefusalDefinition MatchFrozen { get; } = new(
        "RI2107",
        "任务 {task} 的人员匹配已在 {match} 中冻结，不能另行匹配。",
        "The match of the task {task} is frozen in {match}: it cannot be matched again.",
        "一次承诺、一次匹配；人员因故不能参加的，在该席位上更换。确需重来的，须由两人作废并留痕。",
        "One commitment, one match; an inspector who falls out is replaced in that seat. If it must be repeated, two persons void it.",
        "沈政办发〔2020〕19号 三(六)");

    /// <summary>A task is offered for joint visits already.</summary>
    public static RefusalDefinition AlreadyOffered { get; } = new(
        "RI2108",
        "任务 {task} 已并入 {with} 的联合检查。",
        "The task {task} is offered for joint visits with {with} already.",
        "如需改动，请先撤回。",
        "Withdraw that first.",
        "沈政办发〔2020〕19号 三(九)");

    /// <summary>Two tasks have no visit in common.</summary>
    public static RefusalDefinition NothingToJoin { get; } = new(
        "RI2109",
        "任务 {task} 与 {with} 不能联合检查：期间不重叠，或是同一任务。",
        "The tasks {task} and {with} cannot be joined: their periods do not overlap, or they are the same.",
        "请选择期间重叠的另一任务。",
        "Choose another task whose period overlaps.",
        "沈政办发〔2020〕19号 三(九)");

    /// <summary>A task is not offered for joint visits.</summary>
    public static RefusalDefinition NotOffered { get; } = new(
        "RI2110",
        "任务 {task} 没有并入联合检查。",
        "The task {task} is not offered for joint visits.",
        "无需撤回。",
        "There is nothing to withdraw.",
        "沈政办发〔2020〕19号 三(九)");

    /// <summary>A criterion is not known.</summary>
    public static RefusalDefinition UnknownCriterion { get; } = new(
        "RI2105",
        "名录中没有{fieldZh}“{value}”。",
        "The directory has no {fieldEn} \"{value}\".",
        "请从列出的值中选择。",
        "Choose among the values listed.",
        null);

    /// <summary>A task is offered for another task's draw already.</summary>
    public static RefusalDefinition AlreadyOfferedForDraw { get; } = new(
        "RI2130",
        "任务 {task} 已提供给 {with} 共同抽取。",
        "The task {task} is offered for the draw of {with} already.",
        "如需改动，请先撤回。",
        "Withdraw that first.",
        ClauseJoint);

    /// <summary>A task would share a draw with itself.</summary>
    public static RefusalDefinition SameTask { get; } = new(
        "RI2131",
        "任务 {task} 不能与自己共同抽取。",
        "The task {task} cannot share a draw with itself.",
        "请选择另一项任务。",
        "Choose another task.",
        ClauseJoint);

    /// <summary>A task is not offered for another task's draw.</summary>
    public static RefusalDefinition NotOfferedForDraw { get; } = new(
        "RI2132",
        "任务 {task} 没有提供给其他任务共同抽取。",
        "The task {task} is not offered for another task's draw.",
        "无需撤回。",
        "There is nothing to withdraw.",
        ClauseJoint);

    /// <summary>Another department's task would be drawn without its offer.</summary>
    public static RefusalDefinition NotOfferedHere { get; } = new(
        "RI2133",
        "任务 {task} 属于 {department}，该部门没有把它提供给 {with} 共同抽取。",
        "The task {task} is {department}'s, which has not offered it for the draw of {with}.",
        "请由该部门的抽取经办人先提供。",
        "Let that department's drawing operator offer it first.",
        ClauseJoint);

    /// <summary>Tasks come from different voided attempts.</summary>
    public static RefusalDefinition AttemptsDiffer { get; } = new(
        "RI2134",
        "任务 {task} 的上一次是 {previous}（已作废），任务 {other} 的上一次是 {otherPrevious}（已作废）：一份开启文件只能接续其中一次。",
        "The attempt before was {previous} for the task {task} and {otherPrevious} for {other}, both void: one opening can be chained to one of them only.",
        "请各自接续办理，或只把从未作废过的任务并入。",
        "Let each go on by itself, or join only tasks that were never voided.",
        ClauseDraw);
}

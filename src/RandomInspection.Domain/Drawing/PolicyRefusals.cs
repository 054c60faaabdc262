namespace RandomInspection.Drawing;

/// <summary>What designs made from policy are refused for: RI1216 to RI1228.</summary>
public static class PolicyRefusals
{
    private const string Wright = "Wright 2017, doi:10.1016/j.spl.2017.04.026";

    /// <summary>A size is below what the strata's minimums need.</summary>
    public static RefusalDefinition SizeBelowMinimums { get; } = new(
        "RI1216",
        "抽取数 {size} 不足以满足各层最低数，合计需 {minimums}。",
        "The size {size} does not reach the strata's minimums, which sum to {minimums}.",
        "请将抽取数提高到 {minimums} 以上，或降低每层最低数、合并小层。",
        "Raise the size to {minimums} at least, lower the minimum per stratum, or merge small strata.",
        Wright);

    /// <summary>A stratum of the frame has no line in the violation table.</summary>
    public static RefusalDefinition StratumWithoutViolations { get; } = new(
        "RI1217",
        "违法率表没有名单中的层“{stratum}”。",
        "The violation table has no line for the frame's stratum \"{stratum}\".",
        "请补上该层；从未检查过的写 违法 0、检查 0，按最不确定处理。",
        "Add the stratum; for one that was never inspected write 0 violations of 0 inspected: it counts as the least certain.",
        Wright);

    /// <summary>A stratum of the violation table is not in the frame.</summary>
    public static RefusalDefinition ViolationsNotInFrame { get; } = new(
        "RI1218",
        "违法率表中的层“{stratum}”不在名单中。",
        "The violation table's stratum \"{stratum}\" is not in the frame.",
        "请删除该行，或核对层的写法与分层方式。",
        "Remove the line, or check how the stratum is written and by what the frame is stratified.");

    /// <summary>The counts of a line of the violation table cannot be.</summary>
    public static RefusalDefinition MalformedViolations { get; } = new(
        "RI1219",
        "层“{stratum}”：违法数 {violations}、检查数 {inspected} 不合规则：须 0 ≤ 违法数 ≤ 检查数 ≤ 2147483647。",
        "The stratum \"{stratum}\" has {violations} violations of {inspected} inspected; needed is 0 ≤ violations ≤ inspected ≤ 2147483647.",
        "违法数按户计：一户多项违法只计一次。",
        "Count subjects: one with several violations counts once.");

    /// <summary>A stratum stands twice in the violation table.</summary>
    public static RefusalDefinition DuplicateViolations { get; } = new(
        "RI1220",
        "违法率表中层“{stratum}”出现不止一次。",
        "The stratum \"{stratum}\" stands in the violation table more than once.",
        "每层一行；请先合并。",
        "Each stratum has one line; merge them first.");

    /// <summary>A line of the violation table is malformed.</summary>
    public static RefusalDefinition MalformedViolationLine { get; } = new(
        "RI1221",
        "违法率表第 {line} 行不合规则：“{value}”。",
        "Line {line} of the violation table is malformed: \"{value}\".",
        "每行为 层、违法户数、检查户数，以制表符分隔；数写作 0 或不以 0 开头的数字。",
        "Each line is stratum, subjects with violations, subjects inspected, separated by tabs; numbers are written 0 or [1-9][0-9]*.");

    /// <summary>The exponent of a power allocation is malformed.</summary>
    public static RefusalDefinition MalformedPower { get; } = new(
        "RI1222",
        "幂分配的指数“{power}”不合规则：须为 0、1 或 0.1 至 0.9 的一位小数。",
        "The exponent \"{power}\" of the power allocation is malformed: 0, 1 or one decimal from 0.1 to 0.9.",
        "0.5 是常用的折中；1 即内曼分配，0 使各层精度相近。",
        "0.5 is the usual compromise; 1 is Neyman's allocation, 0 makes the strata about equally precise.",
        "Bankier 1988, doi:10.1080/00031305.1988.10475556");

    /// <summary>A floor contradicts a cap.</summary>
    public static RefusalDefinition FloorAboveCap { get; } = new(
        "RI1223",
        "下限与上限矛盾：下限 {floor} 户（{floorPercent}，{floorSource}）高于上限 {cap} 户（{capPercent}，{capSource}）。",
        "Floor and cap contradict each other: the floor of {floor} units ({floorPercent}, {floorSource}) is above the cap of {cap} units ({capPercent}, {capSource}).",
        "本系统不作取舍：请由制定规则的机关决定适用哪一条，并据此改正规则。",
        "Nothing is chosen here: let the authorities that made the rules say which one holds, and mend the rules.");

    /// <summary>A rate is malformed.</summary>
    public static RefusalDefinition MalformedRate { get; } = new(
        "RI1224",
        "比例“{rate}”不合规则。",
        "The rate \"{rate}\" is malformed.",
        "请写 0 至 1 的小数，至多 9 位，如 0.2。",
        "Write a decimal from 0 to 1 with at most 9 places, such as 0.2.",
        "random-inspection-draw/1 §2");

    /// <summary>The minimums of a design alone are above its cap.</summary>
    public static RefusalDefinition CapBelowMinimums { get; } = new(
        "RI1225",
        "无法缩减到上限：仅每层最低数就需 {minimums} 户，上限为 {cap} 户（{source}）。",
        "The design cannot be scaled to its cap: the minimums per stratum alone need {minimums} units, the cap is {cap} ({source}).",
        "请降低每层最低数，或合并小层。",
        "Lower the minimum per stratum, or merge small strata.");

    /// <summary>A floor is above what can be drawn.</summary>
    public static RefusalDefinition FloorAboveDrawable { get; } = new(
        "RI1226",
        "无法达到下限：比例为正的类别至多可抽 {most} 户，下限为 {floor} 户（{source}）。",
        "The floor cannot be met: classes with a positive rate or weight have {most} units that can be drawn, the floor is {floor} ({source}).",
        "请放宽筛选条件，或使比例为 0 的类别可抽。",
        "Widen the criteria, or give a rate to classes that have 0.");

    /// <summary>A design of this kind cannot be scaled.</summary>
    public static RefusalDefinition NotScalable { get; } = new(
        "RI1227",
        "{kind} 方案不能按比例缩放到 {least} 至 {most} 户。",
        "A design of kind {kind} cannot be scaled to between {least} and {most} units.",
        "分层定额请以该范围内的总数重新分配；上下限相等时请用固定总数。",
        "Allocate sizes by stratum anew with a total in that range; where cap and floor coincide use a fixed size.");

    /// <summary>A number is malformed.</summary>
    public static RefusalDefinition MalformedNumber { get; } = new(
        "RI1228",
        "{field} 的值“{number}”不合规则：须为 {least} 至 2147483647 的整数。",
        "The value \"{number}\" of {field} is malformed: a whole number from {least} to 2147483647.",
        "请写作 0 或不以 0 开头的数字，不带分隔符。",
        "Write 0, or digits that do not begin with 0, without separators.");
}

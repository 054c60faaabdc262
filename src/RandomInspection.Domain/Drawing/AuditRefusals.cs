namespace RandomInspection.Drawing;

/// <summary>What an audit of fairness refuses: RI136x.</summary>
public static class AuditRefusals
{
    private const string Guide = "docs/auditing-fairness.md";

    /// <summary>A number of repeats is out of range. Values: repeats, most.</summary>
    public static RefusalDefinition RepeatsOutOfRange { get; } = new(
        "RI1360",
        "重复次数 {repeats} 不在 1 至 {most} 之间。",
        "The number of repeats {repeats} is not from 1 to {most}.",
        "一般重复 10000 次即可。",
        "10000 repeats are enough as a rule.",
        Guide);

    /// <summary>A tally names the same thing twice. Values: what.</summary>
    public static RefusalDefinition CountedTwice { get; } = new(
        "RI1361",
        "计数文件中“{what}”出现两次。",
        "The tally counts \"{what}\" twice.",
        "请用 ri draw 或 ri match 的 --repeat --tally 重新生成，不要手工合并。",
        "Make it anew with --repeat and --tally of ri draw or ri match; do not join tallies by hand.",
        Guide);

    /// <summary>A tally is of another frame. Values: id, reasonZh, reasonEn.</summary>
    public static RefusalDefinition TallyOfAnotherFrame { get; } = new(
        "RI1362",
        "计数文件与名单对不上：“{id}”{reasonZh}。",
        "The tally is not of this frame: \"{id}\" {reasonEn}.",
        "请使用生成该计数文件的同一名单与方案。",
        "Give the frame and the design of which the tally was made.",
        Guide);

    /// <summary>A tally is of another problem. Values: visit, inspector, reasonZh, reasonEn.</summary>
    public static RefusalDefinition TallyOfAnotherProblem { get; } = new(
        "RI1363",
        "计数文件与匹配问题对不上：检查“{visit}”、人员“{inspector}”{reasonZh}。",
        "The tally is not of this problem: the visit \"{visit}\" and the inspector \"{inspector}\" {reasonEn}.",
        "请使用生成该计数文件的同一匹配问题。",
        "Give the problem of which the tally was made.",
        Guide);

    /// <summary>A stated chance is no fraction from 0 to 1. Values: visit, inspector.</summary>
    public static RefusalDefinition MalformedMarginal { get; } = new(
        "RI1364",
        "检查“{visit}”、人员“{inspector}”的概率不是 0 至 1 的分数 [分子, 分母]。",
        "The chance of the visit \"{visit}\" and the inspector \"{inspector}\" is no fraction [numerator, denominator] from 0 to 1.",
        "请写成两个整数，例如 [1, 3]；分母至少为 1，分子不大于分母。",
        "Write two whole numbers, for example [1, 3]; the denominator is 1 or more, the numerator not above it.",
        Guide);
}

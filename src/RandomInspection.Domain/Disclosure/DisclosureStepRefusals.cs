namespace RandomInspection.Disclosure;

/// <summary>What exempting, correcting, withdrawing and keeping secret refuse: RI2212 to RI2219 and RI2225.</summary>
public static class DisclosureStepRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(八)";

    /// <summary>A step does not fit the duty's state.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI2212",
        "“{obligation}”当前为“{stateZh}”，不能{commandZh}。",
        "\"{obligation}\" stands at \"{stateEn}\": {commandEn} is not possible now.",
        "请刷新页面查看当前步骤。",
        "Reload the page to see where it stands.",
        Clause);

    /// <summary>There is no reason.</summary>
    public static RefusalDefinition ReasonMissing { get; } = new(
        "RI2213",
        "须写明理由，且不超过 {most} 个字符。",
        "A reason is needed, at most {most} characters.",
        "请补充理由。",
        "Give the reason.",
        Clause);

    /// <summary>It is the person's own proposal.</summary>
    public static RefusalDefinition OwnExemption { get; } = new(
        "RI2214",
        "{person} 提出了“{obligation}”不予公开的申请，不能自己决定。",
        "{person} proposed to exempt \"{obligation}\" and cannot decide on it.",
        "请由另一人决定。",
        "Another person has to decide.",
        Clause);

    /// <summary>Nothing differs from what is published.</summary>
    public static RefusalDefinition NothingDiffers { get; } = new(
        "RI2215",
        "“{obligation}”的内容与已公示的相同，无需更正。",
        "What \"{obligation}\" says is what is published already.",
        "请先更正检查结果等原始记录，再办理公示更正。",
        "Correct the record itself first, such as the result; then correct its publication.",
        Clause);

    /// <summary>There is no such channel.</summary>
    public static RefusalDefinition UnknownChannel { get; } = new(
        "RI2216",
        "没有公示渠道“{channel}”。",
        "There is no channel \"{channel}\".",
        "请从列出的渠道中选择。",
        "Choose among the channels that are listed.",
        Clause);

    /// <summary>It is kept secret.</summary>
    public static RefusalDefinition UnderEmbargo { get; } = new(
        "RI2217",
        "“{obligation}”属于突击检查，保密期间不得公示。",
        "\"{obligation}\" belongs to a surprise inspection: nothing of it is published while it is secret.",
        "检查全部结束或检查期满后自动解除；确需提前或延后的，由机关负责人决定。",
        "The secret ends with the last visit or with the period; the authority's head decides on anything else.",
        Clause);

    /// <summary>A deadline does not fall before the secret ends.</summary>
    public static RefusalDefinition NoConflict { get; } = new(
        "RI2218",
        "“{obligation}”的期限 {due} 不早于保密终止日 {until}，或已延后，无需办理。",
        "The last day of \"{obligation}\", {due}, does not fall before the secret ends on {until}, or it is deferred already.",
        "无需办理。",
        "Nothing is needed.",
        Clause);

    /// <summary>It is not kept secret.</summary>
    public static RefusalDefinition NotSecret { get; } = new(
        "RI2225",
        "“{id}”不在保密期内。",
        "\"{id}\" is not kept secret.",
        "请刷新页面核对。",
        "Reload the page to see where it stands.",
        Clause);

    /// <summary>What is to be taken down is not published as something new.</summary>
    public static RefusalDefinition TakeDownIsAStep { get; } = new(
        "RI2219",
        "“{obligation}”是撤下的义务，须以“撤下”办理。",
        "\"{obligation}\" is a duty to take something down.",
        "请在原公示事项的页面上撤下。",
        "Take it down on the page of what was published.",
        Clause);
}

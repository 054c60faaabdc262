namespace RandomInspection.Planning;

/// <summary>What resting rules refuse: RI2123 to RI2129.</summary>
public static class RestingRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(十)";

    /// <summary>A number is out of range.</summary>
    public static RefusalDefinition OutOfRange { get; } = new(
        "RI2123",
        "“{fieldZh}”须为 {least} 至 {most} 的整数，不能是“{value}”。",
        "\"{fieldEn}\" is a whole number from {least} to {most}, not \"{value}\".",
        "请改正该数；不设此项则留空。",
        "Mend the number, or leave it empty for no such rule.",
        Clause);

    /// <summary>The rules limit nothing.</summary>
    public static RefusalDefinition NoLimit { get; } = new(
        "RI2124",
        "休整规则没有规定任何限制。",
        "The resting rules limit nothing.",
        "请至少规定一项次数或天数，或选择不设休整。",
        "Lay down one number at least, or choose no resting.",
        Clause);

    /// <summary>A key subject is not in the directory.</summary>
    public static RefusalDefinition UnknownKeySubject { get; } = new(
        "RI2125",
        "名录库中没有重点对象“{code}”。",
        "The directory has no key subject \"{code}\".",
        "请核对统一社会信用代码。",
        "Check its credit code.",
        "沈政办发〔2020〕19号 三(三)");

    /// <summary>The published design does not name the resting rules.</summary>
    public static RefusalDefinition NotInBasis { get; } = new(
        "RI2126",
        "方案的“依据”没有写明休整规则：{statement}",
        "The design's basis does not name the resting rules: {statement}",
        "休整使一些对象不会被抽中，须随方案公开：请把这句话原样写入“依据”。",
        "Resting keeps subjects from being drawn, so it is published with the design: put this sentence into its basis as it stands.",
        "random-inspection-draw/1 “Terms”");

    /// <summary>The task's exemption is not one that the rules list.</summary>
    public static RefusalDefinition ExemptionNotListed { get; } = new(
        "RI2127",
        "休整规则没有把“{kindZh}”列为例外。",
        "The resting rules do not list \"{kindEn}\" among their exemptions.",
        "请选择规则所列的例外，或适用休整。",
        "Choose an exemption that they list, or let subjects rest.",
        "国办发〔2024〕54号");

    /// <summary>What is exempt has no reason.</summary>
    public static RefusalDefinition ReasonMissing { get; } = new(
        "RI2128",
        "“{what}”不适用休整，须写明理由（至多 {most} 个字）。",
        "\"{what}\" is exempt from resting: a reason is needed, of {most} characters at most.",
        "请写明理由，供审计查阅。",
        "Give the reason; auditors read it.",
        "沈政办发〔2020〕19号 一");

    /// <summary>A key subject stands twice.</summary>
    public static RefusalDefinition KeySubjectTwice { get; } = new(
        "RI2129",
        "重点对象“{code}”列了两次。",
        "The key subject \"{code}\" stands twice.",
        "请删去一行。",
        "Take one line out.",
        null);
}

using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>Why an inspector is out for a team: RI30xx. The codes of exclusions are taken from here.</summary>
/// <remarks>Texts name no values: they are counted and listed, one line for each reason.</remarks>
public static class MatchingReasons
{
    private const string Specification = "random-inspection-match/1 “Problem”";
    private const string Shenyang = "沈政办发〔2020〕19号 三(四)";

    /// <summary>Of another department.</summary>
    public static RefusalDefinition Department { get; } = new(
        "RI3001", "属于其他部门", "of another department", "请由本部门人员参加。", "Take an inspector of the department.", Specification);

    /// <summary>回避：recused.</summary>
    public static RefusalDefinition Recusal { get; } = new(
        "RI3002", "应当回避", "recused", "回避不得放宽；请另选人员。", "A recusal is never relaxed; take somebody else.", "行政处罚法 43");

    /// <summary>Inspected the same subject last time.</summary>
    public static RefusalDefinition SameSubjectLastTime { get; } = new(
        "RI3003", "上次检查过同一对象", "inspected the same subject last time", "请轮换人员，或经批准直接指派。", "Take somebody else, or assign directly with approval.", Specification);

    /// <summary>Must rotate after several clean visits.</summary>
    public static RefusalDefinition Rotation { get; } = new(
        "RI3004", "连续多次未发现问题，须轮换", "must rotate after several visits without findings", "请轮换人员，或经批准直接指派。", "Take somebody else, or assign directly with approval.", Specification);

    /// <summary>Covers another region or level.</summary>
    public static RefusalDefinition Region { get; } = new(
        "RI3005", "不负责该区域", "covers another region", "请请求市级或邻区支援。", "Ask the city level or a neighbouring district.", Shenyang);

    /// <summary>Lacks a qualification.</summary>
    public static RefusalDefinition Qualification { get; } = new(
        "RI3006", "缺少所需资格", "lacks a qualification", "请补充有资格的人员。", "Find inspectors who hold it.", Shenyang);

    /// <summary>The certificate is not valid throughout the window.</summary>
    public static RefusalDefinition Certificate { get; } = new(
        "RI3007", "检查期间执法证无效", "no valid certificate throughout the window", "请换发执法证，或调整检查日期。", "Renew the certificate or move the window.", "行政处罚法 42、55");

    /// <summary>On leave within the window.</summary>
    public static RefusalDefinition Leave { get; } = new(
        "RI3008", "检查期间休假", "on leave within the window", "请调整休假或检查日期。", "Move the leave or the window.", Specification);

    /// <summary>Has no capacity left.</summary>
    public static RefusalDefinition Capacity { get; } = new(
        "RI3009", "已达上限", "has no capacity left", "请提高上限，或增加人员。", "Raise the capacity or add inspectors.", Specification);

    /// <summary>Sits in every visit there that they could serve.</summary>
    public static RefusalDefinition SitsThere { get; } = new(
        "RI3010", "已在其可参加的各户检查组中", "already sits in every visit they could serve", "一人在一户只占一席。", "One inspector has one seat in a visit.", Specification);

    /// <summary>Excluded for a reason of the host's.</summary>
    public static RefusalDefinition OtherExclusion { get; } = new(
        "RI3011", "因其他原因被排除", "excluded for another reason", "请查看排除记录。", "See the recorded exclusion.", Specification);

    /// <summary>All of them, in the order of codes.</summary>
    public static ImmutableArray<RefusalDefinition> All { get; } =
        [Department, Recusal, SameSubjectLastTime, Rotation, Region, Qualification, Certificate, Leave, Capacity, SitsThere, OtherExclusion];

    /// <summary>What an exclusion's code means; <see cref="OtherExclusion"/> for a host's own word.</summary>
    /// <param name="code">A code as in <see cref="MatchExclusion.Code"/>.</param>
    public static RefusalDefinition OfExclusion(string code) => code switch
    {
        "RI3002" or "recusal" => Recusal,
        "RI3003" or "same-subject-last-time" => SameSubjectLastTime,
        "RI3004" or "rotation" => Rotation,
        _ => OtherExclusion,
    };
}

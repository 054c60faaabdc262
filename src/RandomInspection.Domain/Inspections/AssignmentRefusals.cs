namespace RandomInspection.Inspections;

/// <summary>What proposing and approving a direct assignment refuse: RI3034 to RI3036.</summary>
public static class AssignmentRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(六)";

    /// <summary>Another proposal waits.</summary>
    public static RefusalDefinition Waiting { get; } = new(
        "RI3034",
        "检查 {visit} 已有指派 {inspector} 的申请待批，由 {by} 提出。",
        "For the visit {visit} it is proposed already to assign {inspector}, by {by}.",
        "请先由机关负责人批准或者不同意。",
        "The authority's head approves or refuses it first.",
        Clause);

    /// <summary>Nothing is proposed.</summary>
    public static RefusalDefinition NothingProposed { get; } = new(
        "RI3035",
        "检查 {visit} 没有待批的指派申请。",
        "No assignment is proposed for the visit {visit}.",
        "指派须先由抽取经办人写明特殊情况和理由提出。",
        "An assignment is proposed first, by the drawing operator, with its special case and reason.",
        Clause);

    /// <summary>It is one's own proposal, or one's own seat.</summary>
    public static RefusalDefinition OwnProposal { get; } = new(
        "RI3036",
        "{person} 不能批准检查 {visit} 中自己提出的指派或者对自己的指派。",
        "{person} cannot decide on an assignment in the visit {visit} that they proposed, or that is of themselves.",
        "请由另一人决定。",
        "Somebody else decides.",
        Clause);
}

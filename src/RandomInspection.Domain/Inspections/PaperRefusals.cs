namespace RandomInspection.Inspections;

/// <summary>What approval, check-in, evidence, objections and follow-up refuse: RI3020 to RI3031.</summary>
public static class PaperRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(七)";
    private const string Visits = "国办发〔2024〕54号";

    /// <summary>The visit was approved before.</summary>
    public static RefusalDefinition ApprovedAlready { get; } = new(
        "RI3020", "检查 {visit} 已由 {by} 审批。", "The visit {visit} was approved by {by}.", "无需再次办理。", "Nothing more is needed.", Visits);

    /// <summary>The code is not the visit's.</summary>
    public static RefusalDefinition WrongCode { get; } = new(
        "RI3022", "入企码与检查 {visit} 不符。", "The code is not that of the visit {visit}.", "请核对行政检查通知书上的入企码。", "Look at the code on the notice of inspection.", Visits);

    /// <summary>The team has checked in before.</summary>
    public static RefusalDefinition CheckedInAlready { get; } = new(
        "RI3023", "检查 {visit} 已扫码入企。", "The team of the visit {visit} has checked in.", "无需再次扫码。", "It need not be done again.", Visits);

    /// <summary>The file is of no kind that is kept.</summary>
    public static RefusalDefinition FileKind { get; } = new(
        "RI3024", "“{file}”不是可以留存的证据文件。", "\"{file}\" is no file that is kept as evidence.", "请上传 PDF、PNG、JPEG 或 MP4 文件。", "Send a PDF, PNG, JPEG or MP4 file.", Clause);

    /// <summary>The file is empty or too large.</summary>
    public static RefusalDefinition FileSize { get; } = new(
        "RI3025", "“{file}”有 {size} 字节，须为 1 至 {most} 字节。", "\"{file}\" has {size} bytes; 1 to {most} are allowed.", "请压缩或分成几个文件。", "Make it smaller, or several files of it.", Clause);

    /// <summary>The file is kept already.</summary>
    public static RefusalDefinition FileTwice { get; } = new(
        "RI3026", "检查 {visit} 已留存同一文件（{name}）。", "The visit {visit} has this very file already ({name}).", "无需再次上传。", "It need not be sent again.", Clause);

    /// <summary>An objection is open.</summary>
    public static RefusalDefinition ObjectionOpen { get; } = new(
        "RI3027", "检查 {visit} 已有一项异议尚未处理。", "An objection to the visit {visit} waits for its decision.", "请先处理该异议。", "Decide on it first.", "行政处罚法 45");

    /// <summary>There is no open objection.</summary>
    public static RefusalDefinition NoObjection { get; } = new(
        "RI3028", "检查 {visit} 没有待处理的异议。", "No objection to the visit {visit} waits for a decision.", "请刷新页面核对。", "Reload the page to see where it stands.", "行政处罚法 45");

    /// <summary>No objection was upheld.</summary>
    public static RefusalDefinition NothingUpheld { get; } = new(
        "RI3029", "检查 {visit} 没有被采纳的异议，不能更正结果。", "No objection to the visit {visit} was upheld: its result is not corrected.", "结果只因被采纳的异议更正。", "A result is corrected only after an objection was upheld.", Clause);

    /// <summary>It is no order of the visit.</summary>
    public static RefusalDefinition NoOrder { get; } = new(
        "RI3030", "检查 {visit} 没有编号为 {measure} 的责令改正等措施。", "The visit {visit} has no order numbered {measure}.", "请从本次检查的措施中选择。", "Choose among its measures.", Clause);

    /// <summary>No follow-up is open.</summary>
    public static RefusalDefinition NothingToFollow { get; } = new(
        "RI3031", "检查 {visit} 的措施 {measure} 没有待复查的整改。", "Nothing is to be re-checked for the measure {measure} of the visit {visit}.", "请先登记整改期限，或已办结。", "Lay down by when first; or it is closed already.", Clause);
}

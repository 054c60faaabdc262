namespace RandomInspection.Inspections;

/// <summary>What approval, check-in, evidence, objections and follow-up refuse: RI3020 to RI3033, RI3037 to RI3040.</summary>
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

    /// <summary>The visit is not approved.</summary>
    public static RefusalDefinition NotApproved { get; } = new(
        "RI3032",
        "检查 {visit} 未经机关负责人审批，不得入企检查。",
        "The authority's head has not approved the visit {visit}: it does not begin.",
        "请先报机关负责人审批；情况紧急、须当场检查的，写明紧急情况后开始，并及时补办审批。",
        "Have it approved first; in an emergency say what makes it urgent, begin, and have it approved without delay.",
        Visits);

    /// <summary>An approval is owed.</summary>
    public static RefusalDefinition ApprovalOwed { get; } = new(
        "RI3033",
        "检查 {visit} 因情况紧急先行开始，尚未补办审批，结果不能审核。",
        "The visit {visit} began in an emergency and is not approved yet: its result is not audited.",
        "请机关负责人补办行政检查审批。",
        "The authority's head approves it afterwards first.",
        Visits);

    /// <summary>Another day was drawn.</summary>
    public static RefusalDefinition NotTheDrawnDay { get; } = new(
        "RI3037",
        "检查 {visit} 的检查日抽定为 {day}，今天是 {today}。",
        "The day drawn for the visit {visit} is {day}; today is {today}.",
        "请在抽定之日上门；确需改日的，写明理由。",
        "Come on the day that was drawn, or say why on another.",
        Clause);

    /// <summary>No day is left that may be drawn.</summary>
    public static RefusalDefinition NoDayLeft { get; } = new(
        "RI3038",
        "检查 {visit} 的检查日须随机抽定，但 {to} 前已没有工作日。",
        "The day of the visit {visit} is to be drawn, but no working day is left by {to}.",
        "请放宽检查期间，或先变更计划。",
        "Let the period end later, or have the plan amended.",
        Clause);

    /// <summary>Too many wrong codes came from one place.</summary>
    public static RefusalDefinition TooManyAttempts { get; } = new(
        "RI3039", "输错次数过多。", "Too many wrong codes.", "请核对行政检查通知书，{minutes} 分钟后再试。", "Look at the notice of inspection and try again in {minutes} minutes.", Visits);

    /// <summary>No visit was chosen.</summary>
    public static RefusalDefinition NothingChosen { get; } = new(
        "RI3040", "没有选择检查。", "No visit is chosen.", "请勾选要审批的检查。", "Tick the visits to approve.", Visits);

    /// <summary>The notice is shown on arrival.</summary>
    public static RefusalDefinition NoticeOnArrival { get; } = new(
        "RI3041",
        "检查 {visit} 的行政检查通知书在到场时出示（{source}），不提前送达。",
        "The notice of the visit {visit} is shown on arrival ({source}) and not sent ahead.",
        "请到场时出示；规则集允许提前通知的，由管理员配置。",
        "Show it on arrival; where the profile lets it go ahead, the administrator says so.",
        Visits);

    /// <summary>A surprise inspection is not announced.</summary>
    public static RefusalDefinition SurpriseNotice { get; } = new(
        "RI3042",
        "检查 {visit} 属突击检查，不得提前通知。",
        "The visit {visit} is a surprise inspection: nobody is told beforehand.",
        "请到场时出示行政检查通知书。",
        "Show the notice on arrival.",
        Clause);

    /// <summary>The notice was sent already.</summary>
    public static RefusalDefinition NoticeTwice { get; } = new(
        "RI3043",
        "检查 {visit} 的通知书已于 {on} 提前送达。",
        "The notice of the visit {visit} was sent on {on} already.",
        "不必再次登记。",
        "Nothing more is to be entered.",
        Visits);
}

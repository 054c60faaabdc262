namespace RandomInspection.Web.OpenData;

/// <summary>The sets: what each is called and what its columns say.</summary>
internal static class OpenDatasets
{
    private static readonly DataColumn Department = new("department", "部门", "Department", "department");

    private static readonly DataColumn DepartmentId = new("departmentId", "部门编号", "Id of the department");

    private static readonly DataColumn Uniscid = new("uniscid", "统一社会信用代码", "Unified social credit code", "subject.code");

    private static readonly DataColumn Firm = new("entName", "对象名称；自然人姓名遮盖", "Name; of a natural person only the surname", "subject.name");

    private static readonly DataColumn Draw = new("draw", "抽取编号", "Number of the draw", "draw");

    private static readonly DataColumn Task = new("task", "任务编号", "Number of the task", "task.id");

    private static readonly DataColumn PublishedAt = new("publishedAt", "公示时间（UTC）", "When it was published (UTC)");

    private static readonly DataColumn Visit = new("visit", "检查编号", "Number of the visit", "id");

    public static OpenDataset Plans { get; } = new(
        "plans",
        ("抽查计划", "Plans"),
        ("经本级政府批准的年度计划和临时任务，一行一项计划。", "Annual plans and ad-hoc tasks that are approved, a plan a row."),
        "/plans",
        [
            new("plan", "计划编号", "Number of the plan", "id"),
            new("kind", "类别：Annual 年度计划，AdHoc 临时任务", "Kind: Annual or AdHoc"),
            new("year", "年度", "Year", "plan.year", DataKind.Number),
            new("title", "名称", "Title", "plan.title"),
            Department,
            DepartmentId,
            new("ground", "临时任务的事由", "Why an ad-hoc task is needed", "plan.ground"),
            new("tasks", "任务数", "Number of tasks", null, DataKind.Number),
            new("version", "现行版本", "Version in force", null, DataKind.Number),
            new("approvedAt", "批准时间（UTC）", "When it was approved (UTC)"),
        ],
        static (rows, cancellation) => rows.PlansAsync(cancellation));

    public static OpenDataset Tasks { get; } = new(
        "tasks",
        ("抽查任务", "Tasks"),
        ("已批准计划中的任务。", "The tasks of approved plans."),
        "/plans",
        [
            Task,
            new("plan", "计划编号", "Number of the plan", "id"),
            new("title", "名称", "Title", "task.title"),
            Department,
            DepartmentId,
            new("from", "起始日期", "First day", "task.from"),
            new("to", "截止日期", "Last day", "task.to"),
        ],
        static (rows, cancellation) => rows.TasksAsync(cancellation));

    public static OpenDataset Draws { get; } = new(
        "draws",
        ("抽取", "Draws"),
        ("已公告的每一次抽取，作废的也在内。", "Every draw that was announced, the void ones too."),
        "/draws",
        [
            Draw,
            new("tasks", "任务编号，以空格分隔", "Numbers of its tasks, a space between them", "task.id"),
            Department,
            DepartmentId,
            new("attempt", "第几次", "Attempt", null, DataKind.Number),
            new("status", "状态", "State"),
            new("assurance", "见证程度", "What its seed rests on"),
            new("frameSize", "名单总数", "Units in its frames", null, DataKind.Number),
            new("selected", "抽中数", "Units drawn", null, DataKind.Number),
            new("choice", "抽取的不是对象时：抽取的是什么", "What was drawn if not subjects", "choice.kind"),
            new("supplements", "补充的是哪一次抽取", "The draw that it supplements", "draw"),
            new("endedAt", "抽取或作废时间（UTC）", "When it was drawn or voided (UTC)"),
        ],
        static (rows, cancellation) => rows.DrawsAsync(cancellation));

    public static OpenDataset Lists { get; } = new(
        "lists",
        ("抽中名单", "Drawn lists"),
        ("每次抽取抽中的对象，以及递补进来的对象。", "What each draw selected, and who came in since."),
        "/draws",
        [
            Draw,
            Task,
            new("number", "按票号排列的序号；递补的续编", "Place by ticket; replacements are counted on", null, DataKind.Number),
            Uniscid,
            Firm,
            new("standing", "drawn 抽中，replaced 已更换，replacement 递补", "drawn, replaced, or replacement"),
            new("ticket", "票号", "Ticket"),
        ],
        static (rows, cancellation) => rows.ListsAsync(cancellation));

    public static OpenDataset Results { get; } = new(
        "results",
        ("检查结果", "Results"),
        ("已公示的检查结论，一行一次检查。", "Published conclusions, a visit a row."),
        "/results",
        [
            Visit,
            Task,
            Draw,
            Uniscid,
            Firm,
            Department,
            DepartmentId,
            new("inspectedOn", "检查日期", "Inspected on", "inspected"),
            new("conclusion", "结论代码", "Code of the conclusion", "conclusion"),
            new("conclusionName", "结论", "Conclusion in Chinese", "conclusion"),
            PublishedAt,
        ],
        static (rows, cancellation) => rows.ResultsAsync(cancellation));

    public static OpenDataset Items { get; } = new(
        "result-items",
        ("事项结果", "Results by item"),
        ("已公示的检查中每一事项的结果。", "What was found for each item of a published visit."),
        "/results",
        [
            Visit,
            Uniscid,
            new("item", "事项编号", "Code of the item", "item.code"),
            new("itemName", "事项", "Item in Chinese", "item.name"),
            new("result", "结果代码", "Code of the result", "item.result"),
            new("resultName", "结果", "Result in Chinese", "item.result"),
            new("note", "说明；证件号码、电话号码遮盖", "Note, without identity and telephone numbers", "item.note"),
            PublishedAt,
        ],
        static (rows, cancellation) => rows.ItemsAsync(cancellation));

    public static OpenDataset Measures { get; } = new(
        "measures",
        ("处理措施", "Measures"),
        ("已公示的责令改正、强制措施和处罚决定。", "Orders, compulsory measures and penalties that are published."),
        "/results",
        [
            Visit,
            new("number", "序号", "Number", null, DataKind.Number),
            Uniscid,
            Firm,
            Department,
            new("kind", "种类", "Kind", "measure.kind"),
            new("text", "内容；证件号码、电话号码遮盖", "What it says, without identity and telephone numbers", "measure.text"),
            new("legalBasis", "依据", "Legal basis", "measure.basis"),
            new("decidedOn", "决定日期", "Decided on", "measure.decided"),
            PublishedAt,
        ],
        static (rows, cancellation) => rows.MeasuresAsync(cancellation));

    public static OpenDataset Catalogue { get; } = new(
        "catalogue",
        ("随机抽查事项清单", "Item catalogue"),
        ("今天有效的抽查事项。", "The items in force today."),
        "/catalogue",
        [
            new("item", "事项编号", "Code of the item", "item.code"),
            Department,
            DepartmentId,
            new("titleZh", "事项", "Item in Chinese", "item.name"),
            new("titleEn", "事项（英文）", "Item in English", "item.name"),
            new("legalBasis", "依据", "Legal basis"),
            new("category", "Key 重点，General 一般", "Key or General"),
            new("ratioPercent", "抽查比例（%）", "Share drawn in a year (percent)", null, DataKind.Number),
            new("timesAYear", "每年次数", "Times a year", null, DataKind.Number),
            new("objectKind", "检查对象", "What is inspected, in Chinese"),
            new("method", "检查方式", "Method"),
            new("version", "清单版本", "Version of the catalogue", null, DataKind.Number),
        ],
        static (rows, cancellation) => rows.CatalogueAsync(cancellation));

    public static OpenDataset Dishonesty { get; } = new(
        "dishonesty-list",
        ("违法失信名单", "Dishonesty list"),
        ("公示期内的条目。", "The entries that stand and are published."),
        "/dishonesty",
        [
            new("entry", "条目编号", "Number of the entry", "id"),
            Uniscid,
            Firm,
            Department,
            DepartmentId,
            new("listedOn", "列入日期", "Entered on"),
            new("until", "公示至", "Published until"),
        ],
        static (rows, cancellation) => rows.DishonestyAsync(cancellation));

    public static OpenDataset Publications { get; } = new(
        "publications",
        ("公示流", "Publications"),
        ("公示、更正与撤下，按发生先后编号；撤下的不重复原内容。", "What was published, corrected and taken down, numbered as it happened; what was taken down is not repeated."),
        "/ledger",
        [
            new("number", "序号，不间断", "Number, without gaps", null, DataKind.Number),
            new("occasion", "事由代码", "Code of the occasion", "occasion"),
            new("about", "公示的是什么（编号）", "Number of what was published", "id"),
            new("title", "名称", "Title"),
            DepartmentId,
            new("channel", "渠道", "Channel"),
            PublishedAt,
        ],
        static (rows, cancellation) => rows.PublicationsAsync(cancellation));

    public static OpenDataset Checkpoints { get; } = new(
        "checkpoints",
        ("公开留痕的检查点", "Checkpoints of the public log"),
        ("每一个已签署的检查点，连同签名原文。", "Every signed checkpoint with its note."),
        "/ledger",
        [
            new("size", "条数", "Entries", null, DataKind.Number),
            new("at", "签署时间（UTC）", "When it was signed (UTC)"),
            new("occasion", "缘由", "Occasion"),
            new("cosignatures", "见证人联署数", "Cosignatures", null, DataKind.Number),
            new("note", "检查点原文：名称、条数、根、签名", "The note: name, size, root, signatures"),
        ],
        static (rows, cancellation) => rows.CheckpointsAsync(cancellation));
}

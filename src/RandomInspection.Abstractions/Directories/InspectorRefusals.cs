namespace RandomInspection.Directories;

/// <summary>Why an inspector does not enter the directory, or enters with a warning: RI52xx.</summary>
public static class InspectorRefusals
{
    private const string Clause = "三(四)";

    /// <summary>RI5201: no id.</summary>
    public static RefusalDefinition IdMissing { get; } = new(
        "RI5201",
        "工号为空。",
        "The id is missing.",
        "请补填本单位的工号或人员编号。",
        "Fill in the number by which the department knows the person.",
        Clause);

    /// <summary>RI5202: an id cannot be one. Values: value.</summary>
    public static RefusalDefinition IdMalformed { get; } = new(
        "RI5202",
        "工号“{value}”应为 1 至 64 个可见 ASCII 字符，且不含冒号。",
        "The id \"{value}\" must be 1 to 64 visible ASCII characters without a colon.",
        "请改用不含空格、汉字和冒号的工号，例如 scjg-07。",
        "Use a number without spaces, Chinese characters and colons, for example scjg-07.");

    /// <summary>RI5203: an id stands in two rows. Values: value, firstLine, line.</summary>
    public static RefusalDefinition IdDuplicate { get; } = new(
        "RI5203",
        "工号“{value}”重复：第 {firstLine} 行已有，第 {line} 行再次出现。",
        "The id \"{value}\" is in line {firstLine} and again in line {line}.",
        "每人只能有一行，多个证件写在同一行，用“；”分隔。",
        "Each person has one row: write several certificates into it, separated by semicolons.");

    /// <summary>RI5204: no name.</summary>
    public static RefusalDefinition NameMissing { get; } = new(
        "RI5204",
        "姓名为空。",
        "The name is missing.",
        "请补填证件上的姓名。",
        "Fill in the name as on the certificate.",
        Clause);

    /// <summary>RI5205: a department is not known. Values: value, known.</summary>
    public static RefusalDefinition DepartmentUnknown { get; } = new(
        "RI5205",
        "部门“{value}”不在已知部门之列：{known}。",
        "The department \"{value}\" is not one of those known: {known}.",
        "请改为列出的部门编号或中文名称（一字不差）。",
        "Write the id or the Chinese name of one of those listed, exactly.",
        Clause);

    /// <summary>RI5206: a level is not known. Values: value, known.</summary>
    public static RefusalDefinition LevelUnknown { get; } = new(
        "RI5206",
        "级别“{value}”无法识别，可识别的有：{known}。",
        "The level \"{value}\" is not known; known are: {known}.",
        "请改为列出的级别之一，系统不作推测。",
        "Write one of those listed; nothing is guessed.",
        Clause);

    /// <summary>RI5207: a kind is not known. Values: value, known.</summary>
    public static RefusalDefinition KindUnknown { get; } = new(
        "RI5207",
        "类别“{value}”无法识别，可识别的有：{known}。",
        "The kind \"{value}\" is not known; known are: {known}.",
        "请改为列出的类别之一；专家应单独列为“专家”。",
        "Write one of those listed; experts are listed apart, as experts.",
        Clause);

    /// <summary>RI5208: numbers, first and last days of certificates are not as many. Values: numbers, from, to.</summary>
    public static RefusalDefinition CertificatesUneven { get; } = new(
        "RI5208",
        "证件号有 {numbers} 个，有效期起有 {from} 个，有效期止有 {to} 个，无法一一对应。",
        "There are {numbers} certificate numbers, {from} first days and {to} last days, which do not pair up.",
        "每个证件都要写明证件号、有效期起和有效期止，多个证件按相同顺序用“；”分隔。",
        "Give number, first and last day of each certificate, several in the same order, separated by semicolons.",
        Clause);

    /// <summary>RI5209: a certificate number cannot be one. Values: value, most.</summary>
    public static RefusalDefinition CertificateNumberMalformed { get; } = new(
        "RI5209",
        "证件号“{value}”为空、超过 {most} 个字符、首尾有空白，或含有分号、控制字符。",
        "The certificate number \"{value}\" is empty, longer than {most} characters, has white space at its ends, a semicolon or a control character.",
        "请对照证件更正。",
        "Correct it by the certificate.");

    /// <summary>RI5210: a certificate ends before it begins. Values: number, from, to.</summary>
    public static RefusalDefinition CertificateEndsBeforeItBegins { get; } = new(
        "RI5210",
        "证件“{number}”的有效期止 {to} 早于有效期起 {from}。",
        "The certificate \"{number}\" ends on {to}, before it begins on {from}.",
        "请对照证件更正；两栏可能填反了。",
        "Correct it by the certificate; perhaps the two columns are the wrong way round.");

    /// <summary>RI5211: a certificate number stands twice. Values: number, firstLine, line.</summary>
    public static RefusalDefinition CertificateDuplicate { get; } = new(
        "RI5211",
        "证件号“{number}”重复：第 {firstLine} 行已有，第 {line} 行再次出现。",
        "The certificate number \"{number}\" is in line {firstLine} and again in line {line}.",
        "一个证件只属于一人，且只列一次，请删除或更正其中一处。",
        "A certificate belongs to one person and is listed once: remove or correct one of the two.",
        Clause);

    /// <summary>RI5212: staff listed as without a certificate have one. Values: number.</summary>
    public static RefusalDefinition CertificateContradictsKind { get; } = new(
        "RI5212",
        "类别为“日常监管人员”（无证，不参与匹配），却填有证件“{number}”。",
        "The kind is supervision staff (without a certificate, not matched), yet the certificate \"{number}\" is given.",
        "持证的请将类别改为“持证人员”或“公务员执法人员”；无证的请清空证件各栏。",
        "Change the kind to certified staff or officer if there is a certificate; empty the columns of certificates if there is none.",
        Clause);

    /// <summary>RI5213: a date is none. Values: value.</summary>
    public static RefusalDefinition DateMalformed { get; } = new(
        "RI5213",
        "“{value}”不是有效日期。",
        "\"{value}\" is not a date.",
        "请写成 2026-03-02、2026/3/2 或 2026年3月2日。",
        "Write it as 2026-03-02, 2026/3/2 or 2026年3月2日.");

    /// <summary>RI5214: leave is no interval. Values: value.</summary>
    public static RefusalDefinition LeaveMalformed { get; } = new(
        "RI5214",
        "休假“{value}”不是日期区间，或止日早于起日。",
        "The leave \"{value}\" is not an interval of dates, or ends before it begins.",
        "请写成 2026-03-01/2026-03-05（首尾两日都算），一天的写一个日期，多段用“；”分隔。",
        "Write 2026-03-01/2026-03-05, both days included; a single day as one date; several separated by semicolons.");

    /// <summary>RI5215: a capacity is none. Values: value, most.</summary>
    public static RefusalDefinition CapacityMalformed { get; } = new(
        "RI5215",
        "上限“{value}”应为 1 至 {most} 的整数，或留空表示不限。",
        "The capacity \"{value}\" must be a whole number from 1 to {most}, or empty for no limit.",
        "请填写该人员一次任务最多参加的检查户数。",
        "Give the number of visits in which the person can take part in one task at most.");

    /// <summary>RI5216: a status is not known. Values: value, known.</summary>
    public static RefusalDefinition StatusUnknown { get; } = new(
        "RI5216",
        "状态“{value}”无法识别，可识别的有：{known}。",
        "The status \"{value}\" is not known; known are: {known}.",
        "请改为列出的状态之一，留空表示在岗。",
        "Write one of those listed; empty means in post.");

    /// <summary>RI5217: no regions.</summary>
    public static RefusalDefinition RegionsMissing { get; } = new(
        "RI5217",
        "区域为空。",
        "The regions are missing.",
        "请填写区域名称，多个用“、”分隔；全市执法的填“全市”。",
        "Write the regions, separated by 、 or semicolons; write 全市 (all) for somebody who works everywhere.",
        Clause);

    /// <summary>RI5251, a warning: the last certificate has expired. Values: number, to, today.</summary>
    public static RefusalDefinition CertificateExpired { get; } = new(
        "RI5251",
        "证件“{number}”已于 {to} 到期（今天是 {today}）。",
        "The certificate \"{number}\" expired on {to} (today is {today}).",
        "已予列入，但不参与匹配；换证后请重新导入。",
        "The person is listed and not matched; import the row again once the certificate is renewed.",
        "行政处罚法 42, 55");

    /// <summary>RI5252, a warning: an officer or a member of certified staff has no certificate.</summary>
    public static RefusalDefinition CertificateMissing { get; } = new(
        "RI5252",
        "公务员执法人员或持证人员未填执法证。",
        "An officer or a member of certified staff is given without a certificate.",
        "已予列入，但不参与匹配；取得执法证后请补填并重新导入。",
        "The person is listed and not matched; fill in the certificate and import the row again once there is one.",
        Clause);

    /// <summary>RI5253, a warning: a qualification is not the code of an item. Values: value.</summary>
    public static RefusalDefinition QualificationUnknown { get; } = new(
        "RI5253",
        "资格“{value}”不是现行抽查事项的编号。",
        "The qualification \"{value}\" is not the code of an item in force.",
        "已予接受；抽查事项未要求它时不起作用。请核对是否录入错误。",
        "It is accepted, and counts only where an item asks for it. Check that it is not a slip of the pen.");
}

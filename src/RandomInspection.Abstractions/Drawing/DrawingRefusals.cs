namespace RandomInspection.Drawing;

/// <summary>Everything that frames, designs, openings, ceremonies and records can be refused for: RI11xx to RI14xx.</summary>
public static class DrawingRefusals
{
    private const string Terms = "random-inspection-draw/1 “Terms”";
    private const string Section1 = "random-inspection-draw/1 §1";
    private const string Section2 = "random-inspection-draw/1 §2";
    private const string Section3 = "random-inspection-draw/1 §3";

    /// <summary>A unit's id is malformed.</summary>
    public static RefusalDefinition MalformedId { get; } = new(
        "RI1101",
        "编号“{id}”不合规则：须为 1 至 55 个可见 ASCII 字符，且不以冒号开头。",
        "The id \"{id}\" is malformed: 1 to 55 visible ASCII characters, not starting with a colon.",
        "请使用统一社会信用代码或载体编码，去掉空格与全角字符。",
        "Use the unified social credit code or the carrier's code, without spaces or full-width characters.",
        Terms);

    /// <summary>A unit's class is malformed.</summary>
    public static RefusalDefinition MalformedClass { get; } = new(
        "RI1102",
        "信用类别“{class}”不合规则：须为 1 至 32 个可见 ASCII 字符。",
        "The class \"{class}\" is malformed: 1 to 32 visible ASCII characters.",
        "请填写 A、B、C、D 等类别代码。",
        "Give a class code such as A, B, C or D.",
        Terms);

    /// <summary>A stratum is malformed.</summary>
    public static RefusalDefinition MalformedStratum { get; } = new(
        "RI1103",
        "层“{stratum}”不合规则：{reasonZh}。",
        "The stratum \"{stratum}\" is malformed: {reasonEn}.",
        "层由 1 至 8 个非空标签以“/”相连，NFC，至多 200 字节，不含控制、格式、私用或未定义字符。",
        "A stratum is 1 to 8 non-empty labels joined by \"/\", in NFC, 200 bytes at most, without control, format, private-use or unassigned characters.",
        Terms);

    /// <summary>An id stands twice in a frame.</summary>
    public static RefusalDefinition DuplicateId { get; } = new(
        "RI1104",
        "编号“{id}”在名单中出现不止一次。",
        "The id \"{id}\" stands in the frame more than once.",
        "每个对象只能有一行；请先合并重复项。",
        "Each unit has one line; merge the duplicates first.",
        Section1);

    /// <summary>A line of a frame file is malformed.</summary>
    public static RefusalDefinition MalformedFrameLine { get; } = new(
        "RI1105",
        "名单文件第 {line} 行不合规则：“{value}”。",
        "Line {line} of the frame file is malformed: \"{value}\".",
        "每行为 编号、层、类别、状态（drawable 或 resting），以制表符分隔，以 LF 结束。",
        "Each line is id, stratum, class and standing (drawable or resting), separated by tabs and ended by LF.",
        Section1);

    /// <summary>A frame file's lines are out of order.</summary>
    public static RefusalDefinition FrameOutOfOrder { get; } = new(
        "RI1106",
        "名单文件第 {line} 行的编号“{id}”不在前一行“{previous}”之后。",
        "Line {line} of the frame file: the id \"{id}\" does not come after \"{previous}\".",
        "规范名单文件须按编号的字节顺序排列；可用 ri frame 重新生成。",
        "A canonical frame file is in the order of ids by bytes; make it anew with ri frame.",
        Section1);

    /// <summary>A frame file is not what its encoding says.</summary>
    public static RefusalDefinition FrameEncoding { get; } = new(
        "RI1107",
        "名单文件第 {line} 行不是有效的 UTF-8（无 BOM，行尾 LF）。",
        "Line {line} of the frame file is not valid UTF-8 without BOM and with LF line ends.",
        "请另存为 UTF-8（无 BOM、LF）；可用 ri frame 重新生成。",
        "Save it as UTF-8 without BOM and with LF; or make it anew with ri frame.",
        Section1);

    /// <summary>A partition's name has several labels.</summary>
    public static RefusalDefinition PartitionNameNotALabel { get; } = new(
        "RI1108",
        "分区名称“{name}”不是单个标签。",
        "The partition's name \"{name}\" is not one label.",
        "分区名称不含“/”，如“沈阳”。",
        "A partition's name has no \"/\", for example 沈阳.",
        Section1);

    /// <summary>A partition stands twice.</summary>
    public static RefusalDefinition DuplicatePartition { get; } = new(
        "RI1109",
        "分区“{name}”出现不止一次。",
        "The partition \"{name}\" stands more than once.",
        "每个分区只能有一个名单根；请核对各分区的来源。",
        "Each partition has one root; check where they come from.",
        Section1);

    /// <summary>A document is not JSON.</summary>
    public static RefusalDefinition NotJson { get; } = new(
        "RI1201",
        "{document}不是有效的 JSON：{detail}",
        "The {document} is not valid JSON: {detail}",
        "请检查指出的位置；文件须为 UTF-8（无 BOM），值之后不得有其他内容，成员不得重复。",
        "Look at the place named; the file is UTF-8 without BOM, nothing follows the value, no member stands twice.",
        Section2);

    /// <summary>A document has a member it must not have.</summary>
    public static RefusalDefinition UnknownMember { get; } = new(
        "RI1202",
        "{document}含有未知成员“{member}”。",
        "The {document} has an unknown member \"{member}\".",
        "请删除该成员或改正其拼写。",
        "Remove it or mend its spelling.",
        Section2);

    /// <summary>A document lacks a member.</summary>
    public static RefusalDefinition MissingMember { get; } = new(
        "RI1203",
        "{document}缺少成员“{member}”。",
        "The {document} lacks the member \"{member}\".",
        "请补上该成员。",
        "Add it.",
        Section2);

    /// <summary>A member's value is not what it must be.</summary>
    public static RefusalDefinition MalformedMember { get; } = new(
        "RI1204",
        "{document}的成员“{member}”的值 {value} 不合规则：{expectedZh}。",
        "The value {value} of the {document}'s member \"{member}\" is malformed: {expectedEn}.",
        "请按规则改正该值。",
        "Mend the value.",
        Section2);

    /// <summary>A cell's class is not named.</summary>
    public static RefusalDefinition ClassNotNamed { get; } = new(
        "RI1210",
        "方案没有给出层“{stratum}”中类别“{class}”的权重或比例。",
        "The design names no weight or rate for the class \"{class}\" of the stratum \"{stratum}\".",
        "请补上该类别；不抽取的类别写 0。",
        "Add the class; write 0 for a class that is not to be drawn.",
        Section2);

    /// <summary>A size is above what can be drawn.</summary>
    public static RefusalDefinition SizeAboveDrawable { get; } = new(
        "RI1211",
        "抽取数 {size} 超过可抽取的 {drawable} 户（{where}）。",
        "The size {size} is above the {drawable} drawable units ({where}).",
        "请减少抽取数，或放宽条件、权重，使可抽取的对象足够。",
        "Lower the size, or widen the criteria or weights until enough units can be drawn.",
        Section2);

    /// <summary>The minimums exceed the size.</summary>
    public static RefusalDefinition MinimumAboveSize { get; } = new(
        "RI1212",
        "各层最低数合计 {floors}，超过抽取数 {size}。",
        "The strata's minimums sum to {floors}, above the size {size}.",
        "请提高抽取数，或降低每层最低数。",
        "Raise the size or lower the minimum per stratum.",
        Section2);

    /// <summary>A stratum of the frame has no size.</summary>
    public static RefusalDefinition StratumWithoutSize { get; } = new(
        "RI1213",
        "名单中的层“{stratum}”在方案中没有抽取数。",
        "The frame's stratum \"{stratum}\" has no size in the design.",
        "请为每一层给出抽取数；不抽取的写 0。",
        "Give every stratum a size; write 0 for none.",
        Section2);

    /// <summary>A stratum of the design is not in the frame.</summary>
    public static RefusalDefinition StratumNotInFrame { get; } = new(
        "RI1214",
        "方案中的层“{stratum}”不在名单中。",
        "The design's stratum \"{stratum}\" is not in the frame.",
        "请删除该层，或核对层的写法。",
        "Remove it, or check how the stratum is written.",
        Section2);

    /// <summary>Hex is malformed.</summary>
    public static RefusalDefinition MalformedHex { get; } = new(
        "RI1301",
        "{what} 的值“{value}”不是 64 位小写十六进制字符。",
        "The value \"{value}\" of {what} is not 64 lower-case hex characters.",
        "请核对位数与大小写。",
        "Check its length and that it is lower case.",
        Section3);

    /// <summary>A hash is not known.</summary>
    public static RefusalDefinition UnknownHash { get; } = new(
        "RI1302",
        "未知的杂凑算法“{hash}”；可用：{known}。",
        "The hash \"{hash}\" is not known; known are: {known}.",
        "请使用 sha-256；使用 sm3 时请先注册其实现。",
        "Use sha-256; for sm3 register its implementation first.",
        Terms);

    /// <summary>A specification is not known.</summary>
    public static RefusalDefinition UnknownSpecification { get; } = new(
        "RI1303",
        "未知的规范版本“{specification}”。",
        "The specification \"{specification}\" is not known.",
        "本程序实现 random-inspection-draw/1；请使用支持该版本的程序。",
        "This program implements random-inspection-draw/1; use one that knows the other.",
        Section3);

    /// <summary>A name stands twice in an opening.</summary>
    public static RefusalDefinition DuplicateName { get; } = new(
        "RI1304",
        "开启文件中“{name}”出现不止一次。",
        "\"{name}\" stands in the opening more than once.",
        "任务与参与方的名称不得重复。",
        "Names of tasks and of parties are distinct.",
        Section3);

    /// <summary>A system value stands beside others.</summary>
    public static RefusalDefinition SystemNotAlone { get; } = new(
        "RI1305",
        "主机自生成的随机值不得与其他参与方并列。",
        "A system value never stands beside other parties.",
        "请只保留 system 一方，或改为 committed 与 public。",
        "Keep the system party alone, or use committed and public parties.",
        Section3);

    /// <summary>A contribution's party is not in the opening.</summary>
    public static RefusalDefinition UnknownParty { get; } = new(
        "RI1306",
        "开启文件中没有参与方“{party}”。",
        "The opening has no party \"{party}\".",
        "请核对参与方名称。",
        "Check the party's name.",
        Section3);

    /// <summary>A contribution's kind is not that of its party.</summary>
    public static RefusalDefinition KindMismatch { get; } = new(
        "RI1307",
        "参与方“{party}”的类型是 {expected}，不是 {kind}。",
        "The party \"{party}\" is of kind {expected}, not {kind}.",
        "请使用开启文件中载明的类型。",
        "Use the kind that stands in the opening.",
        Section3);

    /// <summary>A contribution's value is malformed.</summary>
    public static RefusalDefinition MalformedContribution { get; } = new(
        "RI1308",
        "参与方“{party}”的值不合规则：{value}。",
        "The value of the party \"{party}\" is malformed: {value}.",
        "committed 与 system 为 64 位小写十六进制（32 字节）；public 为 1 至 256 字节的小写十六进制。",
        "A committed or system value is 64 lower-case hex characters (32 bytes); a public one 1 to 256 bytes in lower-case hex.",
        Section3);

    /// <summary>A party contributes twice.</summary>
    public static RefusalDefinition DuplicateContribution { get; } = new(
        "RI1309",
        "参与方“{party}”的值给出了不止一次。",
        "The party \"{party}\" contributes more than once.",
        "每一方只有一个值。",
        "Each party has one value.",
        Section3);

    /// <summary>There is no contribution.</summary>
    public static RefusalDefinition NoContribution { get; } = new(
        "RI1310",
        "没有任何有效的随机值，本次抽取作废。",
        "No contribution is left: the draw is void.",
        "请载明作废原因并由两人确认，再开启下一次编号的抽取。",
        "Void it with a reason and two persons, then open the next numbered attempt.",
        Section3);
}

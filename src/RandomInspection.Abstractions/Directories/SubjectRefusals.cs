namespace RandomInspection.Directories;

/// <summary>Why a subject does not enter the directory, or enters with a warning: RI51xx.</summary>
public static class SubjectRefusals
{
    private const string CreditCodeStandard = "GB 32100-2015";
    private const string DrawTerms = "random-inspection-draw/1, Terms";

    /// <summary>RI5101: no code.</summary>
    public static RefusalDefinition CodeMissing { get; } = new(
        "RI5101",
        "统一社会信用代码为空。",
        "The unified social credit code is missing.",
        "请补填登记机关赋予的 18 位代码。",
        "Fill in the 18 characters that the registering authority gave.",
        CreditCodeStandard);

    /// <summary>RI5102: a code is not 18 characters long. Values: value, length.</summary>
    public static RefusalDefinition CodeLength { get; } = new(
        "RI5102",
        "统一社会信用代码应为 18 位，“{value}”为 {length} 位。",
        "A unified social credit code has 18 characters, \"{value}\" has {length}.",
        "请对照营业执照核对；电子表格可能把代码当作数字截断，请将该列设为文本后重新导出。",
        "Compare it with the licence; a spreadsheet may have cut it as a number: format the column as text and export it again.",
        CreditCodeStandard);

    /// <summary>RI5103: a code has a lower-case letter. Values: value, character, position.</summary>
    public static RefusalDefinition CodeLowerCase { get; } = new(
        "RI5103",
        "统一社会信用代码“{value}”第 {position} 位是小写字母“{character}”。",
        "The unified social credit code \"{value}\" has the lower-case letter \"{character}\" at position {position}.",
        "代码只用大写字母，系统不代为改写，请在原文件中更正。",
        "Codes are upper-case only and are never rewritten here: correct it in the file.",
        CreditCodeStandard);

    /// <summary>RI5104: a code has a character outside the alphabet. Values: value, character, position.</summary>
    public static RefusalDefinition CodeCharacter { get; } = new(
        "RI5104",
        "统一社会信用代码“{value}”第 {position} 位的“{character}”不是允许的字符（数字和除 I、O、S、V、Z 外的大写字母）。",
        "The unified social credit code \"{value}\" has \"{character}\" at position {position}, which is not a digit or an upper-case letter other than I, O, S, V, Z.",
        "请对照营业执照核对，常见的是把 0 写成 O、把 1 写成 I、混入空格或全角字符。",
        "Compare it with the licence; often 0 was typed as O, 1 as I, or there is a space or a full-width character.",
        CreditCodeStandard);

    /// <summary>RI5105: the region digits of a code are not digits. Values: value, region.</summary>
    public static RefusalDefinition CodeRegion { get; } = new(
        "RI5105",
        "统一社会信用代码“{value}”第 3 至 8 位“{region}”应为行政区划的数字代码。",
        "Positions 3 to 8 of the unified social credit code \"{value}\" are the digits of a region, not \"{region}\".",
        "请对照营业执照核对。",
        "Compare it with the licence.",
        CreditCodeStandard + "; GB/T 2260");

    /// <summary>RI5106, a warning: the check character is not the computed one. Values: value, actual, expected.</summary>
    public static RefusalDefinition CodeCheckCharacter { get; } = new(
        "RI5106",
        "统一社会信用代码“{value}”的校验码为“{actual}”，按标准应为“{expected}”。",
        "The check character of the unified social credit code \"{value}\" is \"{actual}\", computed it is \"{expected}\".",
        "已予接受：早期部分代码（如福建、厦门）合法但校验不符。请核对是否录入错误。",
        "It is accepted: some early codes (Fujian, Xiamen) are legal and fail. Check that it is not a slip of the pen.",
        CreditCodeStandard);

    /// <summary>RI5107: a code cannot be drawn. Values: value.</summary>
    public static RefusalDefinition CodeNotDrawable { get; } = new(
        "RI5107",
        "代码“{value}”不能用于抽取：应为 1 至 55 个可见 ASCII 字符，且不以冒号开头。",
        "The code \"{value}\" cannot be drawn: it must be 1 to 55 visible ASCII characters, not starting with a colon.",
        "请改用统一社会信用代码，或不含空格和汉字的编号。",
        "Use the unified social credit code, or a number without spaces and Chinese characters.",
        DrawTerms);

    /// <summary>RI5108: a code stands in two rows. Values: value, firstLine, line.</summary>
    public static RefusalDefinition CodeDuplicate { get; } = new(
        "RI5108",
        "代码“{value}”重复：第 {firstLine} 行已有，第 {line} 行再次出现。",
        "The code \"{value}\" is in line {firstLine} and again in line {line}.",
        "每个监管对象只能有一行，请删除或更正其中一行。",
        "Each subject has one row: remove or correct one of the two.",
        DrawTerms);

    /// <summary>RI5109: no name.</summary>
    public static RefusalDefinition NameMissing { get; } = new(
        "RI5109",
        "名称为空。",
        "The name is missing.",
        "请补填登记的名称。",
        "Fill in the registered name.");

    /// <summary>RI5110: a name has a control character. Values: value.</summary>
    public static RefusalDefinition NameCharacter { get; } = new(
        "RI5110",
        "名称“{value}”含有换行、制表等控制字符或损坏的字符。",
        "The name \"{value}\" has a line break, a tab, another control character or a broken one.",
        "请在原文件中删去该字符。",
        "Remove the character in the file.");

    /// <summary>RI5111: a label is empty.</summary>
    public static RefusalDefinition LabelEmpty { get; } = new(
        "RI5111",
        "该栏为空，不能用于分层。",
        "The cell is empty and cannot name a stratum.",
        "请补填；不明确的应先向登记机关核实，系统不作推测。",
        "Fill it in; if it is not known, ask the registering authority: nothing is guessed.",
        DrawTerms);

    /// <summary>RI5112: a label has a slash. Values: value.</summary>
    public static RefusalDefinition LabelSlash { get; } = new(
        "RI5112",
        "“{value}”含有“/”，该符号是分层路径的分隔符。",
        "\"{value}\" has a slash, which separates the labels of a stratum.",
        "请改用“、”或“—”等符号。",
        "Write a comma or a dash instead.",
        DrawTerms);

    /// <summary>RI5113: a label has a forbidden character. Values: value, character.</summary>
    public static RefusalDefinition LabelCharacter { get; } = new(
        "RI5113",
        "“{value}”含有不允许的字符 {character}（控制、格式、私用、未分配或损坏的字符）。",
        "\"{value}\" has the character {character}, which is a control, format, private-use, unassigned or broken one.",
        "请在原文件中删去该字符；若整列都是乱码，请核对文件编码。",
        "Remove it in the file; if the whole column is garbled, check the encoding of the file.",
        DrawTerms);

    /// <summary>RI5114: a label is not in NFC. Values: value.</summary>
    public static RefusalDefinition LabelNotNormalised { get; } = new(
        "RI5114",
        "“{value}”不是 Unicode NFC 规范形式，相同的文字会被当作不同的层。",
        "\"{value}\" is not in Unicode form NFC, so equal texts would be different strata.",
        "请以 NFC 形式重新导出，系统不代为改写。",
        "Export it in NFC; it is never rewritten here.",
        DrawTerms);

    /// <summary>RI5115: a label is too long. Values: value, bytes, limit.</summary>
    public static RefusalDefinition LabelTooLong { get; } = new(
        "RI5115",
        "“{value}”为 {bytes} 字节，超过 {limit} 字节。",
        "\"{value}\" has {bytes} bytes of UTF-8, more than {limit}.",
        "请缩短；可能是列对应错了。",
        "Shorten it; perhaps the wrong column was chosen.",
        DrawTerms);

    /// <summary>RI5116: a region is not one of those known. Values: value, known.</summary>
    public static RefusalDefinition RegionUnknown { get; } = new(
        "RI5116",
        "登记区域“{value}”不在已知区域之列：{known}。",
        "The region \"{value}\" is not one of those known: {known}.",
        "请改为列出的名称之一（一字不差）。",
        "Write one of the names listed, exactly.",
        "GB/T 2260");

    /// <summary>RI5117: a trade is not a section. Values: value.</summary>
    public static RefusalDefinition TradeUnknown { get; } = new(
        "RI5117",
        "行业门类“{value}”不是 A 至 T 的一个大写字母。",
        "The trade \"{value}\" is not one upper-case letter from A to T.",
        "请填写《国民经济行业分类》的门类字母，例如住宿和餐饮业填 H。",
        "Write the letter of the section of the industrial classification, for example H for accommodation and catering.",
        "GB/T 4754-2017");

    /// <summary>RI5118: a credit class cannot be one. Values: value.</summary>
    public static RefusalDefinition CreditClassMalformed { get; } = new(
        "RI5118",
        "信用类别“{value}”应为 1 至 32 个可见 ASCII 字符，通常为 A、B、C、D。",
        "The credit class \"{value}\" must be 1 to 32 visible ASCII characters, as a rule A, B, C or D.",
        "请填写 A、B、C、D 之一；尚未评定的请先按规定确定类别。",
        "Write A, B, C or D; if it has not been rated yet, have it rated first.",
        DrawTerms);

    /// <summary>RI5119, a warning: a credit class is not one of those in use. Values: value, known.</summary>
    public static RefusalDefinition CreditClassUnusual { get; } = new(
        "RI5119",
        "信用类别“{value}”不在通用类别之列：{known}。",
        "The credit class \"{value}\" is not one of those in use: {known}.",
        "已予接受；抽取方案必须为它规定比例，否则方案将被拒绝。请核对是否录入错误。",
        "It is accepted; a design must then name it, or is refused. Check that it is not a slip of the pen.");

    /// <summary>RI5120: a date is none. Values: value.</summary>
    public static RefusalDefinition DateMalformed { get; } = new(
        "RI5120",
        "日期“{value}”不是有效日期。",
        "The date \"{value}\" is not a date.",
        "请写成 2026-03-02、2026/3/2 或 2026年3月2日。",
        "Write it as 2026-03-02, 2026/3/2 or 2026年3月2日.");

    /// <summary>RI5121: a status is not known. Values: value, known.</summary>
    public static RefusalDefinition StatusUnknown { get; } = new(
        "RI5121",
        "登记状态“{value}”无法识别，可识别的有：{known}。",
        "The status \"{value}\" is not known; known are: {known}.",
        "请改为列出的状态之一，系统不作推测。",
        "Write one of those listed; nothing is guessed.");

    /// <summary>RI5122: a subject has too many tags. Values: tags, most.</summary>
    public static RefusalDefinition TooManyTags { get; } = new(
        "RI5122",
        "标签共 {tags} 个，至多 {most} 个。",
        "There are {tags} tags; {most} are the most.",
        "请只保留用于筛选的标签，以“、”分隔。",
        "Keep those by which subjects are chosen, with a comma between them.");

    /// <summary>The source of a credit class is malformed.</summary>
    public static RefusalDefinition AssessmentSourceMalformed { get; } = new(
        "RI5130",
        "信用评定来源“{value}”不合格：1 至 {most} 个字，首尾没有空白，没有控制字符。",
        "The source \"{value}\" of a credit class is malformed: 1 to {most} characters, no white space at its ends, no control characters.",
        "请填写评定机关或评定依据。",
        "Say who or what gave the class.",
        "沈政办发〔2020〕19号 三(十)");

    /// <summary>Day and source of a credit class do not stand together.</summary>
    public static RefusalDefinition AssessmentIncomplete { get; } = new(
        "RI5131",
        "信用评定日期与评定来源须同时填写。",
        "Day and source of a credit class are given together or not at all.",
        "请补齐另一项。",
        "Add the other one.",
        "沈政办发〔2020〕19号 三(十)");

    /// <summary>A kind of carrier is not known.</summary>
    public static RefusalDefinition CarrierKindUnknown { get; } = new(
        "RI5132",
        "载体类型“{value}”不在 {known} 之中。",
        "\"{value}\" is not a kind of carrier; known are {known}.",
        "请改为其中之一；监管对象本身不填。",
        "Use one of them, or leave it empty for a subject.",
        "沈政办发〔2020〕19号 三(三)");

    /// <summary>Kind and subject of a carrier do not stand together.</summary>
    public static RefusalDefinition CarrierIncomplete { get; } = new(
        "RI5133",
        "载体类型与所属主体须同时填写。",
        "Kind of carrier and the subject it belongs to are given together or not at all.",
        "请补齐另一项。",
        "Add the other one.",
        "沈政办发〔2020〕19号 三(三)");

    /// <summary>The subject of a carrier is not known, or is a carrier itself.</summary>
    public static RefusalDefinition CarrierSubjectUnknown { get; } = new(
        "RI5134",
        "载体 {carrier} 的所属主体 {subject} 不在名录和文件中，或其本身是载体（共 {count} 个载体如此）。",
        "The subject {subject} of the carrier {carrier} is neither in the directory nor in the file, or is a carrier itself ({count} carriers are like this).",
        "请先导入所属主体，或改正其代码。",
        "Import the subject first, or mend its code.",
        "沈政办发〔2020〕19号 三(三)");
}

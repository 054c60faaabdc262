namespace RandomInspection.Tabular;

/// <summary>Why a table cannot be read: RI50xx.</summary>
public static class TableRefusals
{
    private const string Rfc4180 = "RFC 4180";

    /// <summary>RI5001: the file has no bytes, or none but a byte order mark.</summary>
    public static RefusalDefinition Empty { get; } = new(
        "RI5001",
        "文件为空。",
        "The file is empty.",
        "请重新导出后上传。",
        "Export it again and choose that file.");

    /// <summary>RI5002: the file is UTF-16 or UTF-32. Values: encoding.</summary>
    public static RefusalDefinition Utf16 { get; } = new(
        "RI5002",
        "文件编码为 {encoding}，只接受 UTF-8 或 GB18030。",
        "The file is {encoding}; only UTF-8 and GB18030 are read.",
        "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”，或在记事本中以 UTF-8 编码另存。",
        "Save it from Excel as \"CSV UTF-8 (comma delimited)\", or from an editor as UTF-8.");

    /// <summary>RI5003: the file is a workbook, not text. Values: kind.</summary>
    public static RefusalDefinition Workbook { get; } = new(
        "RI5003",
        "文件是 {kind}，不是文本表格。",
        "The file is {kind}, not a table as text.",
        "请打开后另存为“CSV UTF-8（逗号分隔）”。",
        "Open it and save it as \"CSV UTF-8 (comma delimited)\".");

    /// <summary>RI5004: the file has a NUL byte. Values: offset, line.</summary>
    public static RefusalDefinition NulByte { get; } = new(
        "RI5004",
        "第 {line} 行（字节偏移 {offset}）有空字节（0x00）：文件不是文本，或为不带标记的 UTF-16，或已损坏。",
        "Line {line} (byte offset {offset}) has a NUL byte: the file is no text, or UTF-16 without a mark, or damaged.",
        "请以 UTF-8 重新导出。",
        "Export it again as UTF-8.");

    /// <summary>RI5005: the file is neither UTF-8 nor GB18030. Values: offset, line, byte.</summary>
    public static RefusalDefinition UnknownEncoding { get; } = new(
        "RI5005",
        "文件既不是 UTF-8 也不是 GB18030：第 {line} 行（字节偏移 {offset}）的字节 {byte} 在两种编码中都无法解读。",
        "The file is neither UTF-8 nor GB18030: in neither can byte {byte} in line {line} (byte offset {offset}) be read.",
        "请以 UTF-8 重新导出；系统不猜测其他编码。",
        "Export it again as UTF-8; no other encoding is guessed.");

    /// <summary>RI5006: the file is broken in the encoding that it has or is said to have. Values: encoding, offset, line, byte.</summary>
    public static RefusalDefinition BrokenEncoding { get; } = new(
        "RI5006",
        "文件是 {encoding} 编码，但第 {line} 行（字节偏移 {offset}）的字节 {byte} 不符合该编码：文件可能被截断或混用了编码。",
        "The file is {encoding}, but byte {byte} in line {line} (byte offset {offset}) is not: it may have been cut off, or two encodings mixed.",
        "请核对该行后重新导出。",
        "Look at that line and export the file again.");

    /// <summary>RI5008: there is no header line.</summary>
    public static RefusalDefinition NoHeader { get; } = new(
        "RI5008",
        "文件没有表头行。",
        "The file has no header line.",
        "请在第一行写上各列的名称。",
        "Write the names of the columns in the first line.");

    /// <summary>RI5009: a column has no name. Values: column, line.</summary>
    public static RefusalDefinition HeaderEmpty { get; } = new(
        "RI5009",
        "表头（第 {line} 行）的第 {column} 列没有名称。",
        "Column {column} has no name in the header (line {line}).",
        "请补写列名；若是多余的空列，请删去后重新导出。",
        "Name it; if it is an empty column too many, delete it and export again.");

    /// <summary>RI5010: two columns have one name. Values: header, first, second.</summary>
    public static RefusalDefinition HeaderDuplicate { get; } = new(
        "RI5010",
        "列名“{header}”重复：第 {first} 列和第 {second} 列。",
        "Columns {first} and {second} are both called \"{header}\".",
        "请改名或删去其中一列。",
        "Rename or delete one of them.");

    /// <summary>RI5011: there is no column of a name. Values: header, known.</summary>
    public static RefusalDefinition UnknownColumn { get; } = new(
        "RI5011",
        "文件中没有列“{header}”，现有：{known}。",
        "There is no column \"{header}\"; there are: {known}.",
        "请改选现有的列名（须一字不差）。",
        "Choose one of those, written exactly so.");

    /// <summary>RI5012: a row has another number of fields than the header. Values: line, expected, actual.</summary>
    public static RefusalDefinition FieldCount { get; } = new(
        "RI5012",
        "第 {line} 行有 {actual} 个字段，表头有 {expected} 个。",
        "Line {line} has {actual} fields, the header {expected}.",
        "请核对该行的分隔符；字段内含分隔符时应加英文双引号。",
        "Look at the delimiters of that line; a field that contains one must be in double quotes.",
        Rfc4180);

    /// <summary>RI5013: a quote is never closed. Values: line.</summary>
    public static RefusalDefinition QuoteNotClosed { get; } = new(
        "RI5013",
        "第 {line} 行开始的双引号直到文件末尾没有闭合。",
        "The double quote that opens in line {line} is not closed before the end of the file.",
        "请在该行补上或删去双引号；字段内的双引号应写成两个。",
        "Close or remove it there; a double quote inside a field is written twice.",
        Rfc4180);

    /// <summary>RI5014: there is text after a closing quote. Values: line.</summary>
    public static RefusalDefinition TextAfterQuote { get; } = new(
        "RI5014",
        "第 {line} 行的闭合双引号之后还有文字，无法确定字段内容。",
        "Line {line} has text after a closing double quote, so what the field is cannot be told.",
        "字段内的双引号应写成两个，请更正该行。",
        "A double quote inside a field is written twice: correct that line.",
        Rfc4180);

    /// <summary>RI5015: a field is too large. Values: line, column, limit.</summary>
    public static RefusalDefinition FieldTooLarge { get; } = new(
        "RI5015",
        "第 {line} 行第 {column} 列超过 {limit} 个字符。",
        "Line {line}, column {column} has more than {limit} characters.",
        "请核对该行，常见原因是双引号没有成对。",
        "Look at that line; often a double quote is missing.");

    /// <summary>RI5016: a row is too large. Values: line, limit.</summary>
    public static RefusalDefinition RowTooLarge { get; } = new(
        "RI5016",
        "第 {line} 行开始的一行数据超过 {limit} 字节。",
        "The row that begins in line {line} has more than {limit} bytes.",
        "请核对该行，常见原因是双引号没有闭合，把后面的各行都吞了进去。",
        "Look at that line; often a double quote is not closed there and swallows the lines after it.");

    /// <summary>RI5017: columns that an import needs are not chosen. Values: missing, known.</summary>
    public static RefusalDefinition ColumnsMissing { get; } = new(
        "RI5017",
        "尚未指定必需的列：{missing}；文件中有：{known}。",
        "Columns that are needed are not chosen: {missing}; the file has: {known}.",
        "请为每一项选择文件中的一列。",
        "Choose a column of the file for each.");

    /// <summary>RI5018: one column is chosen for two things. Values: header, first, second.</summary>
    public static RefusalDefinition ColumnTwice { get; } = new(
        "RI5018",
        "列“{header}”同时被指定为{first}和{second}。",
        "The column \"{header}\" is chosen both as {first} and as {second}.",
        "请为其中一项另选一列。",
        "Choose another column for one of them.");

    /// <summary>RI5019: a workbook is not read. Values: fault.</summary>
    public static RefusalDefinition WorkbookRefused { get; } = new(
        "RI5019",
        "工作簿不予读取：{fault}。",
        "The workbook is not read: {fault}.",
        "请另存为不含宏、外部链接的 XLSX，只留一张数据表；数据过多的改用 CSV。",
        "Save it as XLSX without macros and external links, with the one sheet of data; use CSV for more than that.",
        "ECMA-376");
}

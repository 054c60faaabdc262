namespace RandomInspection.Frames;

/// <summary>What frames out of files and tables are refused for, beside what the draw refuses: RI138x.</summary>
public static class FrameSourceRefusals
{
    private const string Guide = "docs/scale.md";

    /// <summary>Temporary files of a sort cannot be written or read. Values: folder, detail.</summary>
    public static RefusalDefinition SortingFailed { get; } = new(
        "RI1380",
        "排序所需的临时文件写不进或读不出（目录“{folder}”）：{detail}",
        "The temporary files of the sort cannot be written or read (folder \"{folder}\"): {detail}",
        "排序需要的磁盘空间约为名单文件的两倍半，写在输出文件所在目录；请腾出空间或改写到别的磁盘。未写出任何内容。",
        "A sort needs about two and a half times the frame file's space, in the folder of the output; make room or write to another disk. Nothing was written.",
        Guide);

    /// <summary>A frame file was changed while it was in use. Values: file, expected, found (bytes and time of the last change).</summary>
    public static RefusalDefinition FileChanged { get; } = new(
        "RI1381",
        "名单文件“{file}”在使用中被改动：原为 {expected}，现为 {found}。",
        "The frame file \"{file}\" was changed while it was in use: it was {expected} and is {found}.",
        "请在没有人写入时重新运行；抽取期间名单文件须保持不变。",
        "Run it again while nobody writes; a frame file stays as it is during a draw.",
        Guide);

    /// <summary>A row of a reader lacks a value. Values: row, column.</summary>
    public static RefusalDefinition MissingValue { get; } = new(
        "RI1382",
        "第 {row} 行缺少“{column}”（NULL）。",
        "Row {row} has no {column} (NULL).",
        "请先在数据库中补全，或在查询中排除这些行；编号、层、类别、状态都不能为空。",
        "Fill it in the database or leave such rows out in the query; id, stratum, class and standing are all needed.",
        Guide);

    /// <summary>A row of a reader has a standing that is none. Values: row, standing.</summary>
    public static RefusalDefinition MalformedStanding { get; } = new(
        "RI1383",
        "第 {row} 行的状态“{standing}”不是 drawable 或 resting，也不是逻辑值或 1、0。",
        "The standing \"{standing}\" of row {row} is neither drawable or resting, nor a boolean or 1 or 0.",
        "可抽取的给 drawable、true 或 1；休整的给 resting、false 或 0。",
        "Give drawable, true or 1 for a unit that can be drawn; resting, false or 0 for one that was inspected too recently.",
        Guide);

    /// <summary>The rows of a reader are out of order. Values: row, id, previous.</summary>
    public static RefusalDefinition RowsOutOfOrder { get; } = new(
        "RI1384",
        "第 {row} 行的编号“{id}”不在前一行“{previous}”之后：各行须按编号的字节排序。",
        "The id \"{id}\" of row {row} does not come after \"{previous}\": rows are needed in the order of ids by bytes.",
        "SQLite 用 ORDER BY id COLLATE BINARY，PostgreSQL 用 ORDER BY id COLLATE \"C\"。",
        "Use ORDER BY id COLLATE BINARY with SQLite, ORDER BY id COLLATE \"C\" with PostgreSQL.",
        Guide);

    /// <summary>A reader has other columns than a unit. Values: columns.</summary>
    public static RefusalDefinition OtherColumns { get; } = new(
        "RI1385",
        "查询有 {columns} 列；须为编号、层、类别、状态四列。",
        "The query has {columns} columns; it needs four: id, stratum, class, standing.",
        "请按此次序只选取这四列。",
        "Select these four, in this order.",
        Guide);

    /// <summary>A value of a row is no text. Values: row, column, type.</summary>
    public static RefusalDefinition NotText { get; } = new(
        "RI1386",
        "第 {row} 行的“{column}”不是文本，而是 {type}。",
        "The {column} of row {row} is not text but {type}.",
        "请在查询中转为文本；编号不应存为数字，前导零会丢失。",
        "Make it text in the query; an id that is kept as a number has lost its leading zeros.",
        Guide);
}

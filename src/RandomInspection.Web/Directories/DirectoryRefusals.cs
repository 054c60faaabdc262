namespace RandomInspection.Web.Directories;

/// <summary>What the directory's pages refuse: RI70xx. What is wrong inside a file is said by <c>TableRefusals</c> and <c>SubjectRefusals</c>.</summary>
internal static class DirectoryRefusals
{
    public static readonly RefusalDefinition NoFile = new(
        "RI7001",
        "没有选择文件。",
        "No file was chosen.",
        "请选择一个 CSV 文件后再上传。",
        "Choose a CSV file, then send it.");

    public static readonly RefusalDefinition EmptyFile = new(
        "RI7002",
        "文件“{name}”是空的（0 字节）。",
        "The file \"{name}\" is empty (0 bytes).",
        "请重新导出后上传。",
        "Export it again and choose that file.");

    public static readonly RefusalDefinition FileTooLarge = new(
        "RI7003",
        "文件“{name}”为 {size} 字节，超过上限 {limit} 字节。",
        "The file \"{name}\" has {size} bytes, more than the limit of {limit}.",
        "请按区域拆成几个文件，分别导入；各次合并互不覆盖。",
        "Split it, for example by region, and import the parts one after the other; a merge leaves other subjects as they are.");

    public static readonly RefusalDefinition UnknownFile = new(
        "RI7004",
        "没有保存过摘要为“{digest}”的文件。",
        "No file with the digest \"{digest}\" is kept.",
        "请从第一步重新上传文件。",
        "Send the file again, from the first step.");

    public static readonly RefusalDefinition UnknownJob = new(
        "RI7005",
        "没有找到导入作业“{job}”：可能已过期，或系统重启过。",
        "There is no import job \"{job}\": it is too long ago, or the system was restarted since.",
        "请在合并记录中查看是否已完成；未完成的没有改动名录，可重新导入。",
        "See in the list of merges whether it was done; if not, nothing was changed and you can import again.");

    public static readonly RefusalDefinition RowsNotLeftOut = new(
        "RI7006",
        "有 {rows} 行被拒绝，尚未确认不导入这些行。",
        "{rows} rows are refused, and it was not said that they are to be left out.",
        "请更正文件后重新上传，或勾选确认，只导入其余各行。",
        "Correct the file and send it again, or tick that they are left out and only the others imported.");

    public static readonly RefusalDefinition NothingToImport = new(
        "RI7007",
        "文件共 {rows} 行，没有一行可以导入。",
        "The file has {rows} rows, and none of them can be imported.",
        "请按下列原因更正文件，或核对各列的对应关系。",
        "Correct the file by the reasons listed, or look at how its columns are mapped.");

    public static readonly RefusalDefinition Interrupted = new(
        "RI7008",
        "作业中断，没有完成；名录没有任何改动。",
        "The job was interrupted and is not done; the directory was not changed.",
        "请重新核对并导入；如再次中断，请把发生时间告知系统管理员。",
        "Check and import again; if it happens again, tell the administrator the time.");
}

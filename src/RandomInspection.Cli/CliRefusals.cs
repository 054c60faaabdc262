namespace RandomInspection.Cli;

/// <summary>What the command line and its files can be refused for: RI91xx.</summary>
internal static class CliRefusals
{
    /// <summary>The command line is not understood. Values: detail, command.</summary>
    public static RefusalDefinition Usage { get; } = new(
        "RI9101",
        "命令行有误：{detail}",
        "The command line is not understood: {detail}",
        "用法见 {command} --help。",
        "See {command} --help.");

    /// <summary>A file is not there. Values: path.</summary>
    public static RefusalDefinition FileMissing { get; } = new(
        "RI9102",
        "没有文件“{path}”。",
        "There is no file \"{path}\".",
        "请核对路径；相对路径从当前目录算起。",
        "Check the path; a relative one begins at the current folder.");

    /// <summary>A file cannot be read. Values: path, detail.</summary>
    public static RefusalDefinition FileUnreadable { get; } = new(
        "RI9103",
        "文件“{path}”读不出来：{detail}",
        "The file \"{path}\" cannot be read: {detail}",
        "请核对它是否为文件、权限与编码。",
        "Check that it is a file, its permissions and its encoding.");

    /// <summary>A file cannot be written. Values: path, detail.</summary>
    public static RefusalDefinition FileUnwritable { get; } = new(
        "RI9104",
        "文件“{path}”写不进去，未作任何改动：{detail}",
        "The file \"{path}\" cannot be written, nothing was changed: {detail}",
        "请核对目录、权限与磁盘空间。",
        "Check the folder, its permissions and the space on the disk.");

    /// <summary>An output file is one of the input files. Values: path.</summary>
    public static RefusalDefinition OutputIsInput { get; } = new(
        "RI9105",
        "输出文件“{path}”就是输入文件。",
        "The output file \"{path}\" is an input file.",
        "请另选一个输出文件。",
        "Name another output file.");

    /// <summary>Rows of a table are refused. Values: refused, rows.</summary>
    public static RefusalDefinition RowsRefused { get; } = new(
        "RI9106",
        "{rows} 行中有 {refused} 行不合规则，未写出任何内容。",
        "{refused} of {rows} rows are refused; nothing was written.",
        "请在原表中改正上列各行后重试；本程序不代为更正。",
        "Mend the rows listed above in the table and try again; nothing is corrected here.");

    /// <summary>A secret would replace a file. Values: path.</summary>
    public static RefusalDefinition SecretExists { get; } = new(
        "RI9107",
        "文件“{path}”已存在；密钥与随机值从不覆盖已有文件。",
        "The file \"{path}\" is there already; keys and values never replace a file.",
        "请另选文件名，或确认不再需要后自行删除。",
        "Choose another name, or delete it yourself if it is no longer needed.");

    /// <summary>A standing is none of the words. Values: standing.</summary>
    public static RefusalDefinition MalformedStanding { get; } = new(
        "RI9108",
        "状态“{standing}”不是 drawable、resting、可抽取、休整 之一。",
        "The standing \"{standing}\" is none of drawable, resting, 可抽取, 休整.",
        "可抽取的写 drawable 或“可抽取”，抽后休整的写 resting 或“休整”。",
        "Write drawable (可抽取) for a unit that can be drawn, resting (休整) for one that was inspected too recently.");

    /// <summary>A label of a stratum contains a slash. Values: label.</summary>
    public static RefusalDefinition LabelWithSlash { get; } = new(
        "RI9109",
        "由多列组成层时，标签“{label}”不得含“/”。",
        "The label \"{label}\" contains \"/\", which separates the labels of a stratum made of several columns.",
        "请改写该标签；只有一列时，该列可直接写完整的层，如 沈河区/H。",
        "Write the label without it; a single column may hold the whole stratum, as 沈河区/H.");

    /// <summary>A contribution is malformed. Values: contribution.</summary>
    public static RefusalDefinition MalformedContribution { get; } = new(
        "RI9110",
        "“{contribution}”不是 参与方:类型:十六进制值。",
        "\"{contribution}\" is not PARTY:KIND:VALUEHEX.",
        "类型为 committed、public 或 system，例如 witness:committed:3f…（64 位）。",
        "The kind is committed, public or system, for example witness:committed:3f… (64 characters).");

    /// <summary>A file holds no private P-256 key. Values: path.</summary>
    public static RefusalDefinition NotAKey { get; } = new(
        "RI9111",
        "文件“{path}”不是未加密的 P-256 私钥（PEM）。",
        "The file \"{path}\" is not an unencrypted P-256 private key (PEM).",
        "可用 ri key new 生成。",
        "Make one with ri key new.");

    /// <summary>A key is not the one of the opening. Values: party, expected, key.</summary>
    public static RefusalDefinition KeyMismatch { get; } = new(
        "RI9112",
        "开启文件中参与方“{party}”的公钥是 {expected}，不是 {key}。",
        "In the opening the key of the party \"{party}\" is {expected}, not {key}.",
        "请使用开启文件所载公钥对应的私钥；未登记公钥的参与方不签名。",
        "Use the private key that belongs to it; a party without a key in the opening does not sign.");

    /// <summary>A file holds no value of 32 bytes. Values: path.</summary>
    public static RefusalDefinition NotAValue { get; } = new(
        "RI9113",
        "文件“{path}”不是一行 64 位小写十六进制字符。",
        "The file \"{path}\" is not one line of 64 lower-case hex characters.",
        "请使用 ri commit --value-file 写出的文件。",
        "Give a file that ri commit --value-file wrote.");

    /// <summary>A frame has no unit of an id. Values: id.</summary>
    public static RefusalDefinition UnitNotInFrame { get; } = new(
        "RI9114",
        "名单中没有编号“{id}”。",
        "The frame has no unit \"{id}\".",
        "请核对编号的写法；不在名单中的对象没有包含证明。",
        "Check how it is written; a subject that is not in the frame has no proof.");

    /// <summary>Frames and tasks of a verification do not fit. Values: detailZh, detailEn.</summary>
    public static RefusalDefinition FramesDoNotFit { get; } = new(
        "RI9115",
        "名单与任务对不上：{detailZh}。",
        "Frames and tasks do not fit together: {detailEn}.",
        "每个 --frame 配一个 --key；记录有多个任务时再各配一个 --task，次序一致。",
        "Give one --key for each --frame and, where the record has several tasks, one --task each, in the same order.");

    /// <summary>A file holds no secret of a party. Values: path.</summary>
    public static RefusalDefinition NotASecret { get; } = new(
        "RI9116",
        "文件“{path}”不是参与方的秘密：应为一行 64 位小写十六进制字符。",
        "The file \"{path}\" holds no party's secret: one line of 64 lower-case hex characters.",
        "请使用 ri contribute new 写出的文件。",
        "Give a file that ri contribute new wrote.");

    /// <summary>What a party is said to have published is malformed, or said twice. Values: pair.</summary>
    public static RefusalDefinition NotOfAParty { get; } = new(
        "RI9117",
        "“{pair}”不是 参与方:64 位小写十六进制，或同一方给了两次。",
        "\"{pair}\" is not PARTY:HEX of 64 lower-case characters, or the party is named twice.",
        "照抽取页面所公布的填写，每一方一次，例如 witness:3f…。",
        "Copy what the draw's page shows, each party once, for example witness:3f….");

    /// <summary>A date is malformed. Values: date.</summary>
    public static RefusalDefinition MalformedDate { get; } = new(
        "RI9120",
        "“{date}”不是日期。",
        "\"{date}\" is not a date.",
        "请写成 2026-02-10。",
        "Write it as 2026-02-10.");

    /// <summary>A number of working days is malformed. Values: workingDays.</summary>
    public static RefusalDefinition MalformedWorkingDays { get; } = new(
        "RI9121",
        "“{workingDays}”不是工作日数。",
        "\"{workingDays}\" is not a number of working days.",
        "请写 1 以上的整数；向前倒推写 -1 以下；0 没有意义：“当日”是另一条规则。",
        "Write a whole number from 1, or from -1 down to count back; 0 means nothing: \"the same day\" is another rule.");

    /// <summary>The table of cases has a column of the result's name. Values: column.</summary>
    public static RefusalDefinition ColumnTaken { get; } = new(
        "RI9122",
        "表中已有列“{column}”。",
        "The table has a column \"{column}\" already.",
        "请改名或删去该列：结果写在这一列。",
        "Rename or delete it: the result is written there.");

    /// <summary>A file holds no private key that signs documents. Values: path.</summary>
    public static RefusalDefinition NotASigningKey { get; } = new(
        "RI9123",
        "文件“{path}”不是未加密的 P-256 或 SM2 私钥（PEM）。",
        "The file \"{path}\" is not an unencrypted P-256 or SM2 private key (PEM).",
        "可用 ri key new 生成。",
        "Make one with ri key new.");

    /// <summary>An audit has nothing to compare. Values: repeats, alone.</summary>
    public static RefusalDefinition NothingToCompare { get; } = new(
        "RI9140",
        "没有可比较的：{alone} 名人员与任何人都不可互换，其余的计数太少（重复 {repeats} 次），也没有给出 --marginals。",
        "There is nothing to compare: {alone} inspectors are interchangeable with nobody, the others were counted too little ({repeats} repeats), and no --marginals are given.",
        "请加大 ri match 的 --repeat；问题小到可以列出全部均衡分配时，可另给 --marginals。",
        "Raise --repeat of ri match; where a problem is small enough to list its balanced assignments, give --marginals.");

    /// <summary>Standard output cannot be written. Values: detail.</summary>
    public static RefusalDefinition OutputFailed { get; } = new(
        "RI9198",
        "读写失败：{detail}",
        "Reading or writing failed: {detail}",
        "请核对磁盘空间与接收输出的程序。",
        "Check the space on the disk and the program that reads the output.");

    /// <summary>A fault of this program. Values: kind, detail.</summary>
    public static RefusalDefinition Unexpected { get; } = new(
        "RI9199",
        "程序出错（{kind}）：{detail}",
        "This program failed ({kind}): {detail}",
        "请连同命令行与输入文件报告给维护者；未写出任何文件。",
        "Report it with the command line and the input; no file was written.");

    /// <summary>A backup or a restore would replace a file.</summary>
    public static RefusalDefinition DatabaseExists { get; } = new(
        "RI9130",
        "“{path}”已存在；备份与恢复从不覆盖已有文件。",
        "\"{path}\" is there already; backups and restores never replace a file.",
        "请另选文件名；如要恢复到原处，先停止主机，并把原文件移开留存。",
        "Choose another name; to restore in its place, stop the host and move the old file away first, and keep it.");

    /// <summary>What is to be restored is no backup.</summary>
    public static RefusalDefinition NoBackup { get; } = new(
        "RI9131",
        "“{path}”不是本程序的备份（SQLite 文件或 pg_dump 的自定义格式）。",
        "\"{path}\" is no backup of this program (a SQLite file, or pg_dump's custom format).",
        "请给出 ri database backup 写出的文件。",
        "Give a file that ri database backup wrote.");

    /// <summary>The backup is of the other kind of database.</summary>
    public static RefusalDefinition OtherKindOfBackup { get; } = new(
        "RI9132",
        "“{path}”是 {kind} 的备份，与目标数据库不是同一种。",
        "\"{path}\" is a backup of {kind}, and the target is another kind of database.",
        "SQLite 的备份恢复到文件，PostgreSQL 的备份恢复到连接串所指的空库。",
        "Restore a backup of SQLite to a file, and one of PostgreSQL to an empty database named by a connection string.");

    /// <summary>The database to restore into has something in it.</summary>
    public static RefusalDefinition DatabaseNotEmpty { get; } = new(
        "RI9133",
        "目标数据库“{database}”不是空库，已有 {tables} 张表；未写入任何内容。",
        "The database \"{database}\" is not empty, it has {tables} tables; nothing was written.",
        "请先 createdb 建一个空库，再恢复到其中；核对无误后再让主机改用它。",
        "Make an empty one with createdb, restore into it, and let the host use it once it is checked.");

    /// <summary>PostgreSQL's own tool is missing or failed.</summary>
    public static RefusalDefinition ToolFailed { get; } = new(
        "RI9134",
        "{tool} 未能完成：{detail}",
        "{tool} did not finish: {detail}",
        "请安装不低于服务器版本的 PostgreSQL 客户端（Debian：postgresql-client），并加入 PATH；再核对连接与权限。",
        "Install PostgreSQL's client programs of the server's version or newer (Debian: postgresql-client) and put them on PATH; check how to connect and the rights.");

    /// <summary>The days that could be drawn are not readable. Values: file, detail.</summary>
    public static RefusalDefinition MalformedDays { get; } = new(
        "RI9135",
        "{file} 不是检查日的候选日期文件：{detail}",
        "{file} has no days that could be drawn for visits: {detail}",
        "请使用匹配启封后下载的 days.json。",
        "Use the days.json of the match, as it is downloaded once unsealed.");
}

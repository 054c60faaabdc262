namespace RandomInspection.Ledger;

/// <summary>How a store can differ from what its logs say, and what keeps it from being checked: RI607x to RI609x and RI6101.</summary>
/// <remarks>A value is shown as the store holds it: texts in quotation marks, bytes as <c>0x…</c>, nothing as <c>NULL</c>.</remarks>
public static class StoreDifferences
{
    private const string Tree = "RFC 9162 §2.1";
    private const string Trail = "沈政办发〔2020〕19号 四(二)";

    private const string KeepChinese = "先停止写入并原样复制数据库作证据，再与最近一份核查无误的备份、与外部见证过的检查点比对，查明何时、何人改动。";
    private const string KeepEnglish = "Stop writing, copy the database as it is for evidence, then compare it with the last backup that checked clean and with checkpoints that others witnessed: when was it changed, and by whom.";
    private const string RebuildChinese = "留痕无误而视图有误：先查明何人改动，再用 ri views rebuild 由留痕重建视图。";
    private const string RebuildEnglish = "The log is sound and the view is not: find out who changed it, then make the views anew from the log with ri views rebuild.";

    /// <summary>The tables are not those of this version. Values: name, stored, expected.</summary>
    public static RefusalDefinition SchemaDiffers { get; } = new(
        "RI6070",
        "数据库对象“{name}”与本版本的不同：现为 {stored}，应为 {expected}。",
        "\"{name}\" is not as this version makes it: it is {stored} and should be {expected}.",
        "表、索引与“只可追加”的触发器由本程序建立；" + KeepChinese,
        "Tables, indexes and the triggers that keep the log append-only are made by this library. " + KeepEnglish);

    /// <summary>The database itself says that it is broken. Values: detail.</summary>
    public static RefusalDefinition DatabaseBroken { get; } = new(
        "RI6071",
        "数据库文件已损坏：{detail}",
        "The database is broken: {detail}",
        "磁盘故障、中断的复制或直接改动文件都会如此；" + KeepChinese,
        "A failing disk, a copy broken off or an edited file does this. " + KeepEnglish);

    /// <summary>A column of an entry holds what no entry can. Values: log, sequence, column, stored.</summary>
    public static RefusalDefinition EntryUnreadable { get; } = new(
        "RI6072",
        "{log} 留痕第 {sequence} 条的“{column}”为 {stored}，不是该列的值。",
        "In entry {sequence} of the {log} log the column \"{column}\" holds {stored}, which is no value of it.",
        KeepChinese,
        KeepEnglish,
        Trail);

    /// <summary>An entry is missing, or stands twice. Values: log, sequence, stored.</summary>
    public static RefusalDefinition SequenceGap { get; } = new(
        "RI6073",
        "{log} 留痕应有第 {sequence} 条，读到的却是 {stored}：有条目被删除、插入或改号。",
        "In the {log} log entry {sequence} should come next, but it is {stored}: an entry was removed, inserted or renumbered.",
        KeepChinese,
        KeepEnglish,
        Trail);

    /// <summary>An entry is not the one that was appended. Values: log, sequence, stream, stored, computed.</summary>
    public static RefusalDefinition EntryAltered { get; } = new(
        "RI6074",
        "{log} 留痕第 {sequence} 条（流 {stream}）不是当初追加的内容：叶哈希存为 {stored}，重算为 {computed}。",
        "Entry {sequence} of the {log} log (stream {stream}) is not what was appended: its leaf is kept as {stored} and computes to {computed}.",
        "条目或其叶哈希被改动；" + KeepChinese,
        "The entry or the hash kept of it was changed. " + KeepEnglish,
        Tree);

    /// <summary>A subtree's hash is not the one its entries give. Values: log, level, index, stored, computed.</summary>
    public static RefusalDefinition NodeDiffers { get; } = new(
        "RI6075",
        "{log} 留痕第 {level} 层第 {index} 个子树的哈希存为 {stored}，重算为 {computed}。",
        "In the {log} log the subtree {index} of level {level} is kept as {stored} and computes to {computed}.",
        "条目本身与叶哈希一致；由子树作出的证明会不成立。" + KeepChinese,
        "The entries fit their leaves; proofs made from this subtree would fail. " + KeepEnglish,
        Tree);

    /// <summary>The head is not the one its entries give. Values: log, member, stored, computed.</summary>
    public static RefusalDefinition HeadDiffers { get; } = new(
        "RI6076",
        "{log} 留痕头部的“{member}”存为 {stored}，按条目重算为 {computed}。",
        "In the head of the {log} log \"{member}\" is kept as {stored}; the entries give {computed}.",
        "条目被截去、追加，或头部被改动；" + KeepChinese,
        "Entries were cut off or added, or the head was changed. " + KeepEnglish,
        Tree);

    /// <summary>A stream has a gap. Values: sequence, stream, version, expected.</summary>
    public static RefusalDefinition VersionGap { get; } = new(
        "RI6077",
        "第 {sequence} 条在流 {stream} 中的版本为 {version}，应为 {expected}。",
        "Entry {sequence} has version {version} in the stream {stream}; it should be {expected}.",
        KeepChinese,
        KeepEnglish,
        Trail);

    /// <summary>An entry's event does not read. Values: sequence, stream, detail.</summary>
    public static RefusalDefinition EventUnreadable { get; } = new(
        "RI6078",
        "第 {sequence} 条（流 {stream}）的事件读不出来：{detail}",
        "The event of entry {sequence} (stream {stream}) does not read: {detail}",
        "由更新的版本写入时请用该版本核查；否则" + KeepChinese,
        "If a newer version wrote it, check with that one; otherwise: " + KeepEnglish);

    /// <summary>An entry's event reads, but is not written as this library writes it. Values: sequence, stream, stored, computed.</summary>
    public static RefusalDefinition EventNotCanonical { get; } = new(
        "RI6079",
        "第 {sequence} 条（流 {stream}）的事件不是规范写法：存为 {stored}，应为 {computed}。",
        "The event of entry {sequence} (stream {stream}) is not in its canonical form: it is {stored} and should be {computed}.",
        KeepChinese,
        KeepEnglish);

    /// <summary>The events of a stream do not follow from one another. Values: stream, detail.</summary>
    public static RefusalDefinition StreamDoesNotReplay { get; } = new(
        "RI6080",
        "流 {stream} 的事件前后接不上：{detail}",
        "The events of the stream {stream} do not follow from one another: {detail}",
        KeepChinese,
        KeepEnglish,
        Trail);

    /// <summary>A row of a view is missing. Values: view, key, stream.</summary>
    public static RefusalDefinition RowMissing { get; } = new(
        "RI6081",
        "视图 {view} 缺少“{key}”一行，流 {stream} 应有此行。",
        "The view {view} lacks the row \"{key}\", which follows from the stream {stream}.",
        RebuildChinese,
        RebuildEnglish);

    /// <summary>A view has a row that follows from nothing. Values: view, key.</summary>
    public static RefusalDefinition RowExtra { get; } = new(
        "RI6082",
        "视图 {view} 多出“{key}”一行，留痕中没有由来。",
        "The view {view} has a row \"{key}\" that follows from no stream.",
        RebuildChinese,
        RebuildEnglish);

    /// <summary>A row of a view holds something else than its stream gives. Values: view, key, column, stored, computed, stream.</summary>
    public static RefusalDefinition RowDiffers { get; } = new(
        "RI6083",
        "视图 {view} 中“{key}”一行的“{column}”存为 {stored}，流 {stream} 得出 {computed}。",
        "In the view {view} the row \"{key}\" holds {stored} in \"{column}\"; the stream {stream} gives {computed}.",
        RebuildChinese,
        RebuildEnglish);

    /// <summary>A file is not the one its digest names. Values: digest, computed.</summary>
    public static RefusalDefinition FileDiffers { get; } = new(
        "RI6084",
        "证据文件 {digest} 的内容变了：现在的 SHA-256 为 {computed}。",
        "The evidence file {digest} is no longer what its digest names: its SHA-256 is {computed}.",
        "请从备份取回原文件：以其 SHA-256 即可辨认。" + KeepChinese,
        "Bring the file back from a backup: its SHA-256 tells it. " + KeepEnglish);

    /// <summary>A file that an entry names is not there. Values: digest, sequence.</summary>
    public static RefusalDefinition FileMissing { get; } = new(
        "RI6085",
        "第 {sequence} 条提到的证据文件 {digest} 不在库中，或只标为暂存。",
        "The evidence file {digest}, which entry {sequence} names, is not kept, or is marked as kept for now only.",
        "请从备份取回：以其 SHA-256 即可辨认；不然该次抽取或匹配无法再行核算。",
        "Bring it back from a backup: its SHA-256 tells it. Without it that draw or match can no longer be recomputed.");

    /// <summary>A piece of personal data is not what its commitment says. Values: commitment, detailZh, detailEn.</summary>
    public static RefusalDefinition PersonalDiffers { get; } = new(
        "RI6086",
        "个人信息 {commitment} 与其承诺不符：{detailZh}。",
        "The piece of personal data {commitment} does not fit its commitment: {detailEn}.",
        KeepChinese,
        KeepEnglish);

    /// <summary>A directory holds something else than its merges give. Values: directory, id, column, stored, computed.</summary>
    public static RefusalDefinition DirectoryDiffers { get; } = new(
        "RI6087",
        "名录 {directory} 中“{id}”的“{column}”存为 {stored}，历次合并得出 {computed}。",
        "In the directory {directory}, \"{id}\" holds {stored} in \"{column}\"; its merges give {computed}.",
        "名录只经合并改动；" + KeepChinese,
        "A directory changes by merges only. " + KeepEnglish);

    /// <summary>What was kept of a merge is not what its entry says. Values: directory, version, stored, computed.</summary>
    public static RefusalDefinition MergeDiffers { get; } = new(
        "RI6088",
        "名录 {directory} 第 {version} 版留存的变动与留痕不符：留痕中的根为 {stored}，留存的各行得出 {computed}。",
        "What is kept of the merge to version {version} of the directory {directory} is not what the log says: its root is {stored} in the log, the lines kept give {computed}.",
        KeepChinese,
        KeepEnglish,
        Tree);

    /// <summary>A note: before some version nothing is kept of merges. Values: directory, version.</summary>
    public static RefusalDefinition NotRecomputable { get; } = new(
        "RI6089",
        "名录 {directory} 第 {version} 版以前的合并没有留存变动，无法重算；只核对了此后改动过的各行。",
        "The directory {directory} cannot be recomputed before version {version}: nothing is kept of the merges before. Only rows changed since are compared.",
        "这些合并早于留存变动的版本；从一份完整的文件再合并一次，此后即可全部重算。",
        "Those merges are older than this keeping; the rows of units that a later file changes are compared from then on.");

    /// <summary>A checkpoint is not of this log. Values: log, size, stored, computed.</summary>
    public static RefusalDefinition CheckpointDiffers { get; } = new(
        "RI6090",
        "检查点（{size} 条）的根为 {stored}，而 {log} 留痕前 {size} 条得出 {computed}：留痕被改写过。",
        "The checkpoint of {size} entries has the root {stored}, but the first {size} entries of the {log} log give {computed}: the log was rewritten.",
        "持检查点者所见的留痕与现在的不同；" + KeepChinese,
        "Whoever kept the checkpoint saw another log. " + KeepEnglish,
        Tree);

    /// <summary>A log is shorter than a checkpoint says. Values: log, size, stored.</summary>
    public static RefusalDefinition CheckpointAhead { get; } = new(
        "RI6091",
        "检查点有 {size} 条，{log} 留痕却只有 {stored} 条：末尾被截去，或恢复了旧备份。",
        "The checkpoint has {size} entries, the {log} log only {stored}: its end was cut off, or an old backup was restored.",
        KeepChinese,
        KeepEnglish,
        Tree);

    /// <summary>A checkpoint file does not read. Values: path, detail.</summary>
    public static RefusalDefinition CheckpointUnreadable { get; } = new(
        "RI6092",
        "“{path}”不是检查点：{detail}",
        "\"{path}\" is not a checkpoint: {detail}",
        "请给出公开页面上的检查点（三行以上：名称、条数、base64 的根）。",
        "Give a checkpoint as the public page shows it: name, size and root in base64, each on a line.",
        "C2SP tlog-checkpoint");

    /// <summary>A database cannot be opened. Values: database, detail.</summary>
    public static RefusalDefinition NotOpened { get; } = new(
        "RI6093",
        "打不开数据库“{database}”：{detail}",
        "The database \"{database}\" cannot be opened: {detail}",
        "请核对路径或连接串、权限，以及它是否为本程序的数据库。",
        "Check the path or the connection string, the permissions, and whether it is a database of this program.");

    /// <summary>A database is of another version. Values: database, detail.</summary>
    public static RefusalDefinition OtherVersion { get; } = new(
        "RI6094",
        "数据库“{database}”不是本版本的表：{detail}",
        "The database \"{database}\" has not the tables of this version: {detail}",
        "请用建库的版本核查，或先由主机升级数据库。",
        "Check it with the version that made it, or let the host bring it up to date first.");

    /// <summary>PostgreSQL's table of streams does not say how far a stream has grown. Values: stream, stored, computed.</summary>
    public static RefusalDefinition StandingDiffers { get; } = new(
        "RI6095",
        "表 ledger_stream 中流 {stream} 存为 {stored}，按条目重算为 {computed}。",
        "In the table ledger_stream the stream {stream} stands as {stored}; its entries give {computed}.",
        "条目本身无误，但此行决定下一次写入是否被接受；" + KeepChinese,
        "The entries are sound, but this row decides whether the next append is accepted. " + KeepEnglish);

    /// <summary>A checkpoint in the log is not signed by the log's key. Values: sequence, origin, size.</summary>
    public static RefusalDefinition CheckpointNotSigned { get; } = new(
        "RI6096",
        "第 {sequence} 条是留痕 {origin} 的检查点（{size} 条），所给公钥均未签署它。",
        "Entry {sequence} is a checkpoint of {origin} ({size} entries) that none of the keys given has signed.",
        "改写留痕的人有其内容而无其私钥；若确曾更换密钥，请把旧公钥也用 --log-key 给出。否则" + KeepChinese,
        "Whoever rewrites a log has its texts and not its key. If the key was changed, give the old one with --log-key too; otherwise: " + KeepEnglish,
        "C2SP signed-note");

    /// <summary>PostgreSQL's own check of its files could not be called. Values: database.</summary>
    public static RefusalDefinition FilesNotLookedAt { get; } = new(
        "RI6101",
        "PostgreSQL 数据库“{database}”的数据页与索引没有核查：扩展 amcheck 未安装，或本账号无权调用。",
        "Pages and indexes of the PostgreSQL database \"{database}\" were not looked at: the extension amcheck is not installed in it, or this role may not call it.",
        "由管理员执行 CREATE EXTENSION amcheck，并授权：GRANT EXECUTE ON FUNCTION verify_heapam, bt_index_check(regclass, boolean) TO 核查账号；或另用 pg_amcheck 核查。",
        "Let an administrator run CREATE EXTENSION amcheck and GRANT EXECUTE ON FUNCTION verify_heapam, bt_index_check(regclass, boolean) TO the checking role; or run pg_amcheck beside it.",
        "PostgreSQL 15, F.2");
}

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What the store fails with: RI6050–RI6062. Each says whether anything was written.</summary>
public static class StoreRefusals
{
    /// <summary>The disk or a quota is full. Values: error.</summary>
    public static RefusalDefinition Full { get; } = new(
        "RI6050",
        "存储空间已满（{error}），本次操作未写入任何内容。",
        "There is no room left for the database ({error}); nothing was written.",
        "请通知管理员腾出数据库所在磁盘的空间，然后重试；已写入的内容不受影响。",
        "Have the operator make room on the disk of the database, then try again; what was written before is unharmed.");

    /// <summary>The disk refuses to read or write. Values: error.</summary>
    public static RefusalDefinition InputOutput { get; } = new(
        "RI6051",
        "数据库读写磁盘出错（{error}），本次操作未写入任何内容。",
        "The database could not read or write its disk ({error}); nothing was written.",
        "请通知管理员检查磁盘与系统日志；反复出现时先停机并核验留痕，再继续使用。",
        "Have the operator look at the disk and the system's log; if it comes again, stop the host and check the ledger before going on.");

    /// <summary>The database does not answer. Values: error.</summary>
    public static RefusalDefinition Unreachable { get; } = new(
        "RI6052",
        "无法连接数据库（{error}），本次操作未写入任何内容。",
        "The database does not answer ({error}); nothing was written.",
        "请稍后重试；仍不行时请管理员检查数据库服务、网络、数据库名与密码。",
        "Try again in a moment; if it stays so, have the operator look at the server, the network, the database's name and the password.");

    /// <summary>The connection broke while the transaction was committed, and the database could not be asked since. Values: error.</summary>
    public static RefusalDefinition OutcomeUnknown { get; } = new(
        "RI6053",
        "提交时与数据库的连接中断（{error}），暂时无法得知本次操作是否已写入。",
        "The connection broke while the database was committing ({error}); whether this was written is not known yet.",
        "请待数据库恢复后刷新页面，核对最新状态；若已写入，重复操作会被拒绝，不会写两次。",
        "Reload the page when the database is back and look at the present state; if it was written, doing it again is refused and never done twice.");

    /// <summary>A lock was not given in time. Values: error.</summary>
    public static RefusalDefinition Busy { get; } = new(
        "RI6054",
        "数据库正忙，未能及时取得写入锁（{error}），本次操作未写入任何内容。",
        "The database is busy and gave no lock in time ({error}); nothing was written.",
        "请稍后重试；若持续如此，请管理员检查是否有其他程序长时间占用数据库。",
        "Try again in a moment; if it stays so, have the operator see which other program holds the database.");

    /// <summary>The database's files are damaged. Values: error.</summary>
    public static RefusalDefinition Damaged { get; } = new(
        "RI6055",
        "数据库文件已损坏（{error}），本次操作未写入任何内容。",
        "The database's files are damaged ({error}); nothing was written.",
        "请立即停机，保留现场文件，用备份恢复并核验留痕。",
        "Stop the host, keep the files as they are, restore a backup and check the ledger.");

    /// <summary>The database is read-only, or the host's user may not do this. Values: error.</summary>
    public static RefusalDefinition Denied { get; } = new(
        "RI6056",
        "数据库为只读，或所用账号无此权限（{error}），本次操作未写入任何内容。",
        "The database is read-only, or the host's user may not do this ({error}); nothing was written.",
        "请管理员检查文件权限或授权；建表请由数据库管理员执行 ri database script 打印的 SQL。",
        "Have the operator look at the rights; tables are made by whoever may, with the SQL that \"ri database script\" prints.");

    /// <summary>The database was migrated by a later version. Values: migration, last.</summary>
    public static RefusalDefinition LaterVersion { get; } = new(
        "RI6057",
        "数据库已由更新的版本升级（{migration}），本版本只认识到 {last}；未作任何改动。",
        "The database was migrated by a later version ({migration}); this one knows migrations up to {last}. Nothing was changed.",
        "请使用不低于该数据库的版本启动；不要手工修改 __EFMigrationsHistory。",
        "Start a version at least as late as the database; do not edit __EFMigrationsHistory.");

    /// <summary>The host is ending.</summary>
    public static RefusalDefinition Ended { get; } = new(
        "RI6058",
        "系统正在停止，本次操作未写入任何内容。",
        "The host is ending; nothing was written.",
        "请在系统重新启动后再操作。",
        "Act again when the host is back.");

    /// <summary>PostgreSQL keeps no U+0000, and nothing keeps half a character. Values: error.</summary>
    public static RefusalDefinition UnkeepableText { get; } = new(
        "RI6059",
        "文字中含有数据库无法保存的字符（{error}），本次操作未写入任何内容。",
        "A text has a character that the database cannot keep ({error}); nothing was written.",
        "请删去空字符（U+0000）或不完整的字符后重试。",
        "Remove the null character (U+0000) or the half character and try again.");

    /// <summary>With this setting the server may lose what it has acknowledged. Values: name, value, due.</summary>
    public static RefusalDefinition LosesWrites { get; } = new(
        "RI6060",
        "数据库设置 {name}={value}：已确认的写入在断电后可能丢失，因此不予启动。",
        "The server's setting {name} is {value}: what it acknowledges could be lost with the power, so the host does not start.",
        "请数据库管理员将 {name} 设为 {due}。",
        "Have the database administrator set {name} to {due}.");

    /// <summary>Tables or columns are missing. Values: error.</summary>
    public static RefusalDefinition TablesMissing { get; } = new(
        "RI6061",
        "数据库缺少本版本所需的表或列（{error}），本次操作未写入任何内容。",
        "The database lacks tables or columns of this version ({error}); nothing was written.",
        "请在首次使用前升级数据库：启动时调用 MigrateAsync，或由数据库管理员执行 ri database script 打印的 SQL。",
        "Migrate the database before its first use: call MigrateAsync at the start, or have the SQL run that \"ri database script\" prints.");

    /// <summary>The server is too old or the database has another encoding. Values: name, value, due.</summary>
    public static RefusalDefinition Unsuitable { get; } = new(
        "RI6062",
        "数据库的 {name} 为 {value}，需要 {due}。",
        "The database's {name} is {value}; it must be {due}.",
        "请换用符合要求的数据库；编码在 CREATE DATABASE 时确定。",
        "Use a database that fits; the encoding is chosen by CREATE DATABASE.");
}

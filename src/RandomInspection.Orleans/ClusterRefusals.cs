namespace RandomInspection.Orleans;

/// <summary>What draws on a cluster refuse: RI9200 to RI9213.</summary>
public static class ClusterRefusals
{
    private const string Guide = "docs/cluster.md";

    /// <summary>A draw's id is no id. Values: draw.</summary>
    public static RefusalDefinition MalformedDraw { get; } = new(
        "RI9200",
        "“{draw}”不能作抽取编号。",
        "\"{draw}\" cannot name a draw.",
        "请用 1 至 64 个可见 ASCII 字符，不含“:”与“|”。",
        "Use 1 to 64 visible ASCII characters without : and |.",
        Guide);

    /// <summary>A draw was begun with other partitions or another key. Values: draw.</summary>
    public static RefusalDefinition OtherOrder { get; } = new(
        "RI9201",
        "抽取“{draw}”已用其他分区、密钥或算法开始。",
        "The draw \"{draw}\" has begun with other partitions, another key or another hash.",
        "请换一个抽取编号，或按原来的内容再次提交。",
        "Use another id, or ask for it as it was begun.",
        Guide);

    /// <summary>A seed comes before the frame is frozen, or after the draw has ended. Values: draw, step.</summary>
    public static RefusalDefinition NotFrozen { get; } = new(
        "RI9202",
        "抽取“{draw}”现为“{step}”，不能给出种子。",
        "The draw \"{draw}\" is \"{step}\": no seed can be given.",
        "请在名单冻结后给出种子；已取消的抽取须另起编号。",
        "Give the seed once the frame is frozen; a cancelled draw needs another id.",
        Guide);

    /// <summary>A draw has another seed or design already. Values: draw.</summary>
    public static RefusalDefinition OtherSeed { get; } = new(
        "RI9203",
        "抽取“{draw}”已有另一种子或方案。",
        "The draw \"{draw}\" has another seed or another design.",
        "一次抽取只有一个种子；再次抽取须另起编号并公布理由。",
        "A draw has one seed; to draw again takes another id, and a reason that is published.",
        Guide);

    /// <summary>A draw stopped at a partition. Values: draw, partition, source, reason.</summary>
    public static RefusalDefinition PartitionLost { get; } = new(
        "RI9204",
        "抽取“{draw}”停止：分区“{partition}”（来源 {source}）无法读取：{reason}。未从其余分区抽取任何一户。",
        "The draw \"{draw}\" has stopped: the partition \"{partition}\" (source {source}) cannot be read: {reason}. Nothing was drawn from the others.",
        "请恢复该分区的来源，再让抽取继续；不能恢复的，取消本次抽取，改日重新冻结。",
        "Bring the partition's source back and let the draw go on; where it is gone, cancel the draw and freeze anew.",
        Guide);

    /// <summary>A draw was cancelled. Values: draw.</summary>
    public static RefusalDefinition Cancelled { get; } = new(
        "RI9205",
        "抽取“{draw}”已取消。",
        "The draw \"{draw}\" was cancelled.",
        "请用新的编号重新开始。",
        "Begin again under another id.",
        Guide);

    /// <summary>No silo answers. Values: draw, seconds.</summary>
    public static RefusalDefinition NoAnswer { get; } = new(
        "RI9206",
        "集群在 {seconds} 秒内没有回应抽取“{draw}”。",
        "The cluster has not answered about the draw \"{draw}\" for {seconds} seconds.",
        "请检查各节点与成员表；集群恢复后抽取从所到之处继续。",
        "Look at the silos and their membership table; once they run again, the draw goes on where it was.",
        Guide);

    /// <summary>No silo serves a source. Values: source.</summary>
    public static RefusalDefinition NobodyServes { get; } = new(
        "RI9207",
        "没有节点提供来源“{source}”。",
        "No silo serves the source \"{source}\".",
        "请在能读取它的节点上配置该来源。",
        "Name the source in the settings of a silo that can read it.",
        Guide);

    /// <summary>A source cannot be read. Values: source, detail.</summary>
    public static RefusalDefinition SourceUnreadable { get; } = new(
        "RI9208",
        "来源“{source}”无法读取：{detail}。",
        "The source \"{source}\" cannot be read: {detail}.",
        "请检查文件、连接与权限。",
        "Look at the file, the connection and the rights.",
        Guide);

    /// <summary>A draw has no such state. Values: draw.</summary>
    public static RefusalDefinition UnknownDraw { get; } = new(
        "RI9209",
        "没有编号为“{draw}”的抽取。",
        "There is no draw \"{draw}\".",
        "请先提交各分区。",
        "Begin it with its partitions first.",
        Guide);

    /// <summary>A draw has ended: its result was handed over, or nobody wants it. Values: draw.</summary>
    public static RefusalDefinition Ended { get; } = new(
        "RI9210",
        "抽取“{draw}”已了结，集群不再保存其内容。",
        "The draw \"{draw}\" has ended: the cluster keeps nothing of it any more.",
        "结果在发起抽取的一方；需要再抽取的，请另起编号。",
        "Whoever began it has its result; to draw again takes another id.",
        Guide);

    /// <summary>What is stored of a draw cannot be opened. Values: draw.</summary>
    public static RefusalDefinition Sealed { get; } = new(
        "RI9211",
        "抽取“{draw}”的存储内容无法用本节点的密钥打开，或已被改动。",
        "What is stored of the draw \"{draw}\" opens with no key of this silo, or was changed.",
        "请在所有节点配置存储时所用的密钥（StorageKeys）；密钥已失的，取消本次抽取，重新冻结。",
        "Give every silo the key that it was stored with (StorageKeys); where that key is gone, begin again under another id.",
        Guide);

    /// <summary>A silo has no key for what it stores. Values: count.</summary>
    public static RefusalDefinition NoStorageKey { get; } = new(
        "RI9212",
        "节点没有可用的存储密钥（第 {count} 个）。",
        "The silo has no storage key that could be used (number {count}).",
        "请在设置 StorageKeys 中给出至少一个 64 位十六进制密钥，各节点相同。",
        "Put at least one key of 64 hex characters into the setting StorageKeys, the same on every silo.",
        Guide);

    /// <summary>What the cluster counted is not the task's frame. Values: task, expected, found.</summary>
    public static RefusalDefinition OtherFrame { get; } = new(
        "RI9213",
        "集群清点的名单不是任务“{task}”冻结的名单：应为 {expected} 户，清点 {found} 户，或单元格不同。",
        "What the cluster counted is not the frame of the task \"{task}\": {expected} units are due, {found} were counted, or in other cells.",
        "请检查各节点是否与主机共用同一证据库，再次抽取。",
        "Look whether every silo shares the host's evidence store, and draw again.",
        Guide);
}

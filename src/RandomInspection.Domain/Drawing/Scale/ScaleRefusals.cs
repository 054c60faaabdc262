namespace RandomInspection.Drawing.Scale;

/// <summary>What draws over streams and partitions refuse: RI1110, RI137x.</summary>
public static class ScaleRefusals
{
    private const string Guide = "docs/scale.md";

    /// <summary>The second reading found other units than the first. Values: cell, expected, found (population and drawable).</summary>
    public static RefusalDefinition FrameChanged { get; } = new(
        "RI1110",
        "名单在两次读取之间有变化：{cell} 原为 {expected}，现为 {found}。",
        "The frame changed between its two readings: {cell} had {expected}, now {found}.",
        "请冻结名单（例如先导出为规范名单文件），再重新计算名单根与抽取。",
        "Freeze the frame, for example as a canonical frame file, and compute root and draw again.",
        Guide);

    /// <summary>A partition is in two partial draws. Values: name.</summary>
    public static RefusalDefinition PartitionTwice { get; } = new(
        "RI1370",
        "分区“{name}”出现在两份部分抽取中。",
        "The partition \"{name}\" is in two partial draws.",
        "每个分区只合并一次。",
        "Merge each partition once.",
        Guide);

    /// <summary>A partition is missing. Values: name, count.</summary>
    public static RefusalDefinition PartitionMissing { get; } = new(
        "RI1371",
        "缺少 {count} 个分区，其中有“{name}”。",
        "Partitions are missing: {count}, among them \"{name}\".",
        "请补上开启文件所列每个分区的部分抽取。",
        "Add a partial draw of every partition that the opening commits to.",
        Guide);

    /// <summary>A partition is not the one committed to. Values: name, expected, found (roots).</summary>
    public static RefusalDefinition OtherPartition { get; } = new(
        "RI1372",
        "分区“{name}”不是所承诺的：根应为 {expected}，实为 {found}，或户数不同。",
        "The partition \"{name}\" is not the one committed to: its root should be {expected} and is {found}, or its size differs.",
        "请用冻结时的名单分区重新计算。",
        "Compute it again from the partition as it was frozen.",
        Guide);

    /// <summary>A partial draw belongs to another draw. Values: expected, found (digests of plans).</summary>
    public static RefusalDefinition OtherDraw { get; } = new(
        "RI1373",
        "部分抽取属于另一次抽取：方案摘要应为 {expected}，实为 {found}。",
        "The partial draw belongs to another draw: the plan's digest should be {expected} and is {found}.",
        "各分区须用同一种子、同一方案和全部分区的合计户数。",
        "All partitions need the same seed, the same design and the counts of all partitions together.",
        Guide);

    /// <summary>A unit does not belong to the partition. Values: line, id, rule (place and characters).</summary>
    public static RefusalDefinition OutsidePartition { get; } = new(
        "RI1375",
        "第 {line} 户的编号“{id}”不属于本分区（规则 {rule}）。",
        "Unit {line}, \"{id}\", does not belong to this partition (rule {rule}).",
        "请把它放到所属的分区；各分区的规则须互不重叠。",
        "Put it into the partition that it belongs to; the rules of partitions must not overlap.",
        Guide);

    /// <summary>A unit is in two partitions. Values: id.</summary>
    public static RefusalDefinition UnitTwice { get; } = new(
        "RI1376",
        "编号“{id}”同时在两个分区中。",
        "The id \"{id}\" is in two partitions.",
        "请按互不重叠的规则划分名单，冻结时逐户核对规则（CountPartition），再重新抽取。",
        "Split the frame by rules that do not overlap, check them when it is frozen (CountPartition), and draw anew.",
        Guide);

    /// <summary>Bytes are no partial draw. Values: detail.</summary>
    public static RefusalDefinition MalformedPartial { get; } = new(
        "RI1374",
        "不是部分抽取文件：{detail}。",
        "This is no partial draw: {detail}.",
        "请使用同一版本的程序写出的文件，传送时不要改动。",
        "Use a file as a program of the same version wrote it, unchanged on its way.",
        Guide);

    /// <summary>A text is no partition's rule. Values: rule.</summary>
    public static RefusalDefinition MalformedRule { get; } = new(
        "RI1377",
        "“{rule}”不是分区规则。",
        "\"{rule}\" is no rule of a partition.",
        "请写成“位置:字符”（如 2:2101，位置从 0 起）或“起 .. 止”（如 2101 .. 2102，止可省略）。",
        "Write place and characters (2:2101, places from 0), or from and before (2101 .. 2102; the end may be left out).",
        Guide);

    /// <summary>The rules of two partitions do not keep them apart. Values: name, other (names of partitions), rule, otherRule.</summary>
    public static RefusalDefinition RulesOverlap { get; } = new(
        "RI1378",
        "分区“{name}”（规则 {rule}）与“{other}”（规则 {otherRule}）可能含有同一编号。",
        "The partitions \"{name}\" (rule {rule}) and \"{other}\" (rule {otherRule}) could hold the same id.",
        "请改为互不重叠的规则，例如同一位置的不同字符。",
        "Give them rules that exclude each other, for example different characters at the same place.",
        Guide);

    /// <summary>A text is no census of a partition. Values: detail.</summary>
    public static RefusalDefinition MalformedCensus { get; } = new(
        "RI1379",
        "不是分区清点文件：{detail}。",
        "This is no census of a partition: {detail}.",
        "请使用 ri partition count 或 docs/sql/partition.sql 写出的文件，传送时不要改动。",
        "Use a file as ri partition count or docs/sql/partition.sql wrote it, unchanged on its way.",
        Guide);
}

namespace RandomInspection.Ledger;

/// <summary>What checkpoints, proofs and witnesses can be refused for: RI601x–RI602x.</summary>
public static class LedgerRefusals
{
    private const string Note = "c2sp.org/signed-note@v1";
    private const string Head = "c2sp.org/tlog-checkpoint@v1";

    /// <summary>Bytes are no signed note. Values: line, detailZh, detailEn.</summary>
    public static RefusalDefinition MalformedNote { get; } = new(
        "RI6010",
        "不是签名文书（第 {line} 行）：{detailZh}。",
        "This is no signed note (line {line}): {detailEn}.",
        "请使用公布的原文，逐字节不变：UTF-8，换行为 LF，正文后一个空行，然后是签名行。",
        "Use the text as published, byte for byte: UTF-8, LF, an empty line after the text, then the signature lines.",
        Note);

    /// <summary>A text is no key of a log or a witness. Values: key.</summary>
    public static RefusalDefinition MalformedNoteKey { get; } = new(
        "RI6011",
        "“{key}”不是留痕或见证人的公钥；应为 名称+编号+BASE64。",
        "\"{key}\" is no key of a log or a witness; it is written NAME+ID+BASE64.",
        "请整行照抄公开留痕页面或见证人公布的公钥；编号是其余部分的摘要，抄错即不符。",
        "Copy the whole line from the log's page or the witness; the id is a digest of the rest and does not fit if anything is miscopied.",
        Note);

    /// <summary>A name cannot stand in a signature line. Values: name.</summary>
    public static RefusalDefinition MalformedName { get; } = new(
        "RI6012",
        "“{name}”不能作为留痕或见证人的名称：须为 1 至 200 个字符，不含空白、控制字符与加号。",
        "\"{name}\" cannot name a log or a witness: 1 to 200 characters without white space, control characters and plus signs.",
        "建议用不带协议的网址，例如 amr.shenyang.example/ledger。",
        "An address without its scheme is best, for example amr.shenyang.example/ledger.",
        Note);

    /// <summary>A note is no checkpoint. Values: detailZh, detailEn.</summary>
    public static RefusalDefinition MalformedCheckpoint { get; } = new(
        "RI6013",
        "签名文书不是检查点：{detailZh}。",
        "The signed note is no checkpoint: {detailEn}.",
        "检查点正文恰为三行：留痕名称、条数（无前导零）、根（32 字节的 base64）。",
        "Its text is exactly three lines: the log's name, its size without leading zeros, its root in base64 of 32 bytes.",
        Head);

    /// <summary>A note has no signature by a key. Values: name, id.</summary>
    public static RefusalDefinition NotSigned { get; } = new(
        "RI6014",
        "没有 {name}（编号 {id}）的签名。",
        "There is no signature by {name} (id {id}).",
        "请核对是不是这份留痕的检查点、公钥是不是现用的。",
        "Check that it is this log's checkpoint and that the key is the one in use.",
        Note);

    /// <summary>A signature by a known key does not verify. Values: name, id.</summary>
    public static RefusalDefinition SignatureFails { get; } = new(
        "RI6015",
        "{name}（编号 {id}）的签名与正文不符。",
        "The signature by {name} (id {id}) does not fit the text.",
        "文书被改动过，或签名不是这把密钥所作：不要采信，请向留痕索取原件并留存此件。",
        "The note was altered, or another key made the signature: do not rely on it, ask the log for the original and keep this one.",
        Note);

    /// <summary>A checkpoint is another log's. Values: expected, origin.</summary>
    public static RefusalDefinition OtherLog { get; } = new(
        "RI6016",
        "检查点属于留痕“{origin}”，不是“{expected}”。",
        "The checkpoint is of the log \"{origin}\", not of \"{expected}\".",
        "每份留痕各用各的公钥与状态文件。",
        "Each log has its own key and its own state file.",
        Head);

    /// <summary>A text is no proof. Values: line, detailZh, detailEn.</summary>
    public static RefusalDefinition MalformedProof { get; } = new(
        "RI6017",
        "不是留痕的证明（第 {line} 行）：{detailZh}。",
        "This is no proof of a log (line {line}): {detailEn}.",
        "请使用留痕给出的原文，逐字节不变。",
        "Use the text as the log gave it, byte for byte.",
        "c2sp.org/tlog-proof@v1; c2sp.org/tlog-witness@v1");

    /// <summary>A log does not have so many entries, or no such entry. Values: size, asked.</summary>
    public static RefusalDefinition BeyondTheLog { get; } = new(
        "RI6018",
        "留痕有 {size} 条，没有 {asked}。",
        "The log has {size} entries; there is no {asked}.",
        "序号从 1 起；由小到大。",
        "Sequences begin with 1, and the smaller size comes first.",
        "RFC 9162 §2.1");

    /// <summary>No checkpoint stands yet, or this host signs nothing. Values: origin.</summary>
    public static RefusalDefinition NoCheckpoint { get; } = new(
        "RI6019",
        "留痕“{origin}”还没有检查点。",
        "The log \"{origin}\" has no checkpoint yet.",
        "配置了签名密钥的系统在启动、定时与每次抽取后写检查点。",
        "A host with a signing key writes one at its start, at fixed times and after every draw.",
        Head);

    /// <summary>A cosignature is by a witness that this host does not know. Values: name.</summary>
    public static RefusalDefinition UnknownWitness { get; } = new(
        "RI6020",
        "没有登记见证人“{name}”的这把公钥。",
        "This key of the witness \"{name}\" is not registered here.",
        "请把见证人的公钥登记到本系统的设置中。",
        "Register the witness's key in the settings of this host.",
        "c2sp.org/tlog-cosignature@v1");

    /// <summary>A proof of growth begins at another size than that of the checkpoint that was seen. Values: old, size.</summary>
    public static RefusalDefinition OtherOldSize { get; } = new(
        "RI6021",
        "证明从 {old} 条开始，见证人上次见到的是 {size} 条。",
        "The proof begins at {old} entries; the witness has seen {size}.",
        "请向留痕索取从 {size} 条起的证明。",
        "Ask the log for the proof from {size} entries.",
        "c2sp.org/tlog-witness@v1");

    /// <summary>A cursor or a number of items is no whole number. Values: name, value.</summary>
    public static RefusalDefinition MalformedNumber { get; } = new(
        "RI6022",
        "{name} 的值“{value}”不是 0 或更大的整数。",
        "The value \"{value}\" of {name} is no whole number of 0 or more.",
        "after 写上次读到的编号（next 的值），most 写至多几条；不写即从头、100 条。",
        "Give in after the last number that was read (the value of next), in most how many items at most; without them it begins at the beginning, with 100.",
        "沈政办发〔2020〕19号 二(二)");
}

namespace RandomInspection.Exchange;

/// <summary>What the exchange with other systems refuses: RI9150 to RI9189.</summary>
public static class ExchangeRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(一)";
    private const string CloudEvents = "CloudEvents 1.0";
    private const string Webhooks = "Standard Webhooks 1.0";

    /// <summary>The bytes are no message.</summary>
    public static RefusalDefinition NoMessage { get; } = new(
        "RI9150",
        "收到的内容不是交换消息：{fault}。",
        "What came in is no message: {fault}.",
        "请按 CloudEvents 1.0（JSON，结构化模式）发送，成员不得重复。",
        "Send CloudEvents 1.0 as JSON in structured mode, no member twice.",
        CloudEvents);

    /// <summary>A member of the envelope breaks its rule.</summary>
    public static RefusalDefinition NameMalformed { get; } = new(
        "RI9151",
        "消息的“{member}”不合规则：“{value}”（须为 1 至 {most} 个可见 ASCII 字符，序号从 1 起）。",
        "The message's \"{member}\" breaks its rule: \"{value}\" (1 to {most} visible ASCII characters; a sequence begins with 1).",
        "请更正后以新的编号发送。",
        "Correct it and send it with an id of its own.",
        CloudEvents);

    /// <summary>The payload is not what the envelope says.</summary>
    public static RefusalDefinition OtherDigest { get; } = new(
        "RI9152",
        "消息 {id} 的内容摘要为 {actual}，信封所载为 {said}：内容在途中被改动。",
        "The payload of {id} has the digest {actual}, the envelope says {said}: it was changed on its way.",
        "请重新发送原文。",
        "Send the original again.",
        Clause);

    /// <summary>The signature is none of the partner's keys.</summary>
    public static RefusalDefinition SignatureWrong { get; } = new(
        "RI9153",
        "消息 {id} 的签名与约定的任何密钥都不符。",
        "The signature of {id} is none of the agreed keys'.",
        "请核对密钥（轮换期间新旧密钥均可）、时间戳和正文：签名覆盖“编号.时间戳.正文”。",
        "Look at the key (while keys change either will do), the timestamp and the body: what is signed is \"id.timestamp.body\".",
        Webhooks);

    /// <summary>The timestamp is too far from now.</summary>
    public static RefusalDefinition SignatureOld { get; } = new(
        "RI9154",
        "消息 {id} 的时间戳 {timestamp} 与现在相差超过 {seconds} 秒。",
        "The timestamp {timestamp} of {id} is more than {seconds} seconds from now.",
        "每次发送（包括重试）都应以当时的时间重新签名；请校准时钟。",
        "Sign each attempt anew with its own time, and set the clock.",
        Webhooks);

    /// <summary>The headers are missing or malformed.</summary>
    public static RefusalDefinition SignatureMissing { get; } = new(
        "RI9155",
        "缺少或无法读取请求头“{header}”。",
        "The header \"{header}\" is missing or does not read.",
        "请发送 webhook-id、webhook-timestamp 和 webhook-signature；webhook-id 与消息编号相同。",
        "Send webhook-id, webhook-timestamp and webhook-signature; webhook-id is the message's id.",
        Webhooks);

    /// <summary>A key does not read.</summary>
    public static RefusalDefinition KeyMalformed { get; } = new(
        "RI9156",
        "交换密钥无法读取（须为 whsec_ 加 24 至 64 字节的 Base64，或 ecdsa-p256: 公钥）。",
        "The exchange key does not read (whsec_ and the Base64 of 24 to 64 bytes, or a public key ecdsa-p256:…).",
        "请重新生成密钥。",
        "Make a new key.",
        Webhooks);

    /// <summary>The same id came with another payload.</summary>
    public static RefusalDefinition OtherContent { get; } = new(
        "RI9157",
        "来自 {source} 的消息 {id} 已经收到，内容不同（原摘要 {first}，现摘要 {second}）。",
        "{id} of {source} was received already, with another payload (digest {first} then, {second} now).",
        "同一编号只能对应同一内容；更正请以新的编号发送。",
        "One id stands for one payload; send a correction with an id of its own.",
        Clause);

    /// <summary>Another message has that place.</summary>
    public static RefusalDefinition PlaceTaken { get; } = new(
        "RI9158",
        "消息 {id} 称为“{subject}”的第 {sequence} 条，该位置已有其他消息（下一条应为第 {next} 条）。",
        "{id} says that it is number {sequence} about \"{subject}\", where another message stands (the next is {next}).",
        "请核对发送方的序号。",
        "Look at the sender's sequence.",
        Clause);

    /// <summary>The partner may not send such messages, or nobody knows them.</summary>
    public static RefusalDefinition TypeNotTaken { get; } = new(
        "RI9159",
        "交换方 {partner} 的消息类型“{type}”不在约定之内。",
        "Messages of the type \"{type}\" are not agreed on with {partner}.",
        "请与本机关约定后再发送。",
        "Agree on it first.",
        Clause);

    /// <summary>The payload is not what its type says.</summary>
    public static RefusalDefinition PayloadMalformed { get; } = new(
        "RI9160",
        "消息 {id} 的内容不符合类型“{type}”：{fault}。",
        "The payload of {id} is not what the type \"{type}\" says: {fault}.",
        "请对照该类型的 JSON Schema 更正。",
        "Compare it with the JSON Schema of that type.",
        Clause);

    /// <summary>An address is none to which anything is sent.</summary>
    public static RefusalDefinition AddressRefused { get; } = new(
        "RI9161",
        "“{address}”不能作为接收地址：{faultZh}。",
        "Nothing is sent to \"{address}\": {faultEn}.",
        "请使用经批准的 https 地址，地址中不含用户名、密码和片段。",
        "Use an approved https address without user name, password and fragment.",
        Clause);

    /// <summary>A file is not what its manifest says.</summary>
    public static RefusalDefinition ManifestDiffers { get; } = new(
        "RI9162",
        "文件 {file} 与清单不符：{fault}。",
        "The file {file} is not what its manifest says: {fault}.",
        "请重新导出文件和清单，先写文件、后写清单。",
        "Export file and manifest again, the file first.",
        Clause);

    /// <summary>A partner is not known.</summary>
    public static RefusalDefinition UnknownPartner { get; } = new(
        "RI9163",
        "没有交换方“{partner}”。",
        "There is no partner \"{partner}\".",
        "请核对交换方的编号。",
        "Look at the partner's id.",
        Clause);

    /// <summary>A word or code of a partner has no meaning here.</summary>
    public static RefusalDefinition UnknownWord { get; } = new(
        "RI9164",
        "交换方 {partner} 的“{column}”值“{value}”没有对应的含义。",
        "\"{value}\" in \"{column}\" of {partner} has no meaning in the mapping.",
        "请在该交换方的映射文件中补上，未知的值不予猜测。",
        "Add it to the partner's mapping file; what is not known is not guessed.",
        Clause);

    /// <summary>A mapping file does not read.</summary>
    public static RefusalDefinition MappingMalformed { get; } = new(
        "RI9165",
        "映射文件无法读取：{fault}。",
        "The mapping file does not read: {fault}.",
        "请对照文档更正映射文件。",
        "Compare the mapping file with the documentation.",
        Clause);

    /// <summary>A full list leaves out more than it may. Values: leaving, covered, most.</summary>
    public static RefusalDefinition TooManyLeave { get; } = new(
        "RI9166",
        "全量名录中未列出 {leaving} 个（本机在其范围内有 {covered} 个），超过 {most} 个：文件可能不完整。",
        "The full list does not name {leaving} of the {covered} that are known in its range, more than {most}: it may have been cut off.",
        "请核对来源；确认无误的，在 full.mostLeaving 中写明允许退出的数量后重新发送。",
        "Look at where it comes from; if it is right, say in full.mostLeaving how many may leave, and send it again.",
        Clause);

    /// <summary>A code is none of a national list. Values: value, list.</summary>
    public static RefusalDefinition UnknownCode { get; } = new(
        "RI9167",
        "“{value}”不在《{list}》之中。",
        "\"{value}\" is not in {list}.",
        "请对照 /exchange/lists 公布的代码表更正，未知的代码不予猜测。",
        "Compare it with the code lists at /exchange/lists; what is not known is not guessed.",
        "GB/T 2260; GB/T 4754-2017");

    /// <summary>Subjects are named that the directory does not have. Values: subject, count.</summary>
    public static RefusalDefinition UnknownSubjects { get; } = new(
        "RI9168",
        "监管对象 {subject} 不在名录中（共 {count} 个如此）。",
        "{subject} is not in the directory ({count} are like this).",
        "请先交换监管对象，再交换其信用等级。",
        "Send the subjects first, then their classes.",
        Clause);

    /// <summary>Inspectors cannot leave on a later day. Values: day, today.</summary>
    public static RefusalDefinition NotYet { get; } = new(
        "RI9169",
        "人员名录不能预先登记离岗：生效日 {day} 晚于今天 {today}。",
        "Inspectors cannot leave on a later day: {day} is after today, {today}.",
        "请在生效日当天或之后发送；临时不在岗的请用休假。",
        "Send it on that day or later; use leave for those who are away for a time.",
        Clause);

    /// <summary>An address leads into a network to which nothing is sent. Values: host, address.</summary>
    public static RefusalDefinition NetworkRefused { get; } = new(
        "RI9170",
        "“{host}”解析为 {address}，属于内部网络，不予连接。",
        "\"{host}\" resolves to {address}, which is in an inner network; nothing is sent there.",
        "内部地址须由主机管理员在设置中逐一放行。",
        "An inner network is allowed by the host's settings, each by itself.",
        Clause);

    /// <summary>A decision about what is stuck says no reason. Values: most.</summary>
    public static RefusalDefinition ReasonMissing { get; } = new(
        "RI9171",
        "请写明理由（1 至 {most} 字）。",
        "Say why (1 to {most} characters).",
        "理由与经手人、时间一起留痕。",
        "It is kept with who decided and when.",
        Clause);

    /// <summary>What a partner answered is no page of messages. Values: fault.</summary>
    public static RefusalDefinition PageMalformed { get; } = new(
        "RI9172",
        "对方答复的不是一页消息：{fault}。",
        "What the partner answered is no page of messages: {fault}.",
        "请对方按约定答复 next 与 messages；本机稍后自动再取。",
        "It must answer next and messages as agreed; it is asked again by itself.",
        Clause);
}

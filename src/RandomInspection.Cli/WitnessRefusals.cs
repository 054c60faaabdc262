namespace RandomInspection.Cli;

/// <summary>What a witness and its files can be refused for: RI604x.</summary>
internal static class WitnessRefusals
{
    private const string Source = "c2sp.org/tlog-witness@v1";

    /// <summary>There is no state file. Values: path.</summary>
    public static RefusalDefinition NoState { get; } = new(
        "RI6040",
        "没有状态文件“{path}”：见证人不知道上次见到哪里。",
        "There is no state file \"{path}\": the witness does not know how far it has seen.",
        "第一次见证某份留痕时加 --first；状态文件丢失时请从备份恢复，否则分叉看不出来。",
        "Say --first at the first time for a log; if the file was lost, restore it, or a fork goes unseen.",
        Source);

    /// <summary>It is not the first time. Values: path.</summary>
    public static RefusalDefinition NotTheFirst { get; } = new(
        "RI6041",
        "状态文件“{path}”已存在，不是第一次。",
        "The state file \"{path}\" is there: it is not the first time.",
        "去掉 --first。",
        "Leave out --first.",
        Source);

    /// <summary>Another process is witnessing with the same state. Values: path.</summary>
    public static RefusalDefinition InUse { get; } = new(
        "RI6042",
        "状态文件“{path}”正由另一进程使用。",
        "The state file \"{path}\" is in use by another process.",
        "等它结束再运行；一份留痕只由一个进程见证。",
        "Wait until it has ended; one process at a time witnesses a log.",
        Source);

    /// <summary>The log's host does not answer as it should. Values: url, detail.</summary>
    public static RefusalDefinition Unreachable { get; } = new(
        "RI6043",
        "“{url}”没有给出答复：{detail}",
        "\"{url}\" gave no answer: {detail}",
        "请核对地址（公开留痕页面的网址，例如 https://amr.example/ledger）与网络；也可改用文件。",
        "Check the address (that of the log's page, for example https://amr.example/ledger) and the network; files work too.",
        Source);

    /// <summary>A document holds no checkpoint in any of the forms. Values: path.</summary>
    public static RefusalDefinition NoCheckpoint { get; } = new(
        "RI6044",
        "文件“{path}”不是检查点、包含证明或一致性证明。",
        "The file \"{path}\" is no checkpoint, inclusion proof or proof of growth.",
        "请使用留痕给出的原文，逐字节不变。",
        "Use the text as the log gave it, byte for byte.",
        Source);
}

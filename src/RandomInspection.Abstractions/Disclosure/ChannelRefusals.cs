namespace RandomInspection.Disclosure;

/// <summary>What channels refuse: RI2220 to RI2224.</summary>
public static class ChannelRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(八)";

    /// <summary>The channel has other content under that key and revision.</summary>
    public static RefusalDefinition OtherContent { get; } = new(
        "RI2220",
        "渠道 {channel} 已收到“{key}”第 {revision} 版，内容不同。",
        "The channel {channel} has received revision {revision} of \"{key}\" already, with other content.",
        "已公示的内容不能悄悄改动；请办理更正。",
        "What is published does not change in silence: correct it.",
        Clause);

    /// <summary>The revision is not the next.</summary>
    public static RefusalDefinition NotNextRevision { get; } = new(
        "RI2221",
        "渠道 {channel} 的“{key}”下一版为第 {next} 版，收到第 {revision} 版。",
        "The next revision of \"{key}\" in the channel {channel} is {next}, not {revision}.",
        "请先按顺序补送缺少的版本。",
        "Send the missing revisions first, in order.",
        Clause);

    /// <summary>The publication was withdrawn.</summary>
    public static RefusalDefinition WithdrawnAlready { get; } = new(
        "RI2222",
        "“{key}”已从渠道 {channel} 撤回，不能再更改。",
        "\"{key}\" was withdrawn from the channel {channel}: it does not change any more.",
        "确需再次公示的，请作为新的公示办理。",
        "Publish it as something new if it must be public again.",
        Clause);

    /// <summary>Nothing was published under that key.</summary>
    public static RefusalDefinition NothingPublished { get; } = new(
        "RI2223",
        "渠道 {channel} 中没有“{key}”，不能更正或撤回。",
        "The channel {channel} has nothing under \"{key}\" that could be corrected or withdrawn.",
        "请先公示。",
        "Publish it first.",
        Clause);

    /// <summary>The channel does not answer.</summary>
    public static RefusalDefinition NoAnswer { get; } = new(
        "RI2224",
        "渠道“{channelZh}”没有回应，“{key}”是否收到尚不清楚。",
        "The channel \"{channelEn}\" does not answer; whether it received \"{key}\" is not known.",
        "请稍后重试：重复送达不会重复公示。",
        "Try again later: what was received already is not published twice.",
        Clause);
}

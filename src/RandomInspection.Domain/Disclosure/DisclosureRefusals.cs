namespace RandomInspection.Disclosure;

/// <summary>What publishing and the calendar in use refuse: RI22xx.</summary>
public static class DisclosureRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(八)";

    /// <summary>There is no such obligation.</summary>
    public static RefusalDefinition UnknownObligation { get; } = new(
        "RI2201",
        "没有公示义务“{obligation}”。",
        "There is no obligation \"{obligation}\".",
        "请从公示台账进入。",
        "Come from the list of obligations.",
        Clause);

    /// <summary>It was published before.</summary>
    public static RefusalDefinition AlreadyPublished { get; } = new(
        "RI2202",
        "“{obligation}”已由 {by} 于 {at} 公示。",
        "\"{obligation}\" was published by {by} at {at}.",
        "无需再次办理；更正已公示的内容须另行办理。",
        "Nothing more is needed; a correction is a step of its own.",
        Clause);

    /// <summary>The channel is not said.</summary>
    public static RefusalDefinition ChannelMissing { get; } = new(
        "RI2203",
        "没有填写公示渠道。",
        "The channel is missing.",
        "请填写在何处公示，例如国家企业信用信息公示系统（辽宁）。",
        "Say where it was published, for example the National Enterprise Credit Information Publicity System (Liaoning).",
        Clause);

    /// <summary>A result is not audited yet.</summary>
    public static RefusalDefinition NotAudited { get; } = new(
        "RI2204",
        "检查 {visit} 的结果尚未审核，不能公示（{obligation}）。",
        "The result of the visit {visit} is not audited yet: it cannot be published ({obligation}).",
        "请先由检查组以外的人员审核。",
        "Somebody outside the team audits it first.",
        Clause);

    /// <summary>Nothing was chosen to be published.</summary>
    public static RefusalDefinition NothingChosen { get; } = new(
        "RI2205",
        "没有选择要登记公示的内容。",
        "Nothing was chosen to be published.",
        "请先勾选一项或多项。",
        "Tick one or more of them first.",
        Clause);

    /// <summary>A notice is in use already.</summary>
    public static RefusalDefinition NoticeKnown { get; } = new(
        "RI2210",
        "文件中的通知均已载入：{notices}。",
        "Every notice of the file is in use already: {notices}.",
        "无需再次载入。",
        "It need not be loaded again.");

    /// <summary>The calendar in use is not the one that the effects of loading were shown by.</summary>
    public static RefusalDefinition CalendarChanged { get; } = new(
        "RI2211",
        "核对之后日历已经变化（其他人载入了通知）；本次没有任何改动。",
        "The calendar has changed since you looked: somebody else loaded a notice. Nothing was done.",
        "请按现在的日历重新查看将发生的变化，再确认。",
        "Look again at what would change by the calendar as it is now, then confirm.");
}

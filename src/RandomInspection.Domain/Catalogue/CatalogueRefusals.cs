namespace RandomInspection.Catalogue;

/// <summary>What a catalogue refuses: RI2420 to RI2432.</summary>
public static class CatalogueRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(二)";

    /// <summary>The command does not fit the state of the version under way.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI2420",
        "{department} 的抽查事项清单处于“{stateZh}”状态，不能{commandZh}。",
        "The catalogue of {department} stands at \"{stateEn}\": {commandEn} is not possible.",
        "请按编制、审核、报送、公布的次序办理；已公布的版本不再修改，变更须编制新版本。",
        "Prepare, review, report and publish in that order; a published version is not edited, a change is a new version.",
        Clause);

    /// <summary>A text is missing or too long.</summary>
    public static RefusalDefinition TextMissing { get; } = new(
        "RI2421",
        "“{fieldZh}”为空或超过 {most} 个字。",
        "\"{fieldEn}\" is empty or longer than {most} characters.",
        "请填写该项。",
        "Fill it in.",
        Clause);

    /// <summary>There is no such item.</summary>
    public static RefusalDefinition UnknownItem { get; } = new(
        "RI2422",
        "清单中没有事项“{item}”。",
        "The catalogue has no item \"{item}\".",
        "请从清单中选择事项。",
        "Choose an item of the catalogue.",
        Clause);

    /// <summary>A code is taken.</summary>
    public static RefusalDefinition CodeTaken { get; } = new(
        "RI2423",
        "事项编码“{item}”已被本部门或其他部门使用。",
        "The code \"{item}\" is taken, by this department or another.",
        "请使用新的编码；编码一经公布不再改用。",
        "Use another code; one that was published keeps its meaning.",
        Clause);

    /// <summary>Code, ratio or frequency of an item is malformed.</summary>
    public static RefusalDefinition MalformedItem { get; } = new(
        "RI2424",
        "事项“{item}”不合规则：编码须为 1 至 {most} 个可见 ASCII 字符（不含冒号），抽查比例（{ratio}%）须为 1% 至 100%，频次（每年 {times} 次）须为每年 1 至 366 次。",
        "The item \"{item}\" is malformed: its code has 1 to {most} visible ASCII characters and no colon, its ratio ({ratio}%) is 1 to 100 percent, its frequency ({times} a year) 1 to 366.",
        "请改正后再保存。",
        "Mend it.",
        Clause);

    /// <summary>A general item's ratio is above the cap.</summary>
    public static RefusalDefinition RatioAboveCap { get; } = new(
        "RI2425",
        "一般检查事项“{item}”的抽查比例 {ratio}% 超过上限 {most}%（{basis}）。",
        "The ratio of the general item \"{item}\", {ratio}%, is above {most}% ({basis}).",
        "请降低比例；确属重点检查事项的，请标为重点。",
        "Lower it; mark the item as key if it is one.",
        Clause);

    /// <summary>A version has no item, or says nothing new.</summary>
    public static RefusalDefinition NothingNew { get; } = new(
        "RI2426",
        "{department} 的新版本没有事项，或与上一版本完全相同。",
        "The new version of {department} has no item, or is the same as the one before.",
        "请先添加、修改或删除事项，再提交审核。",
        "Add, revise or remove items, then submit it.",
        Clause);

    /// <summary>An item whose law changed was not revised.</summary>
    public static RefusalDefinition BasisNotRevised { get; } = new(
        "RI2427",
        "事项“{item}”的依据已变化（{law}），新版本尚未修改或删除该事项。",
        "The law of the item \"{item}\" changed ({law}); the version neither revises nor removes it yet.",
        "请按变化后的依据修改该事项（依据不变的，核对后保存一次），或将其删除。",
        "Revise the item by the law as it is now (save it again if it may stay as it is), or remove it.",
        Clause);

    /// <summary>A day is out of range.</summary>
    public static RefusalDefinition DayOutOfRange { get; } = new(
        "RI2428",
        "日期 {day} 不在 {least} 至 {most} 之间。",
        "The day {day} is not between {least} and {most}.",
        "请改正日期。",
        "Mend the day.",
        Clause);

    /// <summary>A person would pass their own step.</summary>
    public static RefusalDefinition OwnStep { get; } = new(
        "RI2429",
        "{person} 已经办理过 {department} 清单第 {version} 版的前一环节，不能再办理本环节。",
        "{person} had a hand in version {version} of the catalogue of {department} and cannot pass it.",
        "请由另一人办理。",
        "Let another person do it.",
        Clause);

    /// <summary>A duty is met by publishing the version, not by itself.</summary>
    public static RefusalDefinition MetByVersion { get; } = new(
        "RI2430",
        "义务 {obligation} 只能通过公布 {department} 的抽查事项清单新版本完成。",
        "The duty {obligation} is met by publishing the new version of the catalogue of {department} only.",
        "请在事项清单页面公布新版本。",
        "Publish the version on the catalogue's page.",
        Clause);
}

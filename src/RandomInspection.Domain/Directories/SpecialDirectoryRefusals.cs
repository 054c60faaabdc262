namespace RandomInspection.Directories;

/// <summary>What special directories refuse: RI5030 to RI5036.</summary>
public static class SpecialDirectoryRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 三(三)";

    /// <summary>A text is missing or too long.</summary>
    public static RefusalDefinition TextMissing { get; } = new(
        "RI5030",
        "请填写“{fieldZh}”，至多 {most} 个字。",
        "\"{fieldEn}\" is needed, of {most} characters at most.",
        "请填写后再提交。",
        "Enter it and send again.",
        Clause);

    /// <summary>The criteria leave nobody out.</summary>
    public static RefusalDefinition LeavesNobodyOut { get; } = new(
        "RI5031",
        "筛选条件没有排除任何对象：那就是通用名录。",
        "The criteria leave nobody out: that is the general directory.",
        "请至少选择一项条件。",
        "Choose one condition at least.",
        Clause);

    /// <summary>The criteria are those in force.</summary>
    public static RefusalDefinition Unchanged { get; } = new(
        "RI5032",
        "筛选条件与专用名录 {special} 现行的第 {version} 版相同。",
        "The criteria are those of version {version} of the special directory {special}, which is in force.",
        "没有需要保存的变更。",
        "There is nothing to save.",
        Clause);

    /// <summary>It is not used any more.</summary>
    public static RefusalDefinition Retired { get; } = new(
        "RI5033",
        "专用名录 {special}（{name}）已停用。",
        "The special directory {special} ({name}) is not used any more.",
        "请使用其他专用名录，或新建一个。",
        "Use another one, or save a new one.",
        Clause);

    /// <summary>There is no such special directory.</summary>
    public static RefusalDefinition Unknown { get; } = new(
        "RI5034",
        "没有专用名录“{special}”。",
        "There is no special directory \"{special}\".",
        "请从专用名录列表中选择。",
        "Choose from the list of special directories.",
        Clause);

    /// <summary>The department has one of this name.</summary>
    public static RefusalDefinition NameTaken { get; } = new(
        "RI5035",
        "本部门已有名为“{name}”的专用名录 {special}。",
        "The department has a special directory \"{name}\" already: {special}.",
        "请修订该名录，或换一个名称。",
        "Revise that one, or choose another name.",
        Clause);

    /// <summary>A task's criteria are not those of the version that it names.</summary>
    public static RefusalDefinition OtherCriteria { get; } = new(
        "RI5036",
        "筛选条件与专用名录 {special} 第 {version} 版不一致。",
        "The criteria are not those of version {version} of the special directory {special}.",
        "请按该名录筛选，或不引用它。",
        "Filter by that directory, or do not name it.",
        Clause);
}

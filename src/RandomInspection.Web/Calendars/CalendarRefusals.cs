namespace RandomInspection.Web.Calendars;

/// <summary>What the calendar's pages refuse: RI71xx. What is wrong inside a notice is said by the calendar (RI41xx).</summary>
internal static class CalendarRefusals
{
    public static readonly RefusalDefinition NotADate = new(
        "RI7101",
        "“{value}”不是日期。",
        "\"{value}\" is no date.",
        "请按 年-月-日 填写，例如 2026-02-10。",
        "Write year-month-day, for example 2026-02-10.");

    public static readonly RefusalDefinition NotANumber = new(
        "RI7102",
        "“{value}”不是 {least} 至 {most} 的整数。",
        "\"{value}\" is no whole number from {least} to {most}.",
        "请填写该范围内的整数。",
        "Give a whole number in that range.");

    public static readonly RefusalDefinition NoNotice = new(
        "RI7103",
        "没有选择文件，也没有粘贴内容。",
        "No file was chosen, and nothing was pasted.",
        "请选择通知文件，或粘贴其全文。",
        "Choose a notice file, or paste its text.");

    public static readonly RefusalDefinition TwoNotices = new(
        "RI7104",
        "既选择了文件“{name}”，又粘贴了内容。",
        "The file \"{name}\" was chosen, and something was pasted too.",
        "请只保留其中一项，以免载入的不是所核对的。",
        "Keep one of the two, so that what is loaded is what you looked at.");

    public static readonly RefusalDefinition TooLarge = new(
        "RI7105",
        "通知文件有 {size} 字节，超过上限 {limit} 字节。",
        "The notice file has {size} bytes, more than the limit of {limit}.",
        "一年的通知只有数十行；请核对所选文件。",
        "A year's notice has some dozens of lines: look which file you chose.");

    public static readonly RefusalDefinition NotUtf8 = new(
        "RI7106",
        "文件“{name}”不是 UTF-8 文本。",
        "The file \"{name}\" is not text in UTF-8.",
        "请另存为 UTF-8 编码后重新选择。",
        "Save it in UTF-8 and choose it again.");

    public static readonly RefusalDefinition NumberMissing = new(
        "RI7107",
        "填写了成文、发布日期或特别放假天数，但没有填写文号。",
        "Days of issue or publication or granted days are given, but no number of the notice.",
        "请填写文号；无法确定的，请将这几项留空。",
        "Give the number of the notice; if it is not known, leave these fields empty.");

    public static readonly RefusalDefinition Refused = new(
        "RI7108",
        "文件有 {count} 处问题，不能载入；日历没有任何改动。",
        "The file has {count} faults and cannot be loaded; the calendar was not changed.",
        "请按下表逐项更正后重新核对。",
        "Correct them one by one as the table says, then check again.");

    public static readonly RefusalDefinition UnknownFile = new(
        "RI7109",
        "没有保存过摘要为“{digest}”的通知文件。",
        "No notice file with the digest \"{digest}\" is kept.",
        "请从第一步重新核对文件。",
        "Check the file again, from the first step.");
}

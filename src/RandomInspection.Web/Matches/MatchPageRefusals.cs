namespace RandomInspection.Web.Matches;

/// <summary>What the form of a match cannot read: RI71xx. What a match refuses itself is said by <c>TeamRefusals</c> and <c>MatchingRefusals</c>.</summary>
internal static class MatchPageRefusals
{
    public static readonly RefusalDefinition NotANumber = new(
        "RI7121",
        "“{value}”不是 {least} 至 {most} 的整数。",
        "\"{value}\" is not a whole number from {least} to {most}.",
        "请只填数字。",
        "Write digits only.");

    public static readonly RefusalDefinition NotADate = new(
        "RI7122",
        "“{value}”不是日期。",
        "\"{value}\" is not a date.",
        "请写成 2026-03-02。",
        "Write it as 2026-03-02.");

    public static readonly RefusalDefinition NoDecision = new(
        "RI7123",
        "没有选择如何决定回避申请 {recusal}。",
        "Nothing was chosen for the recusal {recusal}.",
        "请选择“准予”或“不予”。",
        "Choose to uphold or to reject it.");
}

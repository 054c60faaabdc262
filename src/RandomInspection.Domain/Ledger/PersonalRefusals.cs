namespace RandomInspection.Ledger;

/// <summary>What the erasing of personal data can be refused for: RI603x.</summary>
public static class PersonalRefusals
{
    private const string Law = "个人信息保护法 第四十七条";

    /// <summary>There is nothing to erase. Values: about.</summary>
    public static RefusalDefinition NothingKept { get; } = new(
        "RI6030",
        "没有保存关于“{about}”的个人信息，或已删除。",
        "No personal data about \"{about}\" is kept, or not any more.",
        "请核对编号；早先直接写在条目里的文字不能单独删除。",
        "Check the id; texts that stand in entries themselves, from an earlier time, cannot be erased.",
        Law);

    /// <summary>Nobody said why. Values: most.</summary>
    public static RefusalDefinition NoBasis { get; } = new(
        "RI6031",
        "删除依据须为 1 至 {most} 个字符。",
        "Why it is erased must be said in 1 to {most} characters.",
        "写明依据的条款或申请，不写姓名：这句话会留在留痕里。",
        "Name the article or the request and no person: this sentence stays in the log.",
        Law);
}

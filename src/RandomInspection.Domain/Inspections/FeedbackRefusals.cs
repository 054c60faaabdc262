namespace RandomInspection.Inspections;

/// <summary>What ratings of visits refuse: RI9080 to RI9083.</summary>
public static class FeedbackRefusals
{
    private const string Visits = "国办发〔2024〕54号";

    /// <summary>The visit was rated before.</summary>
    public static RefusalDefinition RatedAlready { get; } = new(
        "RI9080", "检查 {visit} 已经评价过。", "The visit {visit} is rated already.", "每次检查评价一次，无需再次提交。", "A visit is rated once; nothing more is needed.", Visits);

    /// <summary>A rating is not one of those that there are.</summary>
    public static RefusalDefinition NoRating { get; } = new(
        "RI9081", "评分 {rating} 不是 1 至 5。", "The rating {rating} is not 1 to 5.", "请为每一项选择 1 至 5 分。", "Choose 1 to 5 for each question.", Visits);

    /// <summary>The text is too long.</summary>
    public static RefusalDefinition TooLong { get; } = new(
        "RI9082", "意见有 {length} 字，最多 {most} 字。", "The text has {length} characters; {most} are allowed.", "请缩短后再提交。", "Make it shorter.", Visits);

    /// <summary>It is too early.</summary>
    public static RefusalDefinition TooEarly { get; } = new(
        "RI9083",
        "检查 {visit} 尚不能评价。",
        "The visit {visit} cannot be rated yet.",
        "检查作出结论后即可评价；突击检查须待保密期满。",
        "It can be rated when it is concluded, a surprise inspection when its secret has ended.",
        Visits);
}

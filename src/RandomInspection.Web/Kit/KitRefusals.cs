namespace RandomInspection.Web.Kit;

internal static class KitRefusals
{
    public static readonly RefusalDefinition SizeTooLarge = new(
        "RI1212",
        "抽取数 {size} 大于可抽对象数 {drawable}。",
        "Size {size} is more than the {drawable} units that can be drawn.",
        "请减小抽取数，或放宽名录条件。",
        "Make the size smaller, or the criteria wider.",
        "random-inspection-draw/1 §2");
}

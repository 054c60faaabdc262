using RandomInspection.Drawing;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Words for what is drawn where it is not subjects.</summary>
internal static class ChoiceText
{
    public static string Name(ChoiceKind kind, Tongue tongue) => kind switch
    {
        ChoiceKind.Time => tongue.T("检查时间", "Time"),
        ChoiceKind.Content => tongue.T("检查内容", "Content"),
        ChoiceKind.Method => tongue.T("检查方式", "Method"),
        ChoiceKind.Area => tongue.T("检查区域", "Area"),
        ChoiceKind.Order => tongue.T("批次次序", "Order of batches"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a drawn choice binds.</summary>
    public static string Meaning(ChoiceKind kind, Tongue tongue) => kind switch
    {
        ChoiceKind.Time => tongue.T("检查只能安排在抽出的时间之内。", "Visits lie within the time that was drawn."),
        ChoiceKind.Content => tongue.T("每次检查只查抽出的事项。", "Each visit inspects the items that were drawn."),
        ChoiceKind.Method => tongue.T("检查采用抽出的方式。", "Visits are made in the way that was drawn."),
        ChoiceKind.Area => tongue.T("名单只从抽出的区域冻结、抽取。", "The list is drawn from the areas that were drawn."),
        ChoiceKind.Order => tongue.T("全部检查，按抽出的次序分批进行。", "All are inspected, batch by batch in the order drawn."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

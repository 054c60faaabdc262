using RandomInspection.Catalogue;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Catalogue;

/// <summary>Words for items and versions.</summary>
internal static class CatalogueText
{
    public static string Name(InspectionMethod method, Tongue tongue) => method switch
    {
        InspectionMethod.OnSite => tongue.T("现场检查", "On site"),
        InspectionMethod.Documents => tongue.T("书面检查", "Documents"),
        InspectionMethod.Sampling => tongue.T("抽样检测", "Sampling"),
        InspectionMethod.Online => tongue.T("网络监测", "Online"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public static string Kind(InspectionItem item, Tongue tongue) => item.IsKey ? tongue.T("重点", "Key") : tongue.T("一般", "General");

    public static string HowOften(InspectionItem item, Tongue tongue) =>
        item.TimesAYear == 1 ? tongue.T("每年一次", "once a year") : tongue.T($"每年 {item.TimesAYear} 次", $"{item.TimesAYear} times a year");

    public static StatusKind Kind(CatalogueStatus status) => status == CatalogueStatus.Draft ? StatusKind.Neutral : StatusKind.Waiting;

    /// <summary>What a revised item says otherwise: the field, before and after.</summary>
    public static IEnumerable<(string Field, string Before, string After)> Changes(InspectionItem before, InspectionItem after, Tongue tongue) =>
        new (string Field, string Before, string After)[]
        {
            (tongue.T("名称", "Title"), before.ChineseTitle, after.ChineseTitle),
            (tongue.T("英文名称", "English title"), before.EnglishTitle, after.EnglishTitle),
            (tongue.T("检查依据", "Legal basis"), before.LegalBasis, after.LegalBasis),
            (tongue.T("检查对象", "What is inspected"), before.ChineseObjectKind, after.ChineseObjectKind),
            (tongue.T("检查对象（英文）", "What is inspected, in English"), before.EnglishObjectKind, after.EnglishObjectKind),
            (tongue.T("类别", "Kind"), Kind(before, tongue), Kind(after, tongue)),
            (tongue.T("检查方式", "Method"), Name(before.Method, tongue), Name(after.Method, tongue)),
            (tongue.T("抽查比例", "Ratio"), $"{before.RatioPercent}%", $"{after.RatioPercent}%"),
            (tongue.T("频次", "Frequency"), HowOften(before, tongue), HowOften(after, tongue)),
            (tongue.T("人员资格", "Qualifications"), Joined(before, tongue), Joined(after, tongue)),
        }.Where(change => change.Before != change.After);

    private static string Joined(InspectionItem item, Tongue tongue) =>
        item.Qualifications.IsEmpty ? tongue.T("无", "none") : string.Join(tongue.T("、", ", "), item.Qualifications);
}

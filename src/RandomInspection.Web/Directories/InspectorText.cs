using RandomInspection.Directories;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>How what the inspector directory says is read, and what is asked of it.</summary>
internal static class InspectorText
{
    private const int LongestSearch = 100;

    public static string Kind(InspectorKind kind, Tongue tongue) => kind switch
    {
        InspectorKind.Officer => tongue.T("公务员执法人员", "Officer"),
        InspectorKind.CertifiedStaff => tongue.T("持证人员", "Certified staff"),
        InspectorKind.SupervisionStaff => tongue.T("日常监管人员", "Supervision staff"),
        InspectorKind.Expert => tongue.T("专家", "Expert"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Level(InspectorLevel level, Tongue tongue) =>
        level == InspectorLevel.City ? tongue.T("市级", "City") : tongue.T("区县级", "District");

    public static string Regions(Inspector inspector, Tongue tongue) => inspector.Regions.IsEmpty
        ? tongue.T("全市", "The whole city")
        : string.Join(tongue.T("、", ", "), inspector.Regions.OrderBy(SubjectText.RegionOrder).Select(region => SubjectText.Region(region, tongue.Language)));

    public static string Department(string id, IStaff staff, Tongue tongue) => staff.FindDepartment(id)?.Name(tongue.Language) ?? id;

    /// <summary>What is searched for, trimmed and cut.</summary>
    public static string Search(string? text)
    {
        string trimmed = (text ?? "").Trim();
        return trimmed.Length > LongestSearch ? trimmed[..LongestSearch] : trimmed;
    }

    /// <summary>The department that is chosen, or <see langword="null"/> for all.</summary>
    public static string? Department(string? chosen) => string.IsNullOrEmpty(chosen) ? null : chosen;

    /// <summary>Why somebody is listed and not matched, whatever the task, or <see langword="null"/> if that is not so.</summary>
    public static string? NotMatched(Inspector inspector, CertificateState state, Tongue tongue) => (inspector, state) switch
    {
        ({ Status: InspectorStatus.Left }, _) => tongue.T("已离岗，不参与匹配。", "Has left the post: not matched."),
        ({ Kind: InspectorKind.Expert }, _) => tongue.T("专家只在执法人员人数满足后参加，不计入执法人数。", "An expert only assists where the head count of officers is met, and never counts toward it."),
        (_, CertificateState.None) => tongue.T("没有执法证：列入名录，不参与匹配。", "No certificate: listed and not matched."),
        (_, CertificateState.Expired) => tongue.T("执法证已过期：列入名录，不参与匹配。", "The certificate has expired: listed and not matched."),
        _ => null,
    };
}

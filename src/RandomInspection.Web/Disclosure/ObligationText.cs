using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Disclosure;

/// <summary>Words for duties to publish.</summary>
internal static class ObligationText
{
    public static string Name(DisclosureOccasion occasion, Tongue tongue) => tongue.T(StateWords.Of(occasion));

    public static string Name(Urgency urgency, Tongue tongue) => urgency switch
    {
        Urgency.Met => tongue.T("已公示", "Published"),
        Urgency.InTime => tongue.T("期限内", "In time"),
        Urgency.DueSoon => tongue.T("即将到期", "Due soon"),
        Urgency.Overdue => tongue.T("已逾期", "Overdue"),
        Urgency.Exempt => tongue.T("依法不予公开", "Exempt"),
        Urgency.Lapsed => tongue.T("无须公示", "Nothing to publish"),
        Urgency.Unknown => tongue.T("期限未知", "Deadline not known yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
    };

    public static StatusKind Kind(Urgency urgency) => urgency switch
    {
        Urgency.Met or Urgency.InTime => StatusKind.Done,
        Urgency.DueSoon => StatusKind.Warning,
        Urgency.Exempt or Urgency.Lapsed => StatusKind.Neutral,
        _ => StatusKind.Refused,
    };

    public static string Certainty(Certainty? certainty, Tongue tongue) => certainty switch
    {
        RandomInspection.Calendars.Certainty.Confirmed => tongue.T("确定", "confirmed"),
        RandomInspection.Calendars.Certainty.TailOpen => tongue.T("年末可能调整", "late December may still change"),
        RandomInspection.Calendars.Certainty.Provisional => tongue.T("暂定", "provisional"),
        _ => tongue.T("保守日期，待载入通知后重算", "a conservative date until the notice is loaded"),
    };

    public static string Href(DisclosureOccasion occasion, string about) => occasion switch
    {
        DisclosureOccasion.PlanApproved or DisclosureOccasion.AdHocTaskApproved => $"/plans/{about}",
        DisclosureOccasion.ResultFormed or DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided => $"/visits/{about}",
        DisclosureOccasion.ListingDecided => $"/dishonesty/desk/{about}",
        DisclosureOccasion.DecisionWithdrawn when about.StartsWith('L') => $"/dishonesty/desk/{about}",
        DisclosureOccasion.CatalogueReported or DisclosureOccasion.LegalBasisChanged => $"/catalogue/{about}",
        _ => $"/draws/{about}",
    };

    /// <summary>Whether a duty is met by publishing a version of a catalogue, and not by itself.</summary>
    public static bool IsOfCatalogue(DisclosureOccasion occasion) =>
        occasion is DisclosureOccasion.CatalogueReported or DisclosureOccasion.LegalBasisChanged;

    /// <summary>The task of a visit that a duty is about, or <see langword="null"/>.</summary>
    public static string? TaskOf(DisclosureOccasion occasion, string about) =>
        occasion is DisclosureOccasion.ResultFormed or DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided
            && about.LastIndexOf("-V", StringComparison.Ordinal) is > 0 and int end
            ? about[..end]
            : null;
}

using RandomInspection.Calendars;

namespace RandomInspection.Inspections;

/// <summary>通知方式：when the inspected party is given the notice of inspection (行政检查通知书); data of the profile.</summary>
/// <param name="MayGoAhead">Whether it may be sent before the day of the visit; otherwise it is shown on arrival only. Never for surprise inspections.</param>
/// <param name="Source">What lays it down.</param>
public sealed record NoticeRule(bool MayGoAhead, LegalBasis Source)
{
    /// <summary>The notice is shown on arrival.</summary>
    public static NoticeRule OnArrival { get; } = new(false, new LegalBasis("国办发〔2024〕54号", null, "现场检查时出示行政检查通知书。The notice is shown on site."));
}

using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Plans;

/// <summary>Words for where a plan stands.</summary>
internal static class PlanText
{
    public static string Name(PlanStatus status, Tongue tongue) => tongue.T(StateWords.Of(status));

    public static string Name(EmbargoEnd cause, Tongue tongue) => cause switch
    {
        EmbargoEnd.VisitsEnded => tongue.T("最后一次检查已结束", "The last visit has ended"),
        EmbargoEnd.PeriodEnded => tongue.T("检查期已满", "The period is over"),
        EmbargoEnd.HeadDecided => tongue.T("经机关负责人决定解除", "Ended by the authority's head"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    public static string Name(PlanKind kind, Tongue tongue) => kind switch
    {
        PlanKind.Annual => tongue.T("年度计划", "Annual plan"),
        PlanKind.AdHoc => tongue.T("临时任务", "Ad-hoc task"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>An annual plan, an ad-hoc inspection, or a special check with its scale.</summary>
    public static string Name(PlanEvent.Drafted draft, Tongue tongue) => draft.Terms switch
    {
        { Kind: TaskKind.Special, Scale: TaskScale.Full } => tongue.T("专项检查（全覆盖）", "Special check of all"),
        { Kind: TaskKind.Special } => tongue.T("专项检查（一定比例）", "Special check of a share"),
        _ => Name(draft.Kind, tongue),
    };

    public static StatusKind Kind(PlanStatus status) => status switch
    {
        PlanStatus.Draft => StatusKind.Neutral,
        PlanStatus.Submitted => StatusKind.Waiting,
        PlanStatus.Approved => StatusKind.Done,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}

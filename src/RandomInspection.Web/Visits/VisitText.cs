using System.Collections.Immutable;
using RandomInspection.Inspections;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Visits;

/// <summary>Words for visits, their results and what follows from them.</summary>
internal static class VisitText
{
    /// <summary>The results that an item may have by itself, the commonest first; the others hold for the whole visit.</summary>
    public static readonly ImmutableArray<ItemResult> OfItems =
    [
        ItemResult.NoProblemFound, ItemResult.OrderedToCorrect, ItemResult.PendingHandling, ItemResult.DisclosureMissing,
        ItemResult.DisclosureFalse, ItemResult.NoActivityFound, ItemResult.Uncooperative,
    ];

    /// <summary>The results that stand for every item of a visit, the commonest first.</summary>
    public static readonly ImmutableArray<ItemResult> OfWholeVisit = [.. Enum.GetValues<ItemResult>().Where(result => result.IsOfWholeVisit())];

    public static string Name(VisitStatus status, Tongue tongue) => tongue.T(StateWords.Of(status));

    public static StatusKind Kind(VisitStatus status) => status switch
    {
        VisitStatus.Planned => StatusKind.Neutral,
        VisitStatus.Underway => StatusKind.Current,
        VisitStatus.Concluded => StatusKind.Waiting,
        VisitStatus.Audited => StatusKind.Done,
        VisitStatus.Closed => StatusKind.Neutral,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>In Chinese as the national standard says it.</summary>
    public static string Name(ItemResult result, Tongue tongue) => tongue.T(StateWords.Of(result));

    /// <summary>The words of the national publicity standard.</summary>
    public static string Standard(ItemResult result) => StateWords.Of(result).Chinese;

    public static StatusKind Kind(ItemResult result) =>
        result == ItemResult.NoProblemFound ? StatusKind.Done
        : result == ItemResult.Uncooperative ? StatusKind.Refused
        : result.IsProblem() ? StatusKind.Warning
        : StatusKind.Neutral;

    public static string Name(Conclusion conclusion, Tongue tongue) => tongue.T(StateWords.Of(conclusion));

    public static StatusKind Kind(Conclusion conclusion) => conclusion switch
    {
        Conclusion.NoProblemFound => StatusKind.Done,
        Conclusion.ProblemsFound => StatusKind.Warning,
        Conclusion.Uncooperative => StatusKind.Refused,
        _ => StatusKind.Neutral,
    };

    public static string Name(MeasureKind kind, Tongue tongue) => tongue.T(StateWords.Of(kind));

    public static string Name(ServiceMethod method, Tongue tongue) => method switch
    {
        ServiceMethod.InPerson => tongue.T("直接送达", "In person"),
        ServiceMethod.LeftBehind => tongue.T("留置送达", "Left behind"),
        ServiceMethod.ByPost => tongue.T("邮寄送达", "By post"),
        ServiceMethod.Electronic => tongue.T("电子送达", "Electronically"),
        ServiceMethod.ByAnnouncement => tongue.T("公告送达", "By announcement"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public static string Name(ObjectionDecision decision, Tongue tongue) => decision switch
    {
        ObjectionDecision.Upheld => tongue.T("采纳", "Upheld"),
        ObjectionDecision.Rejected => tongue.T("不予采纳", "Rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Name(RecheckOutcome outcome, Tongue tongue) => outcome switch
    {
        RecheckOutcome.Corrected => tongue.T("已整改", "Put right"),
        RecheckOutcome.NotCorrected => tongue.T("未整改到位", "Not put right yet"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Name(ServiceReceipt receipt, Tongue tongue) => receipt switch
    {
        ServiceReceipt.Signed => tongue.T("已签收", "Signed for"),
        ServiceReceipt.Refused => tongue.T("拒绝签收，已注明情况", "Refused, noted"),
        ServiceReceipt.NotNeeded => tongue.T("不需签收（邮寄、电子、公告）", "Not needed (post, electronic, announcement)"),
        _ => throw new ArgumentOutOfRangeException(nameof(receipt)),
    };

    /// <summary>An officer's name: the directory has it in Chinese, the staff perhaps in both languages.</summary>
    public static string Officer(string id, string? directoryName, IStaff staff, Tongue tongue)
    {
        Person? person = staff.FindPerson(id);
        return person is not null && (directoryName is null || (tongue.Language == Language.English && person.EnglishName != id))
            ? tongue.Name(person)
            : directoryName ?? id;
    }
}

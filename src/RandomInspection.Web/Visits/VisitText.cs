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
    public static string Name(ItemResult result, Tongue tongue) => tongue.T(Standard(result), result switch
    {
        ItemResult.NoProblemFound => "No problem found",
        ItemResult.DisclosureMissing => "Information that must be disclosed was not",
        ItemResult.DisclosureFalse => "Disclosed information conceals the truth or is false",
        ItemResult.CannotBeContacted => "Cannot be contacted at the registered address",
        ItemResult.OrderedToCorrect => "Problem found, ordered to correct",
        ItemResult.Uncooperative => "Seriously uncooperative",
        ItemResult.NoActivityFound => "No activity of this kind found",
        ItemResult.PendingHandling => "Problem found, handling to follow",
        ItemResult.Deregistered => "Deregistered",
        ItemResult.LicenceRevoked => "Licence revoked",
        ItemResult.RegistrationRevoked => "Registration revoked",
        ItemResult.MovedAway => "Moved away",
        ItemResult.OutOfBusiness => "Out of business",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    });

    /// <summary>The words of the national publicity standard.</summary>
    public static string Standard(ItemResult result) => result switch
    {
        ItemResult.NoProblemFound => "未发现问题",
        ItemResult.DisclosureMissing => "未按规定公示应当公示的信息",
        ItemResult.DisclosureFalse => "公示信息隐瞒真实情况、弄虚作假",
        ItemResult.CannotBeContacted => "通过登记的住所（经营场所）无法联系",
        ItemResult.OrderedToCorrect => "发现问题已责令改正",
        ItemResult.Uncooperative => "不配合检查情节严重",
        ItemResult.NoActivityFound => "未发现开展本次抽查涉及的经营活动",
        ItemResult.PendingHandling => "发现问题待后续处理",
        ItemResult.Deregistered => "注销",
        ItemResult.LicenceRevoked => "被吊销",
        ItemResult.RegistrationRevoked => "被撤销",
        ItemResult.MovedAway => "迁出",
        ItemResult.OutOfBusiness => "停业",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    public static StatusKind Kind(ItemResult result) =>
        result == ItemResult.NoProblemFound ? StatusKind.Done
        : result == ItemResult.Uncooperative ? StatusKind.Refused
        : result.IsProblem() ? StatusKind.Warning
        : StatusKind.Neutral;

    public static string Name(Conclusion conclusion, Tongue tongue) => conclusion switch
    {
        Conclusion.NoProblemFound => tongue.T("未发现问题", "No problem found"),
        Conclusion.ProblemsFound => tongue.T("发现问题", "Problems found"),
        Conclusion.Uncooperative => tongue.T("不配合检查情节严重", "Seriously uncooperative"),
        Conclusion.CannotBeContacted => tongue.T("无法联系", "Cannot be contacted"),
        Conclusion.NoActivityFound => tongue.T("未发现开展相关经营活动", "No such activity found"),
        Conclusion.SubjectEnded => tongue.T("主体已注销、吊销、撤销、迁出或停业", "The subject is no longer there"),
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion)),
    };

    public static StatusKind Kind(Conclusion conclusion) => conclusion switch
    {
        Conclusion.NoProblemFound => StatusKind.Done,
        Conclusion.ProblemsFound => StatusKind.Warning,
        Conclusion.Uncooperative => StatusKind.Refused,
        _ => StatusKind.Neutral,
    };

    public static string Name(MeasureKind kind, Tongue tongue) => kind switch
    {
        MeasureKind.Order => tongue.T("行政命令（责令改正等）", "Administrative order"),
        MeasureKind.Compulsion => tongue.T("行政强制", "Administrative compulsion"),
        MeasureKind.Penalty => tongue.T("行政处罚", "Administrative penalty"),
        MeasureKind.SeparateCase => tongue.T("另案查处", "Separate case"),
        MeasureKind.Transfer => tongue.T("移送其他部门", "Transfer to another department"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Name(ServiceMethod method, Tongue tongue) => method switch
    {
        ServiceMethod.InPerson => tongue.T("直接送达", "In person"),
        ServiceMethod.LeftBehind => tongue.T("留置送达", "Left behind"),
        ServiceMethod.ByPost => tongue.T("邮寄送达", "By post"),
        ServiceMethod.Electronic => tongue.T("电子送达", "Electronically"),
        ServiceMethod.ByAnnouncement => tongue.T("公告送达", "By announcement"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
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

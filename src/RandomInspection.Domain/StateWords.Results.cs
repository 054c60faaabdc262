using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;

namespace RandomInspection;

/// <content>What is found, decided and published.</content>
public static partial class StateWords
{
    /// <summary>An item's result, in Chinese as the national publicity standard says it.</summary>
    /// <param name="result">The value.</param>
    public static (string Chinese, string English) Of(ItemResult result) => result switch
    {
        ItemResult.NoProblemFound => ("未发现问题", "No problem found"),
        ItemResult.DisclosureMissing => ("未按规定公示应当公示的信息", "Information that must be disclosed was not"),
        ItemResult.DisclosureFalse => ("公示信息隐瞒真实情况、弄虚作假", "Disclosed information conceals the truth or is false"),
        ItemResult.CannotBeContacted => ("通过登记的住所（经营场所）无法联系", "Cannot be contacted at the registered address"),
        ItemResult.OrderedToCorrect => ("发现问题已责令改正", "Problem found, ordered to correct"),
        ItemResult.Uncooperative => ("不配合检查情节严重", "Seriously uncooperative"),
        ItemResult.NoActivityFound => ("未发现开展本次抽查涉及的经营活动", "No activity of this kind found"),
        ItemResult.PendingHandling => ("发现问题待后续处理", "Problem found, handling to follow"),
        ItemResult.Deregistered => ("注销", "Deregistered"),
        ItemResult.LicenceRevoked => ("被吊销", "Licence revoked"),
        ItemResult.RegistrationRevoked => ("被撤销", "Registration revoked"),
        ItemResult.MovedAway => ("迁出", "Moved away"),
        ItemResult.OutOfBusiness => ("停业", "Out of business"),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>A conclusion.</summary>
    /// <param name="conclusion">The value.</param>
    public static (string Chinese, string English) Of(Conclusion conclusion) => conclusion switch
    {
        Conclusion.NoProblemFound => ("未发现问题", "No problem found"),
        Conclusion.ProblemsFound => ("发现问题", "Problems found"),
        Conclusion.Uncooperative => ("不配合检查情节严重", "Seriously uncooperative"),
        Conclusion.CannotBeContacted => ("无法联系", "Cannot be contacted"),
        Conclusion.NoActivityFound => ("未发现开展相关经营活动", "No such activity found"),
        Conclusion.SubjectEnded => ("主体已注销、吊销、撤销、迁出或停业", "The subject is no longer there"),
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion)),
    };

    /// <summary>The special case of a direct assignment.</summary>
    /// <param name="special">The value.</param>
    public static (string Chinese, string English) Of(AssignmentCase special) => special switch
    {
        AssignmentCase.NobodyMatched => ("匹配无人可派", "The match found nobody"),
        AssignmentCase.SpecialExpertise => ("专业能力特殊", "Special expertise"),
        AssignmentCase.Emergency => ("突发紧急", "Emergency"),
        _ => throw new ArgumentOutOfRangeException(nameof(special)),
    };

    /// <summary>A kind of measure.</summary>
    /// <param name="kind">The value.</param>
    public static (string Chinese, string English) Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Order => ("行政命令（责令改正等）", "Administrative order"),
        MeasureKind.Compulsion => ("行政强制", "Administrative compulsion"),
        MeasureKind.Penalty => ("行政处罚", "Administrative penalty"),
        MeasureKind.SeparateCase => ("另案查处", "Separate case"),
        MeasureKind.Transfer => ("移送其他部门", "Transfer to another department"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What raises a duty to publish.</summary>
    /// <param name="occasion">The value.</param>
    public static (string Chinese, string English) Of(DisclosureOccasion occasion) => occasion switch
    {
        DisclosureOccasion.PlanApproved => ("年度计划", "Annual plan"),
        DisclosureOccasion.ListDrawn => ("抽中名单", "Drawn list"),
        DisclosureOccasion.ResultFormed => ("检查结果", "Result"),
        DisclosureOccasion.MeasureDecided => ("处理措施", "Measure"),
        DisclosureOccasion.PenaltyDecided => ("行政处罚", "Penalty"),
        DisclosureOccasion.TaskApproved => ("任务", "Task"),
        DisclosureOccasion.AdHocTaskApproved => ("临时任务", "Ad-hoc task"),
        DisclosureOccasion.ListingDecided => ("列入失信名单", "Entry on the dishonesty list"),
        DisclosureOccasion.CatalogueReported => ("抽查事项清单", "Item catalogue"),
        DisclosureOccasion.LegalBasisChanged => ("依据变化后的清单新版本", "New version after a change of the law"),
        DisclosureOccasion.DecisionWithdrawn => ("撤下", "Take-down"),
        _ => throw new ArgumentOutOfRangeException(nameof(occasion)),
    };

    /// <summary>Why something is not published.</summary>
    /// <param name="ground">The value.</param>
    public static (string Chinese, string English) Of(ExemptionGround ground) => ground switch
    {
        ExemptionGround.StateSecret => ("涉及国家秘密", "State secret"),
        ExemptionGround.BusinessSecret => ("涉及商业秘密", "Business secret"),
        ExemptionGround.Privacy => ("涉及个人隐私", "Privacy"),
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>Why something is taken down.</summary>
    /// <param name="ground">The value.</param>
    public static (string Chinese, string English) Of(WithdrawalGround ground) => ground switch
    {
        WithdrawalGround.Changed => ("决定依法变更", "The decision was changed"),
        WithdrawalGround.Revoked => ("决定依法撤销", "The decision was revoked"),
        WithdrawalGround.FoundUnlawful => ("决定被确认违法", "The decision was found unlawful"),
        WithdrawalGround.FoundVoid => ("决定被确认无效", "The decision was found void"),
        WithdrawalGround.PublishedInError => ("公示有误", "Published in error"),
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };
}

namespace RandomInspection.Inspections;

/// <summary>检查结果：what an item's inspection found, in the standard vocabulary.</summary>
/// <remarks>Each item has one result. Source: 国家市场监督管理总局 publicity standard of random inspections; 沈政办发〔2020〕19号 三(七).</remarks>
public enum ItemResult
{
    /// <summary>未发现问题。</summary>
    NoProblemFound = 0,

    /// <summary>未按规定公示应当公示的信息。</summary>
    DisclosureMissing = 1,

    /// <summary>公示信息隐瞒真实情况、弄虚作假。</summary>
    DisclosureFalse = 2,

    /// <summary>通过登记的住所（经营场所）无法联系。A result, published and referred; not a vacancy.</summary>
    CannotBeContacted = 3,

    /// <summary>发现问题已责令改正。</summary>
    OrderedToCorrect = 4,

    /// <summary>不配合检查情节严重。</summary>
    Uncooperative = 5,

    /// <summary>未发现开展本次抽查涉及的经营活动。</summary>
    NoActivityFound = 6,

    /// <summary>发现问题待后续处理。</summary>
    PendingHandling = 7,

    /// <summary>注销。</summary>
    Deregistered = 8,

    /// <summary>被吊销。</summary>
    LicenceRevoked = 9,

    /// <summary>被撤销。</summary>
    RegistrationRevoked = 10,

    /// <summary>迁出。</summary>
    MovedAway = 11,

    /// <summary>停业。</summary>
    OutOfBusiness = 12,
}

/// <summary>What the results mean.</summary>
public static class ItemResults
{
    /// <summary>Whether something was found that must be said in words.</summary>
    /// <param name="result">The result.</param>
    public static bool IsProblem(this ItemResult result) => result is ItemResult.DisclosureMissing or ItemResult.DisclosureFalse
        or ItemResult.OrderedToCorrect or ItemResult.PendingHandling or ItemResult.Uncooperative;

    /// <summary>Whether it says that the subject is no longer there: such a result holds for every item of the visit.</summary>
    /// <param name="result">The result.</param>
    public static bool IsOfWholeVisit(this ItemResult result) => result is ItemResult.CannotBeContacted || result.IsEnded();

    /// <summary>Whether the register or the business has ended.</summary>
    /// <param name="result">The result.</param>
    public static bool IsEnded(this ItemResult result) => result is ItemResult.Deregistered or ItemResult.LicenceRevoked
        or ItemResult.RegistrationRevoked or ItemResult.MovedAway or ItemResult.OutOfBusiness;
}

namespace RandomInspection.Disclosure;

/// <summary>撤回的原因：why something that was published is taken down.</summary>
/// <remarks>Source: 行政处罚法 48; 市场监督管理行政处罚信息公示规定（总局令第45号）.</remarks>
public enum WithdrawalGround
{
    /// <summary>依法变更：the decision was changed.</summary>
    Changed = 0,

    /// <summary>依法撤销：the decision was revoked.</summary>
    Revoked = 1,

    /// <summary>确认违法：the decision was found unlawful.</summary>
    FoundUnlawful = 2,

    /// <summary>确认无效：the decision was found void.</summary>
    FoundVoid = 3,

    /// <summary>公示错误：it should not have been published, or not so.</summary>
    PublishedInError = 4,
}

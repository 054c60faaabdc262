namespace RandomInspection.Calendars;

/// <summary>What raises a duty to publish, or to take down (公示义务的起因).</summary>
public enum DisclosureOccasion
{
    /// <summary>An annual plan was approved (计划批准).</summary>
    PlanApproved = 0,

    /// <summary>A task of the plan was approved (任务批准).</summary>
    TaskApproved = 1,

    /// <summary>An ad-hoc task was approved (临时任务批准).</summary>
    AdHocTaskApproved = 2,

    /// <summary>A list of subjects was drawn (检查对象名单抽取完成).</summary>
    ListDrawn = 3,

    /// <summary>A result was formed (检查结果形成).</summary>
    ResultFormed = 4,

    /// <summary>An order or compulsion was decided (行政命令、行政强制决定).</summary>
    MeasureDecided = 5,

    /// <summary>A penalty was decided (行政处罚决定).</summary>
    PenaltyDecided = 6,

    /// <summary>A published decision was changed, revoked or found unlawful or void, and must be taken down (撤回).</summary>
    DecisionWithdrawn = 7,

    /// <summary>A subject was entered on a dishonesty list (列入违法失信名单决定).</summary>
    ListingDecided = 8,

    /// <summary>The coordinating group received a version of an item catalogue (随机抽查事项清单报送).</summary>
    CatalogueReported = 9,

    /// <summary>The law changed on which items rest: a new version of the catalogue is due (事项依据变化).</summary>
    LegalBasisChanged = 10,
}

namespace RandomInspection.Disclosure;

/// <summary>Where a duty to publish stands.</summary>
public enum ObligationStatus
{
    /// <summary>待公示：it is open.</summary>
    Open = 0,

    /// <summary>申请不予公开：somebody proposed to exempt it; it stays open until that is decided.</summary>
    ExemptionProposed = 1,

    /// <summary>依法不予公开：it is exempt.</summary>
    Exempt = 2,

    /// <summary>已公示：it is met.</summary>
    Published = 3,

    /// <summary>待撤回：what was published has to be taken down.</summary>
    WithdrawalOrdered = 4,

    /// <summary>已撤回：it was taken down; a tombstone says why.</summary>
    Withdrawn = 5,

    /// <summary>无须公示：what it was about was ended before it was published.</summary>
    Lapsed = 6,
}

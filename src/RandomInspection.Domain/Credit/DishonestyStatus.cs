namespace RandomInspection.Credit;

/// <summary>Where an entry of a dishonesty list stands.</summary>
public enum DishonestyStatus
{
    /// <summary>拟列入。</summary>
    Proposed = 0,

    /// <summary>已告知，听取陈述申辩。</summary>
    Told = 1,

    /// <summary>已听取陈述申辩，或已放弃。</summary>
    Heard = 2,

    /// <summary>已列入。</summary>
    Listed = 3,

    /// <summary>不予列入。</summary>
    NotListed = 4,

    /// <summary>已移出：by time or by repair.</summary>
    Removed = 5,

    /// <summary>已撤销：it should not have stood.</summary>
    Withdrawn = 6,
}

using NodaTime;

namespace RandomInspection.Planning;

/// <summary>What happens to the secret of a surprise inspection (突击检查), as it stands in the sealed ledger (stream <c>embargo/…</c>).</summary>
public abstract record EmbargoEvent
{
    private EmbargoEvent()
    {
    }

    /// <summary>A surprise inspection was begun: from now on nothing of it is public.</summary>
    /// <param name="PlanId">Its plan.</param>
    /// <param name="DepartmentId">Whose plan it is.</param>
    /// <param name="At">When.</param>
    public sealed record Begun(string PlanId, string DepartmentId, Instant At) : EmbargoEvent;

    /// <summary>The secret ended: what is due may be published.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="Reason">The approver's reason; <see langword="null"/> where the rule ended it.</param>
    /// <param name="By">Who; <c>system</c> where the rule ended it.</param>
    /// <param name="At">When.</param>
    public sealed record Ended(EmbargoEnd Cause, string? Reason, string By, Instant At) : EmbargoEvent;
}

/// <summary>Why a secret ended.</summary>
public enum EmbargoEnd
{
    /// <summary>最后一次检查已结束。</summary>
    VisitsEnded = 0,

    /// <summary>检查期已满。</summary>
    PeriodEnded = 1,

    /// <summary>经机关负责人决定提前解除。</summary>
    HeadDecided = 2,
}

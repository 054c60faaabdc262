namespace RandomInspection.Inspections;

/// <summary>What happens to a request for recusal, as it stands in the ledger (stream <c>recusal/…</c>).</summary>
public abstract record RecusalEvent
{
    private RecusalEvent()
    {
    }

    /// <summary>Recusal was requested.</summary>
    /// <param name="Recusal">Its id, for example <c>R2026-0001</c>.</param>
    /// <param name="Inspector">The officer.</param>
    /// <param name="SubjectCode">The subject.</param>
    /// <param name="DepartmentId">The officer's department.</param>
    /// <param name="Side">Who asks.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record Requested(
        string Recusal, string Inspector, string SubjectCode, string DepartmentId, RecusalSide Side, string Reason, string By) : RecusalEvent;

    /// <summary>The head of the authority decided.</summary>
    /// <param name="Decision">What.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record Decided(RecusalDecision Decision, string Reason, string By) : RecusalEvent;
}

/// <summary>Who asks for recusal.</summary>
public enum RecusalSide
{
    /// <summary>检查人员自行申请。</summary>
    Officer = 0,

    /// <summary>当事人申请。</summary>
    Party = 1,
}

/// <summary>What was decided on a recusal.</summary>
public enum RecusalDecision
{
    /// <summary>准予回避：the officer is excluded from the subject.</summary>
    Upheld = 0,

    /// <summary>不予回避。</summary>
    Rejected = 1,
}

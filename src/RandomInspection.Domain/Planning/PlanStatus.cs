namespace RandomInspection.Planning;

/// <summary>Where an annual plan stands.</summary>
public enum PlanStatus
{
    /// <summary>Being drafted, or sent back to be revised.</summary>
    Draft = 0,

    /// <summary>Submitted to the government of the same level.</summary>
    Submitted = 1,

    /// <summary>Approved; no longer edited.</summary>
    Approved = 2,
}

namespace RandomInspection.Web.Shared;

/// <summary>What kind of state something is in.</summary>
public enum StatusKind
{
    /// <summary>A draft, a remark: nothing is waited for.</summary>
    Neutral = 0,

    /// <summary>Waits for somebody.</summary>
    Waiting = 1,

    /// <summary>Going on now.</summary>
    Current = 2,

    /// <summary>Done, approved, verified.</summary>
    Done = 3,

    /// <summary>Due soon, or to be looked at.</summary>
    Warning = 4,

    /// <summary>Refused, overdue, void.</summary>
    Refused = 5,
}

namespace RandomInspection.Supervision;

/// <summary>What the log says of a clause.</summary>
public enum ComplianceStatus
{
    /// <summary>尚无记录：nothing has happened yet by which it could be judged.</summary>
    NothingYet = 0,

    /// <summary>落实：everything that happened keeps it.</summary>
    Held = 1,

    /// <summary>未落实：something does not keep it.</summary>
    NotHeld = 2,
}

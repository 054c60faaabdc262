namespace RandomInspection.Inspections;

/// <summary>Where a visit stands.</summary>
public enum VisitStatus
{
    /// <summary>待检查：the team is matched.</summary>
    Planned = 0,

    /// <summary>检查中：the team is on site, results come in.</summary>
    Underway = 1,

    /// <summary>待审核：every item has its result and the conclusion stands.</summary>
    Concluded = 2,

    /// <summary>已审核：a second person has looked at it; it can be published.</summary>
    Audited = 3,

    /// <summary>已更换：the subject was replaced on the drawn list before anything about it was found; another visit takes this one's place.</summary>
    Closed = 4,
}

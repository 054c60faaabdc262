namespace RandomInspection.Planning;

/// <summary>How far a task is on its way to draw and match.</summary>
public enum TaskStage
{
    /// <summary>Criteria and design may change.</summary>
    Open = 0,

    /// <summary>The frame is frozen for a draw.</summary>
    Frozen = 1,

    /// <summary>Drawn: there is a list.</summary>
    Drawn = 2,

    /// <summary>The problem of its match is frozen, or it is matched.</summary>
    MatchFrozen = 3,
}

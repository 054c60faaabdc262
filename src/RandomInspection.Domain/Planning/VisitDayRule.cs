namespace RandomInspection.Planning;

/// <summary>检查日：who says on which day of a task's period a subject is visited.</summary>
public enum VisitDayRule
{
    /// <summary>检查组在任务期内安排。</summary>
    ByTheTeam = 0,

    /// <summary>随机抽定：drawn from the match's seed among the working days of the period.</summary>
    Drawn = 1,
}

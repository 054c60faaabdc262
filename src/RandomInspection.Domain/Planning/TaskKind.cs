namespace RandomInspection.Planning;

/// <summary>What kind of task stands outside the annual plan.</summary>
public enum TaskKind
{
    /// <summary>临时任务：an ad-hoc inspection.</summary>
    AdHoc = 0,

    /// <summary>专项检查：a special check of one kind of subjects or one field.</summary>
    Special = 1,
}

namespace RandomInspection.WholeYear;

/// <summary>What kind of task the simulation carries through.</summary>
internal enum YearTaskKind
{
    /// <summary>Of the annual plan.</summary>
    Planned = 0,

    /// <summary>临时任务：approved by itself during the year.</summary>
    AdHoc = 1,

    /// <summary>突击检查：ad hoc, and secret until it has ended.</summary>
    Surprise = 2,
}

namespace RandomInspection.Planning;

/// <summary>What is approved by itself.</summary>
public enum PlanKind
{
    /// <summary>年度抽查计划：a year's tasks.</summary>
    Annual = 0,

    /// <summary>临时任务：one task outside the plan, on a ground of its own; published together with its list.</summary>
    AdHoc = 1,
}

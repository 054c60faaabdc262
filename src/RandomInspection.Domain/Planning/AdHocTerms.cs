using System.Text.Json.Serialization;

namespace RandomInspection.Planning;

/// <summary>What a task outside the plan is, on which named ground, and on what scale.</summary>
/// <param name="Kind">An ad-hoc inspection, or a special check.</param>
/// <param name="Ground">Why.</param>
/// <param name="Scale">A share, or all; all only in a special check.</param>
/// <param name="Superior">The superior's task that is taken over, with the ground <see cref="TaskGround.SuperiorTask"/> and only with it.</param>
/// <param name="Named">How many subjects are named at most instead of being drawn, on one of the notice's exceptions and only there; <see langword="null"/> if they are drawn.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 一, 三(五).</remarks>
public sealed record AdHocTerms(
    TaskKind Kind,
    TaskGround Ground,
    TaskScale Scale = TaskScale.Proportional,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SuperiorTask? Superior = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Named = null);

/// <summary>上级部门的计划任务：a superior's planned task.</summary>
/// <param name="Authority">The superior authority.</param>
/// <param name="Task">The task's number or title there.</param>
/// <param name="Document">The document that hands it down (文号); <see langword="null"/> if there is none.</param>
public sealed record SuperiorTask(
    string Authority, string Task, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Document = null);

using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Inspections;

/// <summary>What a planner lays down for the match of a task.</summary>
/// <param name="From">First day on which visits may take place, within the task's period.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Officers">Officers of the department in each visit, 2 to 9 (行政处罚法 42: two at least).</param>
/// <param name="Qualifications">What each officer must hold; may be empty.</param>
/// <param name="Regions">Whether officers must cover the subject's region.</param>
/// <param name="LoadPolicy">What the match does about the load.</param>
/// <param name="Prior">Whether visits carried before count in the load.</param>
/// <param name="Capacity">Visits at most for every officer; <see langword="null"/> for what the directory says of each.</param>
/// <param name="CleanVisitReason">Why officers stay eligible after their clean visits to a subject; <see langword="null"/> if they rotate.</param>
/// <param name="MixFactor">The mixing factor, 0 to 1000; 0 leaves the result unmixed, and says so.</param>
/// <param name="OfficersFrom">Whether officers of subordinate departments take part.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record MatchRequest(
    LocalDate From,
    LocalDate To,
    int Officers,
    ImmutableArray<string> Qualifications,
    RegionRule Regions,
    LoadPolicy LoadPolicy,
    PriorLoad Prior,
    int? Capacity = null,
    string? CleanVisitReason = null,
    int MixFactor = IInspectorMatcher.DefaultMixFactor,
    OfficerSource OfficersFrom = OfficerSource.OwnDepartment)
{
    /// <summary>Fewest officers of a department in a visit: two.</summary>
    public const int LeastOfficers = 2;

    /// <summary>Most officers of a department in a visit.</summary>
    public const int MostOfficers = 9;

    /// <summary>What a task needs as a rule: two officers of the subject's region, as even as possible, visits of the past aside.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included.</param>
    public static MatchRequest Usual(LocalDate from, LocalDate to) =>
        new(from, to, LeastOfficers, [], RegionRule.SubjectsRegion, LoadPolicy.Balanced, PriorLoad.Ignored);
}

/// <summary>Whose officers take part. Source: 沈政办发〔2020〕19号 三(六): 本级或下级执法人员.</summary>
public enum OfficerSource
{
    /// <summary>本级。</summary>
    OwnDepartment = 0,

    /// <summary>本级及下级：those of every department below act for the one that inspects.</summary>
    WithSubordinates = 1,
}

/// <summary>Whether officers must cover the subject's region.</summary>
public enum RegionRule
{
    /// <summary>本区域人员（含负责全市的人员）。</summary>
    SubjectsRegion = 0,

    /// <summary>不限区域。</summary>
    Anywhere = 1,
}

/// <summary>Whether visits carried before count in the load.</summary>
public enum PriorLoad
{
    /// <summary>不计：officers with little behind them stay as unpredictable as others.</summary>
    Ignored = 0,

    /// <summary>计入本年已承担的检查。</summary>
    ThisYear = 1,
}

using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>异议、申辩：what the inspected party says against the result, and how it was decided.</summary>
/// <param name="Text">What it says.</param>
/// <param name="On">When it was made.</param>
/// <param name="Decision">How it was decided; <see langword="null"/> while it is open.</param>
/// <param name="Reason">Why; <see langword="null"/> while it is open.</param>
/// <remarks>Source: 行政处罚法 45; 沈政办发〔2020〕19号 三(七).</remarks>
public sealed record Objection(string Text, LocalDate On, ObjectionDecision? Decision, string? Reason);

/// <summary>How an objection was decided.</summary>
public enum ObjectionDecision
{
    /// <summary>采纳：the team corrects the result.</summary>
    Upheld = 0,

    /// <summary>不予采纳。</summary>
    Rejected = 1,
}

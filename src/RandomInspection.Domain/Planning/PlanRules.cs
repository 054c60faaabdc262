using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Planning;

/// <summary>By when plans are due, and how many tasks may stand beside them: data of a regulation profile.</summary>
/// <param name="Due">The day of each year by which its plan is approved.</param>
/// <param name="DueBasis">The clause that says so.</param>
/// <param name="MostAdHoc">Most ad-hoc tasks of a department in a year, a superior's tasks aside; 0 or more.</param>
/// <param name="MostAdHocPercent">Their largest share in all its tasks of the year, 0 to 100 percent.</param>
/// <param name="ShareFrom">The ad-hoc task of the year from which on the share is judged: the first few say nothing; 1 or more.</param>
/// <param name="LimitBasis">The clause that asks for limits.</param>
public sealed record PlanRules(AnnualDate Due, LegalBasis DueBasis, int MostAdHoc, int MostAdHocPercent, int ShareFrom, LegalBasis LimitBasis)
{
    /// <summary>Most subjects that one ad-hoc task may name instead of drawing them; 1 or more.</summary>
    public int MostNamed { get; init; } = 20;

    /// <summary>Shenyang: plans by 31 March; the number and scale of ad-hoc tasks are strictly controlled.</summary>
    /// <remarks>The notice names no number: 12 tasks, a third from the fifth on, and 20 named subjects in a task are this profile's own.</remarks>
    public static PlanRules Shenyang { get; } = new(
        new AnnualDate(3, 31),
        new LegalBasis("沈政办发〔2020〕19号", "三(五)"),
        12,
        33,
        5,
        new LegalBasis("沈政办发〔2020〕19号", "三(五)", "“严格控制临时任务数量和规模”：数额由本规则集设定。The notice names no number; these are the profile's."));

    /// <summary>Whether ad-hoc tasks are too large a share of a department's tasks of a year.</summary>
    /// <param name="adHoc">How many there are, a superior's aside.</param>
    /// <param name="planned">How many planned tasks there are.</param>
    public bool IsShareTooLarge(int adHoc, int planned) => adHoc >= ShareFrom && adHoc * 100L > MostAdHocPercent * ((long)planned + adHoc);

    /// <summary>The last day for a year's plan.</summary>
    /// <param name="year">The year.</param>
    public LocalDate DueOn(int year) => Due.InYear(year);
}

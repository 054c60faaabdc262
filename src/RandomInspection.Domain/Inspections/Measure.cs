using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>处理措施：what the department decided on what it found.</summary>
/// <param name="Number">Its number within the visit, from 1.</param>
/// <param name="Kind">Of what kind.</param>
/// <param name="Text">What was decided, 1 to 500 characters.</param>
/// <param name="LegalBasis">The article, 1 to 200 characters.</param>
/// <param name="DecidedOn">The day of the decision, which is not counted for the deadline.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(七), 三(八).</remarks>
public sealed record Measure(int Number, MeasureKind Kind, string Text, string LegalBasis, LocalDate DecidedOn);

/// <summary>Kinds of measures.</summary>
public enum MeasureKind
{
    /// <summary>行政命令（责令改正等）。</summary>
    Order = 0,

    /// <summary>行政强制。</summary>
    Compulsion = 1,

    /// <summary>行政处罚。</summary>
    Penalty = 2,

    /// <summary>另案查处。</summary>
    SeparateCase = 3,

    /// <summary>移送其他部门。</summary>
    Transfer = 4,
}

namespace RandomInspection.Directories;

/// <summary>行为载体：what a unit of the directory is that is no subject itself but belongs to one, and is drawn and inspected by itself.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(三): 产品、项目、场所、点位等行为载体名录，实现与监管对象的关联.</remarks>
public sealed record Carrier
{
    /// <summary>A carrier.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="subjectCode">The code of the subject that answers for it, by the rule of <see cref="Subject.Code"/>.</param>
    /// <exception cref="InputRefusedException">The code is none (RI5107).</exception>
    public Carrier(CarrierKind kind, string subjectCode)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(Enum.IsDefined(kind), false, nameof(kind));
        Kind = kind;
        SubjectCode = Subject.IsCode(subjectCode) ? subjectCode : throw SubjectRefusals.CodeNotDrawable.Refuse(("value", ShownText.Of(subjectCode ?? "")));
    }

    /// <summary>What it is.</summary>
    public CarrierKind Kind { get; }

    /// <summary>The code of the subject that answers for it.</summary>
    public string SubjectCode { get; }
}

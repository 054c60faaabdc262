using System.Collections.Immutable;

namespace RandomInspection.Disclosure;

/// <summary>公开范围：which fields of a publication anybody may read. What is not named is withheld.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Each field that may leave the house, and how.</param>
/// <remarks>
/// Channels, public pages, open lists and exports all ask it. Source: 沈政办发〔2020〕19号 三(八); 政府信息公开条例 15; 个人信息保护法 6, 27;
/// officers on duty: 国办发〔2018〕118号 (行政执法公示).
/// </remarks>
public sealed record RedactionPolicy(string Name, ImmutableDictionary<string, FieldTreatment> Fields)
{
    /// <summary>What Shenyang publishes of plans, lists, results and measures.</summary>
    public static RedactionPolicy Shenyang { get; } = new("shenyang-2020", new Dictionary<string, FieldTreatment>(StringComparer.Ordinal)
    {
        ["id"] = FieldTreatment.Public,
        ["occasion"] = FieldTreatment.Public,
        ["department"] = FieldTreatment.Public,
        ["plan.title"] = FieldTreatment.Public,
        ["plan.year"] = FieldTreatment.Public,
        ["plan.ground"] = FieldTreatment.Public,
        ["named"] = FieldTreatment.Public,
        ["choice.kind"] = FieldTreatment.Public,
        ["choice.draw"] = FieldTreatment.Public,
        ["choice.drawn"] = FieldTreatment.Public,
        ["task.id"] = FieldTreatment.Public,
        ["task.title"] = FieldTreatment.Public,
        ["task.items"] = FieldTreatment.Public,
        ["task.from"] = FieldTreatment.Public,
        ["task.to"] = FieldTreatment.Public,
        ["draw"] = FieldTreatment.Public,
        ["subject.code"] = FieldTreatment.Public,
        ["subject.name"] = FieldTreatment.MaskPerson,
        ["inspected"] = FieldTreatment.Public,
        ["team.assigned"] = FieldTreatment.Public,
        ["officer.name"] = FieldTreatment.Public,
        ["officer.certificate"] = FieldTreatment.Public,
        ["conclusion"] = FieldTreatment.Public,
        ["item.code"] = FieldTreatment.Public,
        ["item.name"] = FieldTreatment.Public,
        ["item.result"] = FieldTreatment.Public,
        ["item.note"] = FieldTreatment.MaskText,
        ["measure.kind"] = FieldTreatment.Public,
        ["measure.text"] = FieldTreatment.MaskText,
        ["measure.basis"] = FieldTreatment.Public,
        ["measure.decided"] = FieldTreatment.Public,
        ["listing.facts"] = FieldTreatment.MaskText,
        ["listing.grounds"] = FieldTreatment.Public,
        ["listing.document"] = FieldTreatment.Public,
        ["listing.reason"] = FieldTreatment.MaskText,
        ["correction.reason"] = FieldTreatment.MaskText,
        ["withdrawal.ground"] = FieldTreatment.Public,
        ["withdrawal.reason"] = FieldTreatment.MaskText,
        ["withdrawal.at"] = FieldTreatment.Public,
    }.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>A value as everybody may read it; <see langword="null"/> if it is withheld.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public string? Apply(string field, string value) => Fields.TryGetValue(field, out FieldTreatment treatment)
        ? treatment switch
        {
            FieldTreatment.Public => value,
            FieldTreatment.MaskPerson => PersonMask.Name(value),
            FieldTreatment.MaskText => PersonMask.Text(value),
            _ => null,
        }
        : null;
}

/// <summary>How a field is published.</summary>
public enum FieldTreatment
{
    /// <summary>不公开。</summary>
    Withheld = 0,

    /// <summary>照录：as it is.</summary>
    Public = 1,

    /// <summary>自然人姓名遮盖：a natural person's name keeps its first character, any other name stays.</summary>
    MaskPerson = 2,

    /// <summary>文中证件号码、电话号码遮盖：a text without identity and telephone numbers.</summary>
    MaskText = 3,
}

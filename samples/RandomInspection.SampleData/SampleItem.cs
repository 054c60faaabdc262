using System.Collections.Immutable;

namespace RandomInspection.SampleData;

/// <summary>An inspection item (随机抽查事项) of a department's list.</summary>
/// <param name="Code">Its code, for example <c>SCJG-01</c>.</param>
/// <param name="DepartmentId">The department that inspects.</param>
/// <param name="ChineseTitle">The title in Chinese.</param>
/// <param name="EnglishTitle">The title in English.</param>
/// <param name="LegalBasis">The law and the article on which the inspection rests, in Chinese.</param>
/// <param name="ChineseObjectKind">What is inspected, in Chinese.</param>
/// <param name="EnglishObjectKind">What is inspected, in English.</param>
/// <param name="Trades">The sections of GB/T 4754 in which such subjects mostly are.</param>
/// <param name="Method">How it is inspected.</param>
/// <param name="Kind">General or key.</param>
/// <param name="RatioPercent">The share of subjects to be drawn in a year, 1 to 100 percent.</param>
/// <remarks>Equality compares <see cref="Trades"/> by reference.</remarks>
public sealed record SampleItem(
    string Code,
    string DepartmentId,
    string ChineseTitle,
    string EnglishTitle,
    string LegalBasis,
    string ChineseObjectKind,
    string EnglishObjectKind,
    ImmutableArray<string> Trades,
    SampleMethod Method,
    SampleItemKind Kind,
    int RatioPercent);

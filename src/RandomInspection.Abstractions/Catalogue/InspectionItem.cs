using System.Collections.Immutable;

namespace RandomInspection.Catalogue;

/// <summary>随机抽查事项：what may be inspected, by whom and on what legal basis.</summary>
/// <param name="Code">Its code in the catalogue.</param>
/// <param name="DepartmentId">The department that inspects it.</param>
/// <param name="ChineseTitle">Its title in Chinese.</param>
/// <param name="EnglishTitle">Its title in English.</param>
/// <param name="LegalBasis">The article that it rests on.</param>
/// <param name="IsKey">重点 rather than 一般: no ceiling on its ratio.</param>
/// <param name="RatioPercent">Share of the subjects to be drawn in a year, 1 to 100 percent.</param>
/// <param name="ChineseObjectKind">What is inspected, in Chinese; empty where the host does not say.</param>
/// <param name="EnglishObjectKind">What is inspected, in English; empty likewise.</param>
/// <param name="Method">How it is inspected.</param>
/// <param name="TimesAYear">How often a year it is drawn, 1 or more.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(二).</remarks>
public sealed record InspectionItem(
    string Code,
    string DepartmentId,
    string ChineseTitle,
    string EnglishTitle,
    string LegalBasis,
    bool IsKey,
    int RatioPercent,
    string ChineseObjectKind = "",
    string EnglishObjectKind = "",
    InspectionMethod Method = InspectionMethod.OnSite,
    int TimesAYear = 1)
{
    /// <summary>What each officer must hold to inspect it (执法人员资格), distinct; none where any officer of the department may.</summary>
    public ImmutableArray<string> Qualifications { get; init; } = [];

    /// <summary>The title in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? ChineseTitle : EnglishTitle;

    /// <summary>What is inspected, in one language.</summary>
    /// <param name="language">The language.</param>
    public string ObjectKind(Language language) => language == Language.Chinese ? ChineseObjectKind : EnglishObjectKind;

    /// <inheritdoc />
    public bool Equals(InspectionItem? other) =>
        other is not null
        && Code == other.Code
        && DepartmentId == other.DepartmentId
        && ChineseTitle == other.ChineseTitle
        && EnglishTitle == other.EnglishTitle
        && LegalBasis == other.LegalBasis
        && IsKey == other.IsKey
        && RatioPercent == other.RatioPercent
        && ChineseObjectKind == other.ChineseObjectKind
        && EnglishObjectKind == other.EnglishObjectKind
        && Method == other.Method
        && TimesAYear == other.TimesAYear
        && Qualifications.SequenceEqual(other.Qualifications);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Code, StringComparison.Ordinal);
}

namespace RandomInspection.Catalogue;

/// <summary>随机抽查事项：what may be inspected, by whom and on what legal basis.</summary>
/// <param name="Code">Its code in the catalogue.</param>
/// <param name="DepartmentId">The department that inspects it.</param>
/// <param name="ChineseTitle">Its title in Chinese.</param>
/// <param name="EnglishTitle">Its title in English.</param>
/// <param name="LegalBasis">The article that it rests on.</param>
/// <param name="IsKey">重点 rather than 一般: no ceiling on its ratio.</param>
/// <param name="RatioPercent">Share of the subjects to be drawn in a year, 0 to 100 percent.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(二).</remarks>
public sealed record InspectionItem(
    string Code, string DepartmentId, string ChineseTitle, string EnglishTitle, string LegalBasis, bool IsKey, int RatioPercent)
{
    /// <summary>The title in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? ChineseTitle : EnglishTitle;
}

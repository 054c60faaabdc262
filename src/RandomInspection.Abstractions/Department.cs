namespace RandomInspection;

/// <summary>部门：a department of a government.</summary>
/// <param name="Id">A stable id.</param>
/// <param name="ChineseName">Its name in Chinese.</param>
/// <param name="EnglishName">Its name in English.</param>
public sealed record Department(string Id, string ChineseName, string EnglishName)
{
    /// <summary>The name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}

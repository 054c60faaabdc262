namespace RandomInspection;

/// <summary>部门：a department of a government.</summary>
/// <param name="Id">A stable id.</param>
/// <param name="ChineseName">Its name in Chinese.</param>
/// <param name="EnglishName">Its name in English.</param>
public sealed record Department(string Id, string ChineseName, string EnglishName)
{
    /// <summary>上级：the id of the department above it in its own line; <see langword="null"/> for one that has none here.</summary>
    public string? Superior { get; init; }

    /// <summary>级别。</summary>
    public DepartmentLevel Level { get; init; }

    /// <summary>行政区划：the label of the region that it is responsible for; <see langword="null"/> for the whole city.</summary>
    public string? Region { get; init; }

    /// <summary>The name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}

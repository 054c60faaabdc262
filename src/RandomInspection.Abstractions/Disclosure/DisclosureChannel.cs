namespace RandomInspection.Disclosure;

/// <summary>公示渠道：a place where something is published for everybody.</summary>
/// <param name="Id">A stable id, 1 to 32 characters: lower-case letters, digits and hyphens, for example <c>gsxt-liaoning</c>.</param>
/// <param name="ChineseName">Its name in Chinese.</param>
/// <param name="EnglishName">Its name in English.</param>
/// <param name="Address">Where it is read, an absolute address; <see langword="null"/> where the host does not say.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 三(八).</remarks>
public sealed record DisclosureChannel(string Id, string ChineseName, string EnglishName, string? Address = null)
{
    /// <summary>The name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}

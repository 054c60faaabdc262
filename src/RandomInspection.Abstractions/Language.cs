namespace RandomInspection;

/// <summary>A language that every text for people exists in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (zh-CN), the default.</summary>
    Chinese = 0,

    /// <summary>English.</summary>
    English = 1,
}

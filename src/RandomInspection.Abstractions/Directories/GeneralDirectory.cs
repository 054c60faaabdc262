namespace RandomInspection.Directories;

/// <summary>通用名录：the two general directories, by who registers (the first character of the unified social credit code).</summary>
/// <remarks>
/// 市市场监管局以登记注册市场主体为准建立营利性主体通用名录；市编委办、民政局、司法局等以登记注册非市场主体为准建立非营利主体通用名录。
/// Source: 沈政办发〔2020〕19号 三(三); GB 32100-2015, table 1.
/// </remarks>
public enum GeneralDirectory
{
    /// <summary>营利性主体：registered by market regulation (9).</summary>
    ForProfit = 0,

    /// <summary>非营利主体：registered by another body.</summary>
    NonProfit = 1,
}

/// <summary>In which general directory a subject stands.</summary>
public static class GeneralDirectories
{
    /// <summary>What begins the code of whoever market regulation registered.</summary>
    public const string MarketRegulation = "9";

    /// <summary>The general directory of a code; <see langword="null"/> for one that is no unified social credit code by its length.</summary>
    /// <param name="code">The code.</param>
    public static GeneralDirectory? Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length != UnifiedSocialCreditCode.Length ? null
            : code.StartsWith(MarketRegulation, StringComparison.Ordinal) ? GeneralDirectory.ForProfit : GeneralDirectory.NonProfit;
    }

    /// <summary>The words for a general directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="language">The language.</param>
    public static string Name(this GeneralDirectory directory, Language language) => (directory, language) switch
    {
        (GeneralDirectory.ForProfit, Language.Chinese) => "营利性主体",
        (GeneralDirectory.ForProfit, _) => "for-profit",
        (GeneralDirectory.NonProfit, Language.Chinese) => "非营利主体",
        (GeneralDirectory.NonProfit, _) => "non-profit",
        _ => throw new ArgumentOutOfRangeException(nameof(directory)),
    };
}

namespace RandomInspection.Exchange;

/// <summary>Why a message was not received or is set aside, as the tables of the front database keep it, and as people read it.</summary>
/// <remarks>
/// A refusal is kept in both languages, a line each, for whoever looks into the tables; what a connection failed of is kept as a word or as the partner's status.
/// </remarks>
public static class FrontReason
{
    /// <summary>It did not answer in time.</summary>
    internal const string Timeout = "timeout";

    /// <summary>It received something else.</summary>
    internal const string OtherDigest = "other digest";

    /// <summary>What was noted, in a language.</summary>
    /// <param name="noted">The column <c>error</c>; <see langword="null"/> where nothing is noted.</param>
    /// <param name="language">The language.</param>
    /// <returns>The words; a text that is none of ours as it is, and nothing where nothing is noted.</returns>
    public static string In(string? noted, Language language)
    {
        bool chinese = language == Language.Chinese;
        return noted switch
        {
            null => "",
            Timeout => chinese ? "超时未答复" : "It did not answer in time",
            OtherDigest => chinese ? "对方回执的摘要不符" : "It received something else: another digest",
            nameof(HttpRequestError.NameResolutionError) => chinese ? "域名无法解析" : "Its name is not known",
            nameof(HttpRequestError.ConnectionError) => chinese ? "连接不上" : "It cannot be reached",
            nameof(HttpRequestError.SecureConnectionError) => chinese ? "安全连接未建立，请查证书" : "No secure connection; look at the certificate",
            nameof(HttpRequestError.ResponseEnded) => chinese ? "答复中断" : "Its answer broke off",
            [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'] => chinese ? $"对方答复 {noted}" : $"It answered {noted}",
            _ when noted.Split('\n') is [var first, var second] => chinese ? first : second,
            _ => noted,
        };
    }

    /// <summary>What is noted of a refusal.</summary>
    internal static string Of(Refusal refusal) =>
        $"{Line(refusal, Language.Chinese, "：")}\n{Line(refusal, Language.English, ": ")}";

    private static string Line(Refusal refusal, Language language, string colon) =>
        $"{refusal.Code}{colon}{refusal.Reason(language)}{(language == Language.Chinese ? "" : " ")}{refusal.Remedy(language)}".ReplaceLineEndings(" ");
}

using System.CommandLine;
using System.Globalization;

namespace RandomInspection.Cli;

/// <summary>Which language the program speaks: <c>--lang</c>, else <c>RI_LANG</c>, else <c>LANG</c>, else Chinese.</summary>
internal static class LanguageChoice
{
    private const string Name = "--lang";

    public static Option<string> Option(RiConsole console) => new(Name)
    {
        Description = console.Say("提示语言；缺省依次取环境变量 RI_LANG、LANG，都没有时为中文", "Language of texts; otherwise by the variables RI_LANG, then LANG, Chinese without either"),
        HelpName = "zh|en",
        Recursive = true,
    };

    /// <summary>Refuses a language that is neither.</summary>
    /// <exception cref="InputRefusedException">It is neither <c>zh</c> nor <c>en</c> (RI9101).</exception>
    public static void Check(ParseResult parsed)
    {
        if (parsed.GetValue<string>(Name) is { } given && Read(given) is null)
        {
            throw CliRefusals.Usage.Refuse(("detail", $"--lang {given} (zh | en)"), ("command", "ri"));
        }
    }

    /// <summary>The language, looked up before the command line is parsed: its errors have a language too.</summary>
    public static Language Of(ReadOnlySpan<string> args, Func<string, string?> variable)
    {
        for (int i = 0; i < args.Length && args[i] != "--"; i++)
        {
            string? given = args[i] == Name ? i + 1 < args.Length ? args[i + 1] : null
                : args[i].StartsWith(Name + "=", StringComparison.Ordinal) || args[i].StartsWith(Name + ":", StringComparison.Ordinal) ? args[i][(Name.Length + 1)..]
                : null;
            if (Read(given) is { } chosen)
            {
                return chosen;
            }
        }

        string? locale = variable("LANG");
        return Read(variable("RI_LANG")) ?? Read(locale) ?? (string.IsNullOrEmpty(locale) ? Language.Chinese : Language.English);
    }

    /// <summary>The culture whose resources System.CommandLine shall take; the invariant one where the system has no cultures.</summary>
    public static CultureInfo CultureOf(Language language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language == Language.Chinese ? "zh-Hans" : "en");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static Language? Read(string? text) =>
        text is null ? null
        : text.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
        : text.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;
}

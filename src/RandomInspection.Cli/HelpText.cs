using System.CommandLine;

namespace RandomInspection.Cli;

/// <summary>The help of System.CommandLine with those words in Chinese that its resources leave in English.</summary>
internal static class HelpText
{
    private static readonly (string English, string Chinese)[] Words =
    [
        ("Description:", "说明："),
        ("Usage:", "用法："),
        ("Arguments:", "参数："),
        ("Options:", "选项："),
        ("Commands:", "命令："),
        ("用法:", "用法："),
        ("参数:", "参数："),
        ("选项:", "选项："),
        ("命令:", "命令："),
        ("[command] [options]", "[命令] [选项]"),
        ("[options]", "[选项]"),
        (" (REQUIRED)", "（必需）   "),
        ("[default: ", "[缺省："),
        ("Show help and usage information", "显示用法"),
        ("显示帮助和使用情况信息", "显示用法"),
    ];

    public static void Write(ParseResult parsed, RiConsole console)
    {
        using StringWriter help = new() { NewLine = "\n" };
        parsed.Invoke(new InvocationConfiguration { Output = help, Error = console.Error, EnableDefaultExceptionHandler = false });
        string text = help.ToString().Replace($"\n  {RootCommand.ExecutableName}", "\n  ri", StringComparison.Ordinal);
        if (console.Language == Language.Chinese)
        {
            foreach ((string english, string chinese) in Words)
            {
                text = text.Replace(english, chinese, StringComparison.Ordinal);
            }
        }

        console.Output.Write(string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n");
    }
}

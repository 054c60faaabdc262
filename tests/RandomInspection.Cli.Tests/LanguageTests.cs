using System.Globalization;

namespace RandomInspection.Tests;

public sealed class LanguageTests : IDisposable
{
    private readonly Ri _ri = new();

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, "", true)]
    [InlineData(null, null, "zh_CN.UTF-8", true)]
    [InlineData(null, null, "en_US.UTF-8", false)]
    [InlineData(null, null, "C.UTF-8", false)]
    [InlineData(null, "zh", "en_US.UTF-8", true)]
    [InlineData(null, "en", "zh_CN.UTF-8", false)]
    [InlineData(null, "tlh", "zh_CN.UTF-8", true)]
    [InlineData("zh", "en", "en_US.UTF-8", true)]
    [InlineData("en", "zh", "zh_CN.UTF-8", false)]
    public void Language_IsTheOptionsThenRiLangThenLang(string? option, string? riLang, string? lang, bool chinese)
    {
        string? Variable(string name) => name == "RI_LANG" ? riLang : name == "LANG" ? lang : null;
        string[] given = option is null ? [] : ["--lang", option];
        Assert.Contains(chinese ? "不是日期" : "is not a date", Ri.RunWith(Variable, ["deadline", "x", "1", .. given]).Error, StringComparison.Ordinal);
        Assert.Contains(chinese ? "缺少" : "is missing", Ri.RunWith(Variable, [.. given, "frame"]).Error, StringComparison.Ordinal);
        Assert.Contains(chinese ? "用法：" : "Usage:", Ri.RunWith(Variable, [.. given, "frame", "--help"]).Done().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frame")]
    [InlineData("root")]
    [InlineData("prove")]
    [InlineData("preview")]
    [InlineData("design", "rates")]
    [InlineData("design", "neyman")]
    [InlineData("design", "power")]
    [InlineData("key", "new")]
    [InlineData("commit")]
    [InlineData("seed")]
    [InlineData("draw")]
    [InlineData("verify")]
    [InlineData("deadline")]
    [InlineData("calendar", "explain")]
    [InlineData("calendar", "check")]
    [InlineData("fsck")]
    [InlineData("views", "rebuild")]
    public void Help_OfEveryCommand_IsInBothLanguages(params string[] command)
    {
        string english = Ri.Run([.. command, "--help"]).Done().Output;
        string chinese = Ri.Run([.. command, "--help", "--lang", "zh"]).Done().Output;
        Assert.Contains($"ri {string.Join(' ', command)}", english, StringComparison.Ordinal);
        foreach (string word in new[] { "Description:", "Usage:", "Options:", "(REQUIRED)", "[default:", "Show " })
        {
            Assert.DoesNotContain(word, chinese, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(english.Split('\n'), line => line.Length > 0 && line.Count(c => c >= 0x4e00) > 12);
    }

    [Theory]
    [InlineData("RI9101", "bogus", "bogus")]
    [InlineData("RI9101", "A command", "key")]
    [InlineData("RI9101", "--key", "root", "x")]
    [InlineData("RI9101", "<frame.tsv>", "root", "--key", "x")]
    [InlineData("RI9101", "--key", "root", "x", "--key")]
    [InlineData("RI9101", "once", "root", "x", "--key", "a", "--key", "b")]
    [InlineData("RI9101", "--nonsense", "root", "x", "--key", "a", "--nonsense")]
    [InlineData("RI9101", "@file", "root", "x", "@file", "--key", "a")]
    [InlineData("RI9101", "fr", "deadline", "2026-02-10", "1", "--lang", "fr")]
    public void CommandLine_NotUnderstood_IsRefusedWithAHint(string code, string value, params string[] args) =>
        Ri.Run(args).Refused(code, value, "--help");

    [Fact]
    public void CommandLine_Empty_NamesTheCommands() => Ri.Run().Refused("RI9101", "frame, root, prove", "ri --help");

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void Culture_OfTheMachine_ChangesNothing(string name)
    {
        DrawVector vector = DrawVector.Of("pub-rates");
        string broken = _ri.Write("design.json", """{"kind":"fixed","size":99999,"weights":{"A":1,"B":1,"C":1,"D":1,"i":1}}""");
        string cases = _ri.Write("cases.csv", "event,workingDays\n2026-02-10,10\n2026-10-12,-7\n2026-12-20,5\n");
        string[][] commands =
        [
            ["root", vector.Frame, "--key", vector["frameKey"]],
            ["draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", vector["seed"], "--out", _ri["result.json"]],
            ["draw", "--frame", vector.Frame, "--design", broken, "--seed", vector["seed"], "--out", _ri["none.json"]],
            ["preview", "--frame", vector.Frame, "--design", vector.Design],
            ["deadline", "--file", cases],
            ["deadline", "2027-02-10", "-1000"],
            ["calendar", "explain", "2026-02-14"],
            ["frame", cases, "--id", "event", "--stratum", "workingDays", "--class", "x", "--out", _ri["none.tsv"]],
        ];
        foreach (string language in new[] { "zh", "en" })
        {
            RiRun[] expected = [.. commands.Select(command => Ri.Run([.. command, "--lang", language]))];
            byte[] result = File.ReadAllBytes(_ri["result.json"]);
            (CultureInfo culture, CultureInfo texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, commands.Select(command => Ri.Run([.. command, "--lang", language])));
                Assert.Equal(result, File.ReadAllBytes(_ri["result.json"]));
                Assert.Equal(name, CultureInfo.CurrentCulture.Name);
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
            }
        }
    }

    public void Dispose() => _ri.Dispose();
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RandomInspection.Web.Draws;

namespace RandomInspection.Tests;

/// <summary>The offline verifier as a file; that it verifies is tested in a browser.</summary>
public sealed partial class VerifierTests : IDisposable
{
    private readonly Ri _ri = new();

    [Fact]
    public void Verifier_Out_OneFileThatNamesItsScriptAndStyleAndNothingElse()
    {
        Ri.Run("verifier", "--out", _ri["verify.html"]).Done();
        string html = Encoding.UTF8.GetString(File.ReadAllBytes(_ri["verify.html"]));
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);
        string script = Assert.Single(Script().Matches(html)).Groups["text"].Value;
        string style = Assert.Single(Style().Matches(html)).Groups["text"].Value;
        Assert.Contains(
            $"content=\"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"https?://|\ssrc=|\shref=|@import|\r", html);
        Assert.DoesNotMatch(@"(?m)^\s*(import|export)\b", script);
        Assert.Equal(html, Encoding.UTF8.GetString(OfflineVerifier.File));
    }

    [Fact]
    public void Verifier_NoOut_RefusedAsUsage() => Ri.Run("verifier").Refused("RI9101");

    [Fact]
    public void Make_ModulesOfTheSameNames_EachKeepsItsOwn()
    {
        string html = Make(
            ("worker.mjs", "import { a as b } from './one.mjs';\nconst x = b;\nself.x = x;\n"),
            ("offline.mjs", "import { f } from './two.mjs';\nconst x = f();\nimport('./one.mjs').then((one) => one.a);\n"),
            ("one.mjs", "const x = 1;\nexport const a = x;\n"),
            ("two.mjs", "const x = 2;\nexport function f() { return x; }\n"),
            ("two.offline.mjs", "export const f = () => 'instead';\n"));
        Assert.Contains("const { a: b } = $one;", html, StringComparison.Ordinal);
        Assert.Contains("Promise.resolve($one).then(", html, StringComparison.Ordinal);
        Assert.Contains("return { a };", html, StringComparison.Ordinal);
        Assert.Contains("'instead'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("return x; }", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("const $one", StringComparison.Ordinal) < html.IndexOf("=== undefined", StringComparison.Ordinal));
        Assert.True(html.IndexOf("const $offline", StringComparison.Ordinal) > html.IndexOf("} else {", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("import { a } from './offline.mjs';\n", "needs itself")]
    [InlineData("import { a } from './none.mjs';\n", "There is no module")]
    [InlineData("import * as all from './one.mjs';\n", "does not read")]
    [InlineData("import './one.mjs';\n", "does not read")]
    [InlineData("export default 1;\n", "does not read")]
    [InlineData("export let a = 1;\n", "does not read")]
    [InlineData("export { a };\n", "does not read")]
    [InlineData("const a = import.meta.url;\n", "does not read")]
    [InlineData("const a = import(b);\n", "does not read")]
    [InlineData("await 1;\n", "does not read")]
    [InlineData("const a = '</script>';\n", "end its element")]
    [InlineData("const a = '<!--';\n", "end its element")]
    public void Make_SourceThatItDoesNotRead_Throws(string source, string says)
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Make(("worker.mjs", ""), ("one.mjs", ""), ("offline.mjs", source)));
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _ri.Dispose();

    private static string Make(params (string Name, string Text)[] modules) => OfflineVerifier.Make(
        modules.Append(("offline.css", "")).Append(("verify.css", "")).ToDictionary(module => module.Item1, module => module.Item2, StringComparer.Ordinal));

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script type=\"module\">(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}

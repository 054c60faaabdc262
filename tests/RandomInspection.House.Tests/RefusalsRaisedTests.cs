using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>Every code of <c>docs/codes.md</c> is raised by a test, by its number or by its name.</summary>
public sealed partial class RefusalsRaisedTests
{
    [Fact]
    public void Codes_OfThePage_EachRaisedByATest()
    {
        string[] codes = [.. DocumentFiles.Lines("docs/codes.md").Select(line => Code().Match(line)).Where(row => row.Success).Select(row => row.Groups[1].Value)];
        Assert.True(codes.Length > 400);
        string tests = string.Concat(Texts("tests", "*.cs", "*.mjs", "*.py", "*.json", "*.tsv").Where(file => !file.EndsWith($"{nameof(RefusalsRaisedTests)}.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        Dictionary<string, string> names = Names();
        string[] unraised = [.. codes.Where(code => !tests.Contains(code, StringComparison.Ordinal) && !(names.TryGetValue(code, out string? name) && Regex.IsMatch(tests, $@"\b{Regex.Escape(name)}\b")))];
        Assert.Empty(unraised);
    }

    /// <summary>What a code is called in the sources: <c>Class.Name</c>.</summary>
    private static Dictionary<string, string> Names()
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string source in Texts("src", "*.cs").Select(File.ReadAllText))
        {
            foreach (Match definition in Definition().Matches(source))
            {
                Match type = Class().Matches(source[..definition.Index]).LastOrDefault() ?? Match.Empty;
                names.TryAdd(definition.Groups[2].Value, $"{type.Groups[1].Value}.{definition.Groups[1].Value}");
            }
        }

        return names;
    }

    private static IEnumerable<string> Texts(string folder, params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^\| (RI[0-9]{4}) \|")]
    private static partial Regex Code();

    [GeneratedRegex(@"RefusalDefinition (\w+)\s*(?:\{ get; \})?\s*=\s*new\(\s*""(RI[0-9]{4})""")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RandomInspection.Tests;

/// <summary>What <c>docs/security.md</c> says of tests is so, and what it says of sources.</summary>
public sealed partial class SecurityTests
{
    [Fact]
    public void Page_Requirements_NameTestsThatAreThere()
    {
        Dictionary<string, string> classes = new(StringComparer.Ordinal);
        foreach (string source in Sources("tests", "*.cs").Select(File.ReadAllText))
        {
            foreach (Match name in Class().Matches(source))
            {
                classes[name.Groups[1].Value] = classes.GetValueOrDefault(name.Groups[1].Value) + source;
            }
        }

        string[][] rows = [.. DocumentFiles.Lines("docs/security.md").Where(line => Requirement().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Assert.True(rows.Length > 70);
        Assert.Distinct(rows.Select(row => row[1]));
        List<string> missing = [];
        foreach (string[] row in rows)
        {
            string[] test = row[5].Trim('`').Split('.');
            bool named = test is [var type, var method] && classes.TryGetValue(type, out string? source) && Regex.IsMatch(source, $@"\[(?:Fact|Theory)[\s\S]*public (?:async Task|Task|void) {Regex.Escape(method)}\(");
            bool saidNot = row[5] == "—" && row[4].Contains("**", StringComparison.Ordinal); // not met, or somebody else's: it says so
            if (!named && !saidNot)
            {
                missing.Add($"{row[1]}: {row[5]}");
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Sources_OfPages_PutNothingRawIntoThem()
    {
        string[] raw = [.. Sources("src", "*.cs").Concat(Sources("src", "*.razor")).Where(file => Raw().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file))];
        Assert.Equal(["FairnessPanel.razor"], raw); // a picture that the library draws itself, of numbers
        string[] scripts = [.. Sources("src", "*.mjs").Concat(Sources("src", "*.js")).Where(file => RawScript().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file))];
        Assert.Empty(scripts);
    }

    [Fact]
    public void Sources_Processes_StartedByTheToolAlone() => Assert.Equal(
        ["PostgreSqlTools.cs"], Sources("src", "*.cs").Where(file => File.ReadAllText(file).Contains("ProcessStartInfo", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)));

    [Fact]
    public void Sources_Sql_NoValueInItsText()
    {
        // What is put into a statement's text is a name of ours: of a table, a column, a parameter. Each place was read.
        string[] known = ["LedgerLocks.cs", "TableRows.cs", "ViewRebuilding.cs"];
        string[] places = [.. Sources("src", "*.cs").Where(file => InterpolatedSql().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(known, places);
    }

    [Fact]
    public void Projects_All_CheckTheirArithmetic()
    {
        Assert.Equal("true", XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("CheckForOverflowUnderflow").Single().Value);
        Assert.DoesNotContain(Sources("src", "*.csproj"), file => File.ReadAllText(file).Contains("CheckForOverflowUnderflow", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "bin" or "obj" or "node_modules")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\| V\d+\.\d+\.\d+ \|")]
    private static partial Regex Requirement();

    [GeneratedRegex(@"\(MarkupString\)|new MarkupString|Html\.Raw|AddMarkupContent")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(")]
    private static partial Regex RawScript();

    [GeneratedRegex(@"(?:CommandText = |CommandOf\(|SqlRaw(?:Async)?\(|SqlQueryRaw<\w+>\()\s*\$")]
    private static partial Regex InterpolatedSql();
}

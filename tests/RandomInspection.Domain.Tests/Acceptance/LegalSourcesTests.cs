using System.Reflection;
using System.Text.RegularExpressions;
using RandomInspection.Drawing;
using RandomInspection.Supervision;

namespace RandomInspection.Tests.Acceptance;

/// <summary><c>docs/legal-sources.md</c> maps clause, article, type and test: every clause is there, every name exists, and acceptance tests are named by a clause.</summary>
public sealed partial class LegalSourcesTests
{
    private static readonly Assembly[] Assemblies = [typeof(Refusal).Assembly, typeof(DrawEngine).Assembly];

    private static readonly Lazy<HashSet<string>> TestClasses = new(() =>
    [
        .. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)),
    ]);

    public static TheoryData<string> Clauses => new(Enumerable.Range(1, 12).Select(n => $"A{n}"));

    public static TheoryData<string> Complaints => new(Enumerable.Range(0, 10).Select(n => $"C{n}"));

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Clause_InTheMap_WithTypesAndTestsThatExist(string clause)
    {
        string[] row = Assert.Single(Rows(), cells => cells[0] == clause);
        Assert.NotEmpty(row[1]);
        Assert.NotEmpty(Names(row[3]));
        Assert.Contains(Names(row[4]), test => ClauseOf(test.Replace("*", "Tests", StringComparison.Ordinal)) == clause); // one that is named by it
    }

    /// <summary>An answer to every complaint of part C, each with what gives it and what proves it.</summary>
    [Theory]
    [MemberData(nameof(Complaints))]
    public void Complaint_InTheMap_WithAnswerTypesAndTestsThatExist(string complaint)
    {
        string[] row = Assert.Single(Rows(), cells => cells[0] == complaint);
        Assert.Contains(':', row[1]); // the complaint, then the answer
        Assert.NotEmpty(Names(row[2]));
        Assert.NotEmpty(Names(row[3]));
    }

    /// <summary>The laws of part B, each cited by a rule of the map.</summary>
    [Theory]
    [InlineData("行政处罚法 42, 55")]
    [InlineData("行政处罚法 43")]
    [InlineData("民法典 201, 203")]
    [InlineData("行政处罚法 85")]
    [InlineData("政府信息公开条例 26")]
    [InlineData("总局令第45号")]
    [InlineData("沈阳 2018")]
    [InlineData("辽宁 2019")]
    [InlineData("国办发〔2024〕54号")]
    [InlineData("工商总局令67号")]
    [InlineData("河南 2021")]
    [InlineData("四川 2015")]
    [InlineData("总局令第44号")]
    [InlineData("国家企业信用信息公示系统")]
    [InlineData("GB 32100-2015")]
    [InlineData("GB/T 2260, GB/T 4754-2017")]
    public void Rule_InTheMap_WithItsSource(string source)
    {
        string[][] rows = [.. Rows().Where(cells => cells.Length == 4 && cells[1].Contains(source, StringComparison.Ordinal))];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(Names(row[2]).Length > 0 && Names(row[3]).Length > 0, row[0]));
    }

    [Fact]
    public void Map_AllNames_Exist()
    {
        HashSet<string> types = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0])];
        foreach (string[] row in Rows())
        {
            Assert.All(Names(row[^2]), name => Assert.True(types.Contains(name), $"{row[0]}: no public type {name}"));
            Assert.All(Names(row[^1]), name => Assert.True(IsTest(name), $"{row[0]}: no test class {name}"));
        }
    }

    [Fact]
    public void Articles_OfTheReport_AreThoseOfTheMap()
    {
        ComplianceReport report = ComplianceReport.Of(new NodaTime.LocalDate(2026, 1, 1), new RandomInspection.Ledger.LedgerHead(0, ""), []);
        Assert.Equal(report.Lines.Select(line => (line.Clause, line.Article)), Rows().Where(row => row.Length == 5).Select(row => (row[0], row[1])));
    }

    [Fact]
    public void AcceptanceTests_All_AreNamedByAClauseOfTheMap()
    {
        string[] acceptance = [.. TestClasses.Value.Where(name => ClauseOf(name) is not null)];
        Assert.NotEmpty(acceptance);
        Assert.All(acceptance, test => Assert.Contains(Rows(), row => row[0] == ClauseOf(test)));
    }

    /// <summary>The clause that a test class is named by; <see langword="null"/> if by none.</summary>
    private static string? ClauseOf(string test) => Acceptance().Match(test) is { Success: true } found ? found.Groups[1].Value : null;

    private static IEnumerable<string[]> Rows() => File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "docs", "legal-sources.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string[] Names(string cell) => [.. Quoted().Matches(cell).Select(match => match.Groups[1].Value)];

    private static bool IsTest(string name) => name.EndsWith('*')
        ? TestClasses.Value.Any(known => known.StartsWith(name[..^1], StringComparison.Ordinal))
        : TestClasses.Value.Contains(name);

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(A\d+)(_?\w+)?Tests$")]
    private static partial Regex Acceptance();
}

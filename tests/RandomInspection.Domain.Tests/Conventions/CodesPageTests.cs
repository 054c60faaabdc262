using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RandomInspection.Tests.Conventions;

/// <summary>docs/codes.md has every code that this library may refuse something with, in both languages, as it stands in the sources.</summary>
/// <remarks>With RI_WRITE_DOCS=1 the page is written instead of compared.</remarks>
public sealed partial class CodesPageTests
{
    private static readonly string Page = Path.Combine(RepositoryFiles.Root, "docs", "codes.md");

    [Fact]
    public void Page_EveryCode_AsInTheSources()
    {
        string now = Written();
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Page, now);
        }

        Assert.True(File.Exists(Page) && File.ReadAllText(Page) == now, "docs/codes.md is not as the sources have it: run this test once with RI_WRITE_DOCS=1 and commit the page.");
        Assert.True(Rows().Count() > 400);
    }

    /// <summary>Whoever needs a new code sees in CONTRIBUTING whose hundred it belongs to.</summary>
    [Fact]
    public void Contributing_Table_HasARowForEveryHundred()
    {
        int[] hundreds =
        [
            .. File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "CONTRIBUTING.md")).Select(line => Hundreds().Match(line)).Where(row => row.Success)
                .SelectMany(row => Enumerable.Range(Of(row, 1), Of(row, 2) - Of(row, 1) + 1)),
        ];
        Assert.Distinct(hundreds);
        Assert.DoesNotContain(Rows().Select(row => row.Code), code => !hundreds.Contains(int.Parse(code[2..4], CultureInfo.InvariantCulture)));

        static int Of(Match row, int group) => int.Parse(row.Groups[row.Groups[group].Success ? group : 1].Value, CultureInfo.InvariantCulture);
    }

    private static string Written()
    {
        StringBuilder page = new();
        page.Append(
            """
            # 代码 Codes

            Every refusal that a person may see has a code that never changes its meaning. 每一种拒绝都有固定代码，含义永不改变。
            Values in braces are filled in. 花括号中的值由当时的情形填入。 This page is written from the sources by a test.


            """);
        foreach (IGrouping<string, Row> part in Rows().GroupBy(r => r.Part))
        {
            page.Append(CultureInfo.InvariantCulture, $"## {part.Key}\n\n| 代码 Code | 原因 Reason | 办法 What to do | 依据 Source |\n| --- | --- | --- | --- |\n");
            foreach (Row row in part)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {row.Code} | {row.Chinese}<br>{row.English} | {row.ChineseRemedy}<br>{row.EnglishRemedy} | {row.Source} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>By syntax, so that projects which this test does not load are there too.</summary>
    private static IEnumerable<Row> Rows() =>
        from file in SourceFile.Of()
        where !file.Path.StartsWith("RandomInspection.Web/Kit/", StringComparison.Ordinal)
        from made in file.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        let texts = made.ArgumentList?.Arguments.Select(a => Text(a.Expression, file.Root)).ToArray()
        where texts is [{ } code, { }, { }, { }, { }, ..] && Code().IsMatch(code)
        orderby texts[0]
        select new Row(PartOf(texts[0]!), texts[0]!, Cell(texts[1]!), Cell(texts[2]!), Cell(texts[3]!), Cell(texts[4]!), Cell(texts.ElementAtOrDefault(5) ?? ""));

    /// <summary>A text made of literals and constants of the same file; <see langword="null"/> for anything else.</summary>
    private static string? Text(ExpressionSyntax expression, SyntaxNode root) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.AddExpression } sum when Text(sum.Left, root) is { } left && Text(sum.Right, root) is { } right => left + right,
        IdentifierNameSyntax name => root.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.Text == name.Identifier.Text)?.Initializer is { } value ? Text(value.Value, root) : null,
        _ => null,
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string PartOf(string code) => code[2..4] switch
    {
        "11" => "名单 Frames",
        "12" => "设计 Designs",
        "13" => "抽取与种子 Draws and seeds",
        "20" or "21" => "计划与任务 Plans and tasks",
        "22" => "公示 Disclosure",
        "23" => "检查 Visits",
        "24" => "匹配与回避 Matches and recusals",
        "30" or "31" or "32" => "匹配问题 Problems of a match",
        "40" or "41" => "工作日历 Calendars",
        "50" or "51" => "名录 Directories",
        "52" => "表格文件 Files of rows",
        "60" or "61" => "留痕与存储 Ledger and stores",
        "70" or "71" => "网页 Pages",
        "80" => "督查 Supervision",
        "90" or "91" => "命令行 The tool ri",
        "92" => "集群 Clusters",
        _ => "其他 Others",
    };

    [GeneratedRegex(@"^\| RI([0-9]{2})xx(?:–RI([0-9]{2})xx)? \|")]
    private static partial Regex Hundreds();

    [GeneratedRegex("^RI[0-9]{4}$")]
    private static partial Regex Code();

    private sealed record Row(string Part, string Code, string Chinese, string English, string ChineseRemedy, string EnglishRemedy, string Source);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RandomInspection.Tests.Conventions;

/// <summary>The floors of the house: arrows only downward, none between rooms of one floor (architecture, “The house”).</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Ledger"] = 0,
        ["Calendars"] = 0,
        ["Directories"] = 1,
        ["Catalogue"] = 1,
        ["Drawing"] = 1,
        ["Matching"] = 1,
        ["Planning"] = 2,
        ["Inspections"] = 3,
        ["Disclosure"] = 4,
        ["Storage"] = 4,
        ["Credit"] = 5,
        ["Exchange"] = 6,
        ["Supervision"] = 6,
    };

    /// <summary>Arrows that are allowed all the same, each with its ADR.</summary>
    private static readonly string[] Known = ["Matching → Drawing"];

    [Fact]
    public void Source_FeatureFolders_ArrowsOnlyDownward()
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of("Abstractions", "Domain");
        Assert.Empty(files.SelectMany(f => Upward(f.Path.Split('/')[1], f.Root).Except(Known).Select(arrow => $"{f.Path}: {arrow}")).Distinct());
        Assert.Empty(files.Select(f => f.Path.Split('/')).Where(p => p.Length > 2 && !Floors.ContainsKey(p[1])).Select(p => p[1]).Distinct());
    }

    [Fact]
    public void Source_Namespaces_FollowTheFolders()
    {
        foreach (SourceFile file in SourceFile.Of("Abstractions", "Domain"))
        {
            string[] folders = file.Path.Split('/')[1..^1];
            string due = string.Join('.', ["RandomInspection", .. folders]);
            Assert.Equal($"{file.Path}: {due}", $"{file.Path}: {Assert.Single(file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()).Name}");
        }
    }

    [Theory]
    [InlineData("Ledger", "using RandomInspection.Directories;", "Ledger → Directories")]
    [InlineData("Drawing", "using static RandomInspection.Directories.Subject;", "Drawing → Directories")]
    [InlineData("Drawing", "using S = RandomInspection.Planning.AnnualPlan;", "Drawing → Planning")]
    [InlineData("Directories", "class C { RandomInspection.Drawing.Frame x; }", "Directories → Drawing")]
    [InlineData("Directories", "class C { Drawing.Frame x; }", "Directories → Drawing")]
    [InlineData("Calendars", "class C { object x = RandomInspection.Ledger.LedgerLeaf.Tree; }", "Calendars → Ledger")]
    public void Upward_Snippet_Found(string folder, string source, string arrow) =>
        Assert.Equal([arrow], Upward(folder, new SourceFile("snippet", source).Root).Distinct());

    [Theory]
    [InlineData("Planning", "using RandomInspection.Drawing; using RandomInspection.Ledger; using RandomInspection.Directories;")]
    [InlineData("Drawing", "using RandomInspection.Ledger; class C { Drawing.Seed x; object Drawing; object y = Drawing.Planning; }")]
    [InlineData("Ledger", "using RandomInspection;")]
    public void Upward_Downward_NotFound(string folder, string source) => Assert.Empty(Upward(folder, new SourceFile("snippet", source).Root));

    private static IEnumerable<string> Upward(string folder, SyntaxNode root)
    {
        if (!Floors.TryGetValue(folder, out int floor))
        {
            yield break;
        }

        foreach (SyntaxNode name in root.DescendantNodes().Where(n => n is QualifiedNameSyntax or MemberAccessExpressionSyntax))
        {
            string[] parts = name.ToString().Split('.');
            string? room = parts[0] == "RandomInspection" ? parts[1] : name is QualifiedNameSyntax ? parts[0] : null;
            if (room is not null && room != folder && Floors.TryGetValue(room, out int other) && other >= floor)
            {
                yield return $"{folder} → {room}";
            }
        }
    }
}

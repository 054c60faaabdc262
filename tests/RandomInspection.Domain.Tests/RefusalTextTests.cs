using System.Reflection;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>What the compiled library says when it refuses is what docs/codes.md promises, word for word.</summary>
public sealed class RefusalTextTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Definitions_OfTheDomain_EachAsOnThePageOfCodes()
    {
        Dictionary<string, string> page = File.ReadLines(Path.Combine(RepositoryFiles.Root, "docs", "codes.md"))
            .Where(line => line.StartsWith("| RI", StringComparison.Ordinal)).ToDictionary(line => line.Substring(2, 6), StringComparer.Ordinal);
        RefusalDefinition[] definitions = [.. Definitions()];
        Assert.True(definitions.Length > 300, $"{definitions.Length} definitions");
        Assert.All(definitions, d => Assert.Equal(page[d.Code], $"| {d.Code} | {Cell(d.Chinese)}<br>{Cell(d.English)} | {Cell(d.ChineseRemedy)}<br>{Cell(d.EnglishRemedy)} | {Cell(d.Source ?? "")} |"));
    }

    private static IEnumerable<RefusalDefinition> Definitions() =>
        from type in typeof(DrawEngine).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(Static)
        where field.FieldType == typeof(RefusalDefinition)
        select (RefusalDefinition)field.GetValue(null)!;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

using System.Reflection;
using System.Text.RegularExpressions;
using RandomInspection.Orleans;

namespace RandomInspection.Tests;

public sealed partial class RefusalTextTests
{
    private static readonly RefusalDefinition[] All =
        [.. typeof(ClusterRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (RefusalDefinition)property.GetValue(null)!)];

    [Fact]
    public void Definitions_Codes_AreUniqueAndInTheirRange()
    {
        Assert.Equal(All.Length, All.Select(definition => definition.Code).Distinct().Count());
        Assert.All(All, definition => Assert.InRange(definition.Code, "RI9200", "RI9229"));
    }

    [Fact]
    public void Definitions_Texts_NameTheSameValuesInBothLanguages() => Assert.All(All, definition =>
    {
        Assert.Equal(Values(definition.English), Values(definition.Chinese));
        Assert.Empty(Values(definition.EnglishRemedy + definition.ChineseRemedy));
        Assert.Matches("[\u4E00-\u9FFF]", definition.Chinese);
        Assert.Matches("[\u4E00-\u9FFF].*。$", definition.ChineseRemedy);
        Assert.DoesNotMatch("[\u4E00-\u9FFF]", definition.English + definition.EnglishRemedy);
        Assert.EndsWith(".", definition.EnglishRemedy, StringComparison.Ordinal);
    });

    private static string[] Values(string text) => [.. Braces().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("\\{[A-Za-z]+\\}")]
    private static partial Regex Braces();
}

using System.Reflection;
using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>What every refusal says, and in which form.</summary>
internal static partial class RefusalTexts
{
    /// <summary>The refusals that a class defines.</summary>
    public static RefusalDefinition[] Of(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (RefusalDefinition)property.GetValue(null)!)];

    /// <summary>No code stands twice; both languages name the same values, end as a sentence does and do not mix.</summary>
    public static void Check(IReadOnlyCollection<RefusalDefinition> all)
    {
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, all.Select(definition => definition.Code).Distinct().Count());
        Assert.All(all, definition =>
        {
            Assert.Equal(Values(definition.English), Values(definition.Chinese));
            Assert.Equal(Values(definition.EnglishRemedy), Values(definition.ChineseRemedy));
            Assert.Empty(Values(definition.EnglishRemedy).Except(Values(definition.English)));
            Assert.Matches("[\u4E00-\u9FFF].*[。}]$", definition.Chinese); // or with a value
            Assert.Matches("[\u4E00-\u9FFF].*。$", definition.ChineseRemedy);
            Assert.DoesNotMatch("[\u4E00-\u9FFF]", definition.English.Replace("2026年3月2日", "", StringComparison.Ordinal));
            Assert.Matches("[.}]$", definition.English);
            Assert.EndsWith(".", definition.EnglishRemedy, StringComparison.Ordinal);
        });
    }

    private static string[] Values(string text) => [.. Braces().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("\\{[A-Za-z]+\\}")]
    private static partial Regex Braces();
}

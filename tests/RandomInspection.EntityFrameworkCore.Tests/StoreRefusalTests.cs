using System.Reflection;
using System.Text.RegularExpressions;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary>What the store can fail with: codes of its own, the same values in both languages, and a line in the guide.</summary>
public sealed partial class StoreRefusalTests
{
    private static readonly RefusalDefinition[] All =
    [
        .. typeof(StoreRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (RefusalDefinition)property.GetValue(null)!),
    ];

    [Fact]
    public void Codes_All_FromRI6050AndDistinct() =>
        Assert.Equal(Enumerable.Range(6050, 13).Select(code => $"RI{code}"), All.Select(d => d.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Texts_BothLanguages_SameValuesAndARemedy()
    {
        foreach (RefusalDefinition definition in All)
        {
            string[] values = [.. Value().Matches(definition.English + definition.EnglishRemedy).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
            Assert.Equal(values, Value().Matches(definition.Chinese + definition.ChineseRemedy).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
            Assert.NotEqual("", definition.ChineseRemedy);
            Assert.NotEqual("", definition.EnglishRemedy);
        }
    }

    [Fact]
    public async Task Guide_TableOfCodes_NamesEach()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "docs", "stores.md"), TestContext.Current.CancellationToken);
        Assert.Equal(
            All.Select(d => d.Code).Order(StringComparer.Ordinal),
            Code().Matches(guide).Select(m => m.Groups[1].Value));
        Assert.Contains(StoreMigration.Versions(StoreProvider.PostgreSql)[0], guide, StringComparison.Ordinal);
    }

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Value();

    [GeneratedRegex("^\\| (RI60\\d\\d) \\|", RegexOptions.Multiline)]
    private static partial Regex Code();
}

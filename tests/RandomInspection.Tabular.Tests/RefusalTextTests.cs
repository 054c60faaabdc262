using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed partial class RefusalTextTests
{
    private static readonly RefusalDefinition[] All = [.. Definitions(typeof(TableRefusals)), .. Definitions(typeof(SubjectRefusals)), .. Definitions(typeof(InspectorRefusals))];

    [Fact]
    public void Definitions_Codes_AreUniqueAndInTheirRange()
    {
        Assert.Equal(All.Length, All.Select(definition => definition.Code).Distinct().Count());
        Assert.All(Definitions(typeof(TableRefusals)), definition => Assert.StartsWith("RI50", definition.Code, StringComparison.Ordinal));
        Assert.All(Definitions(typeof(SubjectRefusals)), definition => Assert.StartsWith("RI51", definition.Code, StringComparison.Ordinal));
        Assert.All(Definitions(typeof(InspectorRefusals)), definition => Assert.StartsWith("RI52", definition.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void Definitions_Texts_NameTheSameValuesInBothLanguages() =>
        Assert.All(All, definition =>
        {
            Assert.Equal(Values(definition.English), Values(definition.Chinese));
            Assert.All(Values(definition.EnglishRemedy).Union(Values(definition.ChineseRemedy)), value => Assert.Contains(value, Values(definition.English)));
            Assert.Matches("[\u4E00-\u9FFF].*。$", definition.Chinese);
            Assert.Matches("[\u4E00-\u9FFF].*。$", definition.ChineseRemedy);
            Assert.DoesNotMatch("[\u4E00-\u9FFF]", definition.English.Replace("2026年3月2日", "", StringComparison.Ordinal));
            Assert.EndsWith(".", definition.English, StringComparison.Ordinal);
            Assert.EndsWith(".", definition.EnglishRemedy, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Read_UnderAnyCulture_SaysTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            byte[] file = "ID,NAME,DISTRICT,INDUSTRY,CLASS,ESTABLISHED,STATUS\n91210102117776048i,x,y,C,A,1980-01-05,ACTIVE\n91210102117776048G,x,y,C,A,1980-01-05,ACTIVE\n"u8.ToArray();
            using TableReader table = TableReader.Open(file);
            SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers));
            Assert.Equal(
                "RI5103: The unified social credit code \"91210102117776048i\" has the lower-case letter \"i\" at position 18. Codes are upper-case only and are never rewritten here: correct it in the file.",
                Assert.Single(import.Findings).Refusal.ToString());
            Assert.Equal(new NodaTime.LocalDate(1980, 1, 5), Assert.Single(import.Subjects).EstablishedOn);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<RefusalDefinition> Definitions(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (RefusalDefinition)property.GetValue(null)!);

    private static string[] Values(string text) => [.. Braces().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("\\{[A-Za-z]+\\}")]
    private static partial Regex Braces();
}

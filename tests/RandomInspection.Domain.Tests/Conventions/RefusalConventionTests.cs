using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Conventions;

/// <summary>Every refusal names itself: a code of its own, both languages, the same values.</summary>
public sealed partial class RefusalConventionTests
{
    private static readonly Assembly[] Assemblies = [typeof(Refusal).Assembly, typeof(DrawEngine).Assembly, typeof(Sm3).Assembly];

    public static TheoryData<string> Cultures => UnderCulture.Names;

    [Fact]
    public void Definitions_Reflected_TextsInBothLanguagesWithTheSameValues()
    {
        (string Name, RefusalDefinition Definition)[] definitions = [.. Definitions()];
        Assert.True(definitions.Length > 60, $"{definitions.Length} definitions");
        foreach ((string name, RefusalDefinition d) in definitions)
        {
            Assert.All((string[])[d.Chinese, d.English, d.ChineseRemedy, d.EnglishRemedy], text => Assert.False(string.IsNullOrWhiteSpace(text), name));
            Assert.NotEqual("", d.Source);

            // A value that differs by language ends in Zh or En.
            Assert.Equal($"{name}: {Values(d.English + d.EnglishRemedy, "En")}", $"{name}: {Values(d.Chinese + d.ChineseRemedy, "Zh")}");
            Assert.DoesNotMatch("[\u4e00-\u9fff]", Value().Replace(d.English, ""));
        }
    }

    [Fact]
    public void Definitions_AllSources_CodesUnique()
    {
        // By syntax over every project: also those that this test does not load.
        var codes = SourceFile.Of()
            .Where(f => !f.Path.StartsWith("RandomInspection.Web/Kit/", StringComparison.Ordinal)) // the kit shows what a refusal looks like and refuses nothing
            .SelectMany(f => f.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Select(c => (f.Path, Code: FirstLiteral(c))))
            .Where(c => c.Code is not null && CodePattern().IsMatch(c.Code))
            .ToArray();
        Assert.True(codes.Length >= Definitions().Count(), $"{codes.Length} codes");
        Assert.Empty(codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(c => c.Path))}"));
        Assert.Empty(Definitions().Select(d => d.Definition.Code).Except(codes.Select(c => c.Code!)));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Message_OtherCulture_Identical(string culture)
    {
        foreach ((_, RefusalDefinition definition) in Definitions())
        {
            Assert.Equal(Rendered(definition), UnderCulture.Run(culture, () => Rendered(definition)));
        }

        static string Rendered(RefusalDefinition definition)
        {
            (string, object?)[] values = [.. Value().Matches(definition.Chinese + definition.English + definition.ChineseRemedy + definition.EnglishRemedy)
                .Select(m => m.Groups[1].Value).Distinct().Select((name, i) => (name, i % 2 == 0 ? (object?)-1234567L : NodaTime.Instant.FromUtc(2026, 11, 23, 1, 0)))];
            InputRefusedException refused = definition.Refuse(values);
            return $"{refused.Message}\n{refused.Refusal.Reason(Language.Chinese)}\n{refused.Refusal.Remedy(Language.Chinese)}";
        }
    }

    [Theory]
    [InlineData("RI123")]
    [InlineData("RI12345")]
    [InlineData("ri1234")]
    [InlineData("RI١٢٣٤")]
    [InlineData("XX1234")]
    public void RefusalDefinition_MalformedCode_Refused(string code) => Assert.Throws<ArgumentException>(() => new RefusalDefinition(code, "a", "a", "a", "a"));

    [Fact]
    public void Equals_CodeAndValues_BothCount()
    {
        Refusal one = DrawingRefusals.DuplicateId.With(("id", "a"));
        Assert.Equal(one, DrawingRefusals.DuplicateId.With(("id", "a")));
        Assert.NotEqual(one, DrawingRefusals.DuplicateId.With(("id", "b")));
        Assert.NotEqual(one, DrawingRefusals.MalformedId.With(("id", "a")));
        Assert.Equal("a", one["id"]);
        Assert.Null(one["ID"]);
    }

    private static IEnumerable<(string Name, RefusalDefinition Definition)> Definitions()
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (Type type in Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters))
        {
            foreach (PropertyInfo property in type.GetProperties(Static).Where(p => p.PropertyType == typeof(RefusalDefinition)))
            {
                yield return ($"{type.Name}.{property.Name}", (RefusalDefinition)property.GetValue(null)!);
            }

            foreach (FieldInfo field in type.GetFields(Static).Where(f => f.FieldType == typeof(RefusalDefinition) && !f.Name.StartsWith('<')))
            {
                yield return ($"{type.Name}.{field.Name}", (RefusalDefinition)field.GetValue(null)!);
            }
        }
    }

    private static string Values(string text, string language) =>
        string.Join(' ', Value().Matches(text).Select(m => m.Groups[1].Value)
            .Select(v => v.EndsWith(language, StringComparison.Ordinal) ? v[..^2] : v).Distinct().Order(StringComparer.Ordinal));

    private static string? FirstLiteral(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal ? literal.Token.Value as string : null;

    [GeneratedRegex("\\{([a-z][A-Za-z]*)\\}")]
    private static partial Regex Value();

    [GeneratedRegex("^RI[0-9]{4}$")]
    private static partial Regex CodePattern();
}

using System.Reflection;
using RandomInspection.Catalogue;
using RandomInspection.Directories;

namespace RandomInspection.Tests.Conventions;

/// <summary>Whatever has a state has words for each in both languages, and for what is none there is no word.</summary>
public sealed class StateWordsTests
{
    public static TheoryData<string> Kinds => new(Words().Select(method => method.GetParameters()[0].ParameterType.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryValue_WordsInBothLanguagesEachItsOwn(string kind)
    {
        MethodInfo of = Words().Single(method => method.GetParameters()[0].ParameterType.Name == kind);
        Type type = of.GetParameters()[0].ParameterType;
        (string Chinese, string English)[] words = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => ((string, string))of.Invoke(null, [Enum.ToObject(type, value)])!)];
        Assert.All(words, word =>
        {
            Assert.Contains(word.Chinese, c => c >= '\u4e00');
            Assert.DoesNotContain(word.English, c => c >= '\u4e00');
            Assert.NotEqual("", word.English);
        });
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_NoValue_NotGuessed(string kind)
    {
        MethodInfo of = Words().Single(method => method.GetParameters()[0].ParameterType.Name == kind);
        ParameterInfo parameter = of.GetParameters()[0];
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => of.Invoke(null, [Enum.ToObject(parameter.ParameterType, 99)]));
        Assert.Equal(parameter.Name, Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException).ParamName);
    }

    [Fact]
    public void Name_OfWhatHasTwo_TheOneOfTheLanguage()
    {
        Department department = new("scjg", "市场监管局", "Market bureau");
        Assert.Equal(("市场监管局", "Market bureau"), (department.Name(Language.Chinese), department.Name(Language.English)));
        Assert.Equal(("农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"), (TradeSection.Of("A")!.Name(Language.Chinese), TradeSection.Of("A")!.Name(Language.English)));
        Region region = ShenyangRegions.All[0];
        Assert.Equal((region.ChineseName, region.EnglishName), (region.Name(Language.Chinese), region.Name(Language.English)));
        Assert.Same(region, ShenyangRegions.OfLabel(region.Label));
        Assert.Null(ShenyangRegions.OfLabel("大连"));
        InspectionItem item = new("SCJG-01", "scjg", "食品经营检查", "Food trade", "食品安全法", true, 10) { ChineseObjectKind = "企业", EnglishObjectKind = "firms" };
        Assert.Equal(("食品经营检查", "Food trade"), (item.Title(Language.Chinese), item.Title(Language.English)));
        Assert.Equal(("企业", "firms"), (item.ObjectKind(Language.Chinese), item.ObjectKind(Language.English)));
        Assert.Equal(item.GetHashCode(), new InspectionItem("SCJG-01", "scjg", "食品经营检查", "Food trade", "食品安全法", true, 10) { ChineseObjectKind = "企业", EnglishObjectKind = "firms" }.GetHashCode());
    }

    [Fact]
    public void Name_OfCarriersAndDirectories_ReadAgainOrNotGuessed()
    {
        foreach (CarrierKind kind in Enum.GetValues<CarrierKind>())
        {
            Assert.Equal(kind, CarrierKindNames.Read(kind.Name(Language.Chinese)));
            Assert.DoesNotContain(kind.Name(Language.English), c => c >= '\u4e00');
        }

        Assert.Null(CarrierKindNames.Read("product"));
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => ((CarrierKind)99).Name(Language.English)).ParamName);
        Assert.Equal(["营利性主体", "非营利主体"], Enum.GetValues<GeneralDirectory>().Select(directory => directory.Name(Language.Chinese)));
        Assert.Equal(["for-profit", "non-profit"], Enum.GetValues<GeneralDirectory>().Select(directory => directory.Name(Language.English)));
        Assert.Equal("directory", Assert.Throws<ArgumentOutOfRangeException>(() => ((GeneralDirectory)99).Name(Language.Chinese)).ParamName);
        Assert.Equal(GeneralDirectory.ForProfit, GeneralDirectories.Of("91210100MA0P4BHR4X"));
        Assert.Equal(GeneralDirectory.NonProfit, GeneralDirectories.Of("11210100MA0P4BHR4X"));
        Assert.Null(GeneralDirectories.Of("9121"));
    }

    private static IEnumerable<MethodInfo> Words() => typeof(StateWords).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(method => method.Name == nameof(StateWords.Of) && method.GetParameters() is [{ ParameterType.IsEnum: true }]);
}

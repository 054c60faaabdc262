using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tests;

public sealed class SubjectTests
{
    private static Subject Sample => new()
    {
        Code = "91210102117776048G",
        Name = "沈阳市友谊印刷纸制品厂",
        Kind = "股份合作制",
        Region = "和平区",
        Trade = "C",
        CreditClass = "B",
        EstablishedOn = new LocalDate(1980, 1, 5),
        Scope = "印刷",
        Status = SubjectStatus.Active,
    };

    [Fact]
    public void Equals_SameValues_IsTrue()
    {
        Assert.Equal(Sample, Sample);
        Assert.NotEqual(Sample, Sample with { Status = SubjectStatus.Revoked });
    }

    [Theory]
    [InlineData("")]
    [InlineData(":order")]
    [InlineData("a b")]
    [InlineData("代码")]
    [InlineData("12345678901234567890123456789012345678901234567890123456")]
    public void Code_NotDrawable_Throws(string code)
    {
        Assert.False(Subject.IsCode(code));
        Assert.Contains("RI5107", Assert.Throws<ArgumentException>("Code", () => Sample with { Code = code }).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("a:b")]
    [InlineData("1234567890123456789012345678901234567890123456789012345")]
    public void Code_Drawable_IsKept(string code) => Assert.Equal(code, (Sample with { Code = code }).Code);

    [Fact]
    public void With_BrokenValue_ThrowsToo()
    {
        Assert.Contains("RI5109", Assert.Throws<ArgumentException>("Name", () => Sample with { Name = " " }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5112", Assert.Throws<ArgumentException>("Region", () => Sample with { Region = "a/b" }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5111", Assert.Throws<ArgumentException>("Trade", () => Sample with { Trade = "" }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5118", Assert.Throws<ArgumentException>("CreditClass", () => Sample with { CreditClass = "甲" }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("CreditClass", () => Sample with { CreditClass = new string('A', 33) });
        Assert.Throws<ArgumentOutOfRangeException>("Status", () => Sample with { Status = (SubjectStatus)99 });
        Assert.Throws<ArgumentNullException>("Kind", () => Sample with { Kind = null! });
        Assert.Throws<ArgumentNullException>("Scope", () => Sample with { Scope = null! });
        Assert.Throws<ArgumentNullException>("Region", () => Sample with { Region = null! });
    }

    [Fact]
    public void TradeSection_Letters_AreAToT()
    {
        Assert.Equal("ABCDEFGHIJKLMNOPQRST", string.Concat(TradeSection.All.Select(section => section.Letter)));
        Assert.All(TradeSection.All, section => Assert.Same(section, TradeSection.Of(section.Letter)));
        Assert.Equal("住宿和餐饮业", TradeSection.Of("H")!.Name(Language.Chinese));
        Assert.Equal("Accommodation and catering", TradeSection.Of("H")!.Name(Language.English));
    }

    [Theory]
    [InlineData("")]
    [InlineData("U")]
    [InlineData("a")]
    [InlineData("AA")]
    [InlineData("@")]
    public void TradeSection_OtherText_IsNone(string letter) => Assert.Null(TradeSection.Of(letter));

    [Fact]
    public void ShenyangRegions_All_AreTheCityAndItsThirteen()
    {
        Assert.Equal(14, ShenyangRegions.All.Length);
        Assert.Equal(ShenyangRegions.All.Select(region => region.Code), ShenyangRegions.All.Select(region => region.Code).Order(StringComparer.Ordinal));
        Assert.All(ShenyangRegions.All, region => Assert.StartsWith("2101", region.Code, StringComparison.Ordinal));
        Assert.Equal("市直", ShenyangRegions.OfCode("210100")!.Label);
        Assert.Equal("沈阳市", ShenyangRegions.OfLabel("市直")!.Name(Language.Chinese));
        Assert.Equal("Shenhe District", ShenyangRegions.OfLabel("沈河区")!.Name(Language.English));
        Assert.Null(ShenyangRegions.OfCode("210101"));
        Assert.Null(ShenyangRegions.OfLabel("沈阳市"));
    }

    [Fact]
    public void Region_BrokenValue_Throws()
    {
        Assert.Throws<ArgumentException>("code", () => new Region("21010", "甲", "A"));
        Assert.Throws<ArgumentException>("code", () => new Region("21010A", "甲", "A"));
        Assert.Throws<ArgumentException>("chineseName", () => new Region("210101", " ", "A"));
        Assert.Throws<ArgumentException>("label", () => new Region("210101", "甲", "A", "a/b"));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("a\u001b[31m", "a\\u{001B}[31m")]
    [InlineData("\u202Etxt", "\\u{202E}txt")]
    [InlineData("𠀀", "𠀀")]
    public void ShownText_Of_ObeysNothing(string value, string shown) => Assert.Equal(shown, ShownText.Of(value));

    [Fact]
    public void ShownText_LoneSurrogate_IsWrittenOut() => Assert.Equal("\\u{D800}x", ShownText.Of(['\uD800', 'x']));

    [Fact]
    public void ShownText_LongValue_IsCut()
    {
        Assert.Equal(new string('a', 80), ShownText.Of(new string('a', 80)));
        Assert.Equal(new string('a', 80) + "…", ShownText.Of(new string('a', 81)));
    }
}

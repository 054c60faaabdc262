using RandomInspection.Directories;

namespace RandomInspection.Tests;

public sealed class SubjectTagsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  、 ; ", "")]
    [InlineData("食品", "食品")]
    [InlineData("食品、特种设备", "特种设备|食品")]
    [InlineData("特种设备|食品,食品；食品", "特种设备|食品")]
    [InlineData(" b ; a，𠮷 ", "a|b|𠮷")]
    public void Parse_AnySeparators_ASet(string text, string due)
    {
        SubjectTags tags = SubjectTags.Parse(text);
        Assert.Equal(due, tags.Text);
        Assert.Equal(tags, SubjectTags.Parse(tags.Text));
        Assert.Equal(tags.GetHashCode(), SubjectTags.Parse(tags.Text).GetHashCode());
        Assert.Equal(due.Length == 0, tags == SubjectTags.None);
    }

    [Theory]
    [InlineData("食/品", "RI5112")]
    [InlineData("食品、a\u200bb", "RI5113")]
    [InlineData("e\u0301", "RI5114")]
    public void TryParse_NoLabel_Refused(string text, string code)
    {
        Assert.False(SubjectTags.TryParse(text, out SubjectTags? tags, out Refusal? refusal));
        Assert.Null(tags);
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Parse_33Tags_Refused()
    {
        string text = string.Join('、', Enumerable.Range(0, 33));
        RefusalAssert.Refused("RI5122", () => SubjectTags.Parse(text), ("tags", "33"), ("most", "32"));
        Assert.Equal(32, SubjectTags.Parse(text[..text.LastIndexOf('、')]).Names.Length);
    }

    [Fact]
    public void HasAny_OneAmongThem_True()
    {
        SubjectTags tags = SubjectTags.Parse("食品、药品");
        Assert.True(tags.HasAny(["危险废物", "药品"]));
        Assert.False(tags.HasAny(["品"]));
        Assert.False(tags.HasAny([]));
        Assert.False(SubjectTags.None.HasAny(["食品"]));
    }
}

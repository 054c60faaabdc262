using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>What points to a natural person is masked; everything that the policy does not name is withheld.</summary>
public sealed class PersonMaskTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张**")]
    [InlineData("欧阳修", "欧阳*")]
    [InlineData("司马相如", "司马**")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("𠮷明", "𠮷*")]
    [InlineData("买买提·艾力", "买买提·**")]
    [InlineData("张三小吃店", "张三小吃店")]
    [InlineData("百货店", "百货店")]
    [InlineData("沈阳示例有限公司", "沈阳示例有限公司")]
    [InlineData("ABC", "ABC")]
    [InlineData("张", "张")]
    [InlineData("", "")]
    public void Name_OfPersonsAndFirms_OnlyPersonsAreMasked(string name, string masked) => Assert.Equal(masked, PersonMask.Name(name));

    [Theory]
    [InlineData("证件 210102198001011234。", "证件 2****************4。")]
    [InlineData("21010219800101123X", "2****************X")]
    [InlineData("210102800101123", "2*************3")]
    [InlineData("电话13900001234", "电话1*********4")]
    [InlineData("024-23456789", "024-2******9")]
    [InlineData("2026-11-23 罚款 5000 元", "2026-11-23 罚款 5000 元")]
    [InlineData("20261123", "20261123")]
    [InlineData("91210100MA0XXXXX0X", "91210100MA0XXXXX0X")]
    [InlineData("国办发〔2024〕54号", "国办发〔2024〕54号")]
    [InlineData("", "")]
    public void Text_NumbersOfPersons_MaskedAndNothingElse(string text, string masked) => Assert.Equal(masked, PersonMask.Text(text));

    [Fact]
    public void Apply_FieldThatTheyDoNotName_Withheld()
    {
        Assert.Null(RedactionPolicy.Shenyang.Apply("subject.phone", "024"));
        Assert.Null(RedactionPolicy.Shenyang.Apply("officers", "张三"));
        Assert.Null(RedactionPolicy.Shenyang.Apply("", "x"));
        Assert.Null((RedactionPolicy.Shenyang with { Fields = RedactionPolicy.Shenyang.Fields.SetItem("draw", FieldTreatment.Withheld) }).Apply("draw", "D1"));
        Assert.Equal("张*", RedactionPolicy.Shenyang.Apply("subject.name", "张三"));
        Assert.Equal("D1", RedactionPolicy.Shenyang.Apply("draw", "D1"));
    }
}

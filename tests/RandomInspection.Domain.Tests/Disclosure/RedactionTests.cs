using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>Exactly what leaves the house, and exactly where the masks begin and end.</summary>
public sealed class RedactionTests
{
    private const string AsItIs = "choice.draw choice.drawn choice.kind conclusion department draw id inspected item.code item.name item.result listing.document listing.grounds "
        + "measure.basis measure.decided measure.kind named occasion officer.certificate officer.name plan.ground plan.title plan.year subject.code "
        + "task.from task.id task.items task.title task.to team.assigned withdrawal.at withdrawal.ground";

    private const string MaskedTexts = "correction.reason item.note listing.facts listing.reason measure.text withdrawal.reason";

    private const string Spoken = "张三 13900001234";

    [Fact]
    public void Shenyang_Fields_TheseAndNoOthers()
    {
        Assert.Equal("shenyang-2020", RedactionPolicy.Shenyang.Name);
        Assert.Equal(AsItIs.Split(' '), Named(FieldTreatment.Public));
        Assert.Equal(MaskedTexts.Split(' '), Named(FieldTreatment.MaskText));
        Assert.Equal(["subject.name"], Named(FieldTreatment.MaskPerson));
        Assert.Empty(Named(FieldTreatment.Withheld));
    }

    [Fact]
    public void Apply_EachTreatment_OnlyItsOwnMask()
    {
        RedactionPolicy policy = RedactionPolicy.Shenyang;
        Assert.Equal(Spoken, policy.Apply("draw", Spoken));
        Assert.Equal("张三 1*********4", policy.Apply("item.note", Spoken));
        Assert.Equal(Spoken, policy.Apply("subject.name", Spoken)); // nobody's name
        Assert.Equal("李*", policy.Apply("subject.name", "李四"));
        Assert.Null((policy with { Fields = policy.Fields.SetItem("draw", (FieldTreatment)9) }).Apply("draw", Spoken)); // unknown is withheld
        Assert.Null(policy.Apply("Draw", Spoken));
    }

    [Fact]
    public void Write_WithheldFieldsAndParts_NotThereAtAll()
    {
        PublicField[] fields =
        [
            PublicField.Of("id", "D1"), PublicField.Of("secret", "x"), PublicField.Of("subject.name", "李四"),
            PublicField.Of("items", [[PublicField.Of("item.code", "I1"), PublicField.Of("item.note", "电话13900001234")], []]),
        ];
        Assert.Equal("""{"id":"D1","subject.name":"李*","items":[{"item.code":"I1","item.note":"电话1*********4"},{}]}""", PublicField.Write(fields, RedactionPolicy.Shenyang));
    }

    [Fact]
    public void PublicField_OfAValue_HasNoParts()
    {
        Assert.Empty(PublicField.Of("id", "D1").Parts);
        Assert.Null(PublicField.Of("items", []).Value);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(19, false)]
    public void Text_RunOfDigits_MaskedByItsLength(int length, bool masked)
    {
        string digits = string.Concat(Enumerable.Range(0, length).Select(i => (char)('3' + (i % 7))));
        string expected = masked ? $"{digits[0]}{new string('*', length - 2)}{digits[^1]}" : digits;
        Assert.Equal(expected, PersonMask.Text(digits));
        Assert.Equal($"。{expected}，{expected}。", PersonMask.Text($"。{digits}，{digits}。"));
        Assert.Equal($"Z{digits}", PersonMask.Text($"Z{digits}")); // part of a word
        Assert.Equal($"{digits}z", PersonMask.Text($"{digits}z"));
    }

    [Theory]
    [InlineData("21010219800101123x", "2****************x")]
    [InlineData("证件号码：21010219800101123X。", "证件号码：2****************X。")]
    [InlineData("21010219800101123Xy", "21010219800101123Xy")]
    [InlineData("2101021980010112X", "2101021980010112X")]
    [InlineData("210102198001011234X", "210102198001011234X")]
    [InlineData("21010219800101123Y", "21010219800101123Y")]
    public void Text_CheckLetter_OnlyAfterSeventeenDigitsAndAtTheEndOfTheWord(string text, string masked) => Assert.Equal(masked, PersonMask.Text(text));

    [Theory]
    [InlineData("19991231", true)]
    [InlineData("20000101", true)]
    [InlineData("20261201", true)]
    [InlineData("20260100", false)]
    [InlineData("20260032", false)]
    [InlineData("20261301", false)]
    [InlineData("20260132", false)]
    [InlineData("20260131", true)]
    [InlineData("18991231", false)]
    [InlineData("21000101", false)]
    [InlineData("202601011", false)]
    [InlineData("2026010", false)]
    public void Text_EightDigits_ADateStays(string digits, bool isDate) =>
        Assert.Equal(isDate ? digits : $"{digits[0]}{new string('*', digits.Length - 2)}{digits[^1]}", PersonMask.Text(digits));

    [Fact]
    public void Name_DoubleSurnames_BothCharactersStay()
    {
        string[] doubles = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "端木", "南宫", "轩辕", "独孤", "长孙", "宇文"];
        Assert.All(doubles, surname =>
        {
            Assert.Equal($"{surname}*", PersonMask.Name($"{surname}明"));
            Assert.Equal($"{surname}**", PersonMask.Name($"{surname}明华"));
            Assert.Equal($"{surname[0]}*", PersonMask.Name(surname)); // two characters alone are a surname and a name
        });
    }

    [Fact]
    public void Name_EndsOfFirms_NobodysName() => Assert.All(
        "司店厂行部社铺馆院所局场会站校园吧庄坊楼城中心处家屋室网轩阁堂居",
        end => Assert.Equal($"东兴{end}", PersonMask.Name($"东兴{end}")));

    [Theory]
    [InlineData("一丁", "一*")] // U+4E00
    [InlineData("鿿丁", "鿿*")] // U+9FFF
    [InlineData("㐀丁", "㐀*")] // U+3400
    [InlineData("䶿丁", "䶿*")] // U+4DBF
    [InlineData("\U00020000丁", "\U00020000*")]
    [InlineData("\U000323AF丁", "\U000323AF*")]
    [InlineData("㏿丁", "㏿丁")] // U+33FF
    [InlineData("䷀丁", "䷀丁")] // U+4DC0
    [InlineData("䷿丁", "䷿丁")] // U+4DFF
    [InlineData("ꀀ丁", "ꀀ丁")] // U+A000
    [InlineData("\U0001FFFF丁", "\U0001FFFF丁")]
    [InlineData("\U000323B0丁", "\U000323B0丁")]
    [InlineData("张三A", "张三A")]
    [InlineData("张三丰年", "张***")]
    [InlineData("张三丰年华", "张三丰年华")]
    [InlineData("·艾力", "·**")]
    [InlineData("阿·买买提·艾力", "阿·******")]
    public void Name_EdgesOfHanAndOfLength_PersonsOnly(string name, string shown) => Assert.Equal(shown, PersonMask.Name(name));

    [Fact]
    public void NameAndText_OfNothing_Refused()
    {
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => PersonMask.Name(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => PersonMask.Text(null!)).ParamName);
    }

    private static IEnumerable<string> Named(FieldTreatment treatment) =>
        RedactionPolicy.Shenyang.Fields.Where(pair => pair.Value == treatment).Select(pair => pair.Key).Order(StringComparer.Ordinal);
}

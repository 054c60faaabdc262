using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Directories;

namespace RandomInspection.Tests;

public sealed class UnifiedSocialCreditCodeTests
{
    // A public example of the standard's annex, and a code of the given file.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("912101141181923197")]
    [InlineData("91210102117776048G")]
    public void Parse_PublishedCode_HasValidCheckCharacter(string text)
    {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.Parse(text);
        Assert.Equal(text, code.Value);
        Assert.Equal(text, code.ToString());
        Assert.True(code.CheckCharacterIsValid);
        Assert.Equal(text.Substring(2, 6), code.RegionCode);
        Assert.Equal(text.Substring(8, 9), code.OrganisationCode);
    }

    [Fact]
    public void Parse_WrongCheckCharacter_IsAcceptedAndSaysSo()
    {
        Assert.True(UnifiedSocialCreditCode.TryParse("91210102117776048H", out UnifiedSocialCreditCode? code));
        Assert.False(code.CheckCharacterIsValid);
    }

    [Fact]
    public void Parse_Empty_RefusesWithRI5101()
    {
        RefusalAssert.Refused("RI5101", () => UnifiedSocialCreditCode.Parse(""));
        Assert.False(UnifiedSocialCreditCode.TryParse(null, out _, out Refusal? refusal));
        RefusalAssert.Is(refusal, "RI5101");
    }

    [Theory]
    [InlineData("9121010211777604", "16")]
    [InlineData("91210102117776048GG", "19")]
    public void Parse_WrongLength_RefusesWithRI5102(string text, string length) =>
        RefusalAssert.Refused("RI5102", () => UnifiedSocialCreditCode.Parse(text), ("value", text), ("length", length));

    [Fact]
    public void Parse_LowerCase_RefusesWithRI5103AndNeverNormalises() =>
        RefusalAssert.Refused("RI5103", () => UnifiedSocialCreditCode.Parse("91210102117776048g"), ("character", "g"), ("position", "18"));

    [Theory]
    [InlineData("I1210102117776048G", "I", "1")]
    [InlineData("91210102117776048O", "O", "18")]
    [InlineData("91210102S17776048G", "S", "9")]
    [InlineData("91210102V17776048G", "V", "9")]
    [InlineData("91210102Z17776048G", "Z", "9")]
    [InlineData(" 1210102117776048G", " ", "1")]
    [InlineData("９1210102117776048G", "９", "1")]
    [InlineData("9\n210102117776048G", "\\u{000A}", "2")]
    public void Parse_ForeignCharacter_RefusesWithRI5104(string text, string character, string position) =>
        RefusalAssert.Refused("RI5104", () => UnifiedSocialCreditCode.Parse(text), ("character", character), ("position", position));

    [Fact]
    public void Parse_LettersInRegion_RefusesWithRI5105() =>
        RefusalAssert.Refused("RI5105", () => UnifiedSocialCreditCode.Parse("9121A102117776048G"), ("region", "21A102"));

    [Fact]
    public void CheckCharacterOf_NotSeventeenOfTheAlphabet_Throws()
    {
        Assert.Throws<ArgumentException>("first17", () => UnifiedSocialCreditCode.CheckCharacterOf("9121010211777604"));
        Assert.Throws<ArgumentException>("first17", () => UnifiedSocialCreditCode.CheckCharacterOf("9121010211777604O"));
    }

    [Property]
    public Property CheckCharacterOf_AnyCode_AgreesWithThePowersOfThree() =>
        Prop.ForAll(Gen.Elements(UnifiedSocialCreditCode.Alphabet.ToCharArray()).ArrayOf(17).ToArbitrary(), characters =>
            UnifiedSocialCreditCode.CheckCharacterOf(characters) == IndependentCheckCharacter(new string(characters)));

    [Property]
    public Property CheckCharacterIsValid_OneCharacterChanged_IsFalse() =>
        Prop.ForAll(
            Gen.Choose(0, 999_999).ToArbitrary(),
            Gen.Choose(8, 17).ToArbitrary(),
            Gen.Choose(1, 30).ToArbitrary(),
            (serial, position, shift) =>
            {
                char[] code = SampleData.SampleSubjects.At(serial).Code.ToCharArray();
                int value = UnifiedSocialCreditCode.Alphabet.IndexOf(code[position], StringComparison.Ordinal);
                code[position] = UnifiedSocialCreditCode.Alphabet[(value + shift) % 31];
                return !UnifiedSocialCreditCode.Parse(new string(code)).CheckCharacterIsValid;
            });

    [Fact]
    public void CheckCharacterIsValid_RealRegister_AlwaysTrue()
    {
        foreach (string line in RealSubjects.Lines().Skip(1))
        {
            UnifiedSocialCreditCode code = UnifiedSocialCreditCode.Parse(line[..18]);
            Assert.True(code.CheckCharacterIsValid, line[..18]);
            Assert.Equal(IndependentCheckCharacter(line[..17]), line[17]);
        }
    }

    /// <summary>Written out anew from GB 32100-2015: the printed weights, and the check value as the one that makes the whole sum a multiple of 31.</summary>
    private static char IndependentCheckCharacter(string first17)
    {
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = first17.Select((c, i) => characters.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum();
        return characters.Single(check => (sum + characters.IndexOf(check, StringComparison.Ordinal)) % 31 == 0);
    }
}

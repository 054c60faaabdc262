using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

public sealed class DirectoryLabelTests
{
    [Theory]
    [InlineData("沈河区")]
    [InlineData("H")]
    [InlineData("a b")]
    [InlineData("\u00E9")]
    [InlineData("𠀀")]
    public void Check_Label_ReturnsNull(string label) => Assert.Null(DirectoryLabel.Check(label));

    [Fact]
    public void Check_Empty_RefusesWithRI5111() => RefusalAssert.Is(DirectoryLabel.Check(""), "RI5111");

    [Fact]
    public void Check_Slash_RefusesWithRI5112() => RefusalAssert.Is(DirectoryLabel.Check("沈河区/大东区"), "RI5112", ("value", "沈河区/大东区"));

    [Theory]
    [InlineData("a\tb", "U+0009")]
    [InlineData("沈\u200B河", "U+200B")]
    [InlineData("沈\u2028河", "U+2028")]
    [InlineData("\uE000", "U+E000")]
    [InlineData("\u0378", "U+0378")]
    [InlineData("\uFFFD", "U+FFFD")]
    public void Check_ForbiddenCharacter_RefusesWithRI5113(string label, string character) =>
        RefusalAssert.Is(DirectoryLabel.Check(label), "RI5113", ("character", character));

    [Fact]
    public void Check_LoneSurrogate_RefusesWithRI5113() => RefusalAssert.Is(DirectoryLabel.Check(new string('\uD800', 1)), "RI5113", ("character", "U+FFFD"));

    [Fact]
    public void Check_NotNfc_RefusesWithRI5114() => RefusalAssert.Is(DirectoryLabel.Check("e\u0301"), "RI5114");

    [Fact]
    public void Check_MoreThan200Bytes_RefusesWithRI5115()
    {
        Assert.Null(DirectoryLabel.Check(new string('沈', 66) + "ab"));
        RefusalAssert.Is(DirectoryLabel.Check(new string('沈', 67)), "RI5115", ("bytes", "201"), ("limit", "200"));
        Assert.Null(DirectoryLabel.Check(new string('a', 200)));
        RefusalAssert.Is(DirectoryLabel.Check(new string('a', 201)), "RI5115", ("bytes", "201"));
    }

    [Property(MaxTest = 2000)]
    public Property Check_Accepted_IsALabelOfAStratum() =>
        Prop.ForAll(Text.ToArbitrary(), text =>
        {
            bool accepted = DirectoryLabel.Check(text) is null;
            bool isStratum;
            try
            {
                isStratum = Stratum.Parse(text).Labels.Count == 1;
            }
            catch (InputRefusedException)
            {
                isStratum = false;
            }

            // The one difference: U+FFFD, which a wrong encoding leaves behind, does not enter a directory.
            return accepted == (isStratum && !text.Contains('\uFFFD', StringComparison.Ordinal));
        });

    private static Gen<string> Text =>
        Gen.Frequency(
            (3, Gen.Choose(0x20, 0x7F)),
            (3, Gen.Choose(0x4E00, 0x9FFF)),
            (2, Gen.Choose(0, 0xFFFF)),
            (1, Gen.Choose(0x300, 0x320)))
        .Select(unit => (char)unit)
        .ArrayOf()
        .Select(units => new string(units));
}

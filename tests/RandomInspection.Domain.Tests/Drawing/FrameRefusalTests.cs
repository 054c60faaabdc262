using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>What frames and units are refused for: “Terms” and §1.</summary>
public sealed class FrameRefusalTests
{
    private const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static TheoryData<string> Ids => new("", ":a", "a b", "a\tb", "编号", "\u007f", "a\u007f", "\uff21", new string('x', 56));

    public static TheoryData<string> CodeClasses => new("", " ", "A B", "甲", "\u007f", "\uff21", new string('A', 33));

    public static TheoryData<string, string> BadStrata => new()
    {
        { "", "not 1 to 8 non-empty labels" },
        { "/", "not 1 to 8 non-empty labels" },
        { "a/", "not 1 to 8 non-empty labels" },
        { "/a", "not 1 to 8 non-empty labels" },
        { "a//b", "not 1 to 8 non-empty labels" },
        { "1/2/3/4/5/6/7/8/9", "not 1 to 8 non-empty labels" },
        { new string('a', 201), "more than 200 bytes (201)" },
        { string.Concat(Enumerable.Repeat("区", 67)), "more than 200 bytes (201)" },
        { "e\u0301", "not in normalisation form C" },
        { "\u212b", "not in normalisation form C" },
        { "a\tb", "the character U+0009" },
        { "a\u0000", "the character U+0000" },
        { "a\u0085", "the character U+0085" },
        { "\u200b", "the character U+200B" },
        { "\ufeff", "the character U+FEFF" },
        { "\ue000", "the character U+E000" },
        { "\U000f0000", "the character U+F0000" },
        { "\u0378", "the character U+0378" },
        { "\u2028", "the character U+2028" },
        { "\u2029", "the character U+2029" },
    };

    public static TheoryData<string, int, string> MalformedLines => new()
    {
        { "a\ts\tA\tdrawable", 1, "a\ts\tA\tdrawable" },
        { "a\ts\tA\n", 1, "a\ts\tA" },
        { "a\ts\tA\tdrawable\tx\n", 1, "a\ts\tA\tdrawable\tx" },
        { "a\ts\tA\tDrawable\n", 1, "a\ts\tA\tDrawable" },
        { "a\ts\tA\tdrawable \n", 1, "a\ts\tA\tdrawable " },
        { "a\ts\tA\t\n", 1, "a\ts\tA\t" },
        { "\n", 1, "" },
        { "a\ts\tA\tdrawable\n\n", 2, "" },
        { "a\ts\tA\tdrawable\nb\ts\tA\tresting", 2, "b\ts\tA\tresting" },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void FrameUnit_MalformedId_RI1101(string id)
    {
        RefusalAssert.Input("RI1101", () => Unit(id), ("id", id));
        Assert.False(FrameUnit.IsId(id));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("~")]
    [InlineData("a:b")]
    [InlineData("91210102MA0XXXXX0X")]
    public void FrameUnit_EdgesOfTheRule_Accepted(string id)
    {
        Assert.Equal(id, Unit(id).Id);
        Assert.Equal(new string('x', 55), Unit(new string('x', 55)).Id);
        Assert.Equal(new string('~', 32), new FrameUnit("a", Stratum.Parse("s"), new string('~', 32), Standing.Drawable).Class);
    }

    [Theory]
    [MemberData(nameof(CodeClasses))]
    public void FrameUnit_MalformedClass_RI1102(string @class) =>
        RefusalAssert.Input("RI1102", () => _ = new FrameUnit("a", Stratum.Parse("s"), @class, Standing.Drawable), ("class", @class));

    [Theory]
    [MemberData(nameof(BadStrata))]
    public void Stratum_Malformed_RI1103WithTheReason(string stratum, string reason) =>
        RefusalAssert.Contains("RI1103", () => Stratum.Parse(stratum), ("stratum", stratum), ("reasonEn", reason));

    [Fact]
    public void Stratum_LoneSurrogate_RI1103() =>
        RefusalAssert.Contains("RI1103", () => Stratum.Parse("a\ud83d"), ("reasonEn", "an unpaired surrogate"));

    [Theory]
    [InlineData("1/2/3/4/5/6/7/8", 8)]
    [InlineData("a b", 1)]
    [InlineData("😀/区/\u3000", 3)]
    public void Stratum_EdgesOfTheRule_Accepted(string stratum, int labels)
    {
        Assert.Equal(labels, Stratum.Parse(stratum).Labels.Count);
        Assert.Equal(stratum, Stratum.Parse(stratum).Text);
        Assert.Equal(200, Encoding.UTF8.GetByteCount(Stratum.Parse(new string('a', 200)).Text));
    }

    [Theory]
    [InlineData("a", "a/b")]
    [InlineData("a/z", "a!")]
    [InlineData("～", "😀")]
    [InlineData("B", "a")]
    [InlineData("a/b/c", "a/bb")]
    public void Stratum_CompareTo_LabelByLabelInBytes(string smaller, string larger)
    {
        Assert.True(Stratum.Parse(smaller).CompareTo(Stratum.Parse(larger)) < 0);
        Assert.True(Stratum.Parse(larger).CompareTo(Stratum.Parse(smaller)) > 0);
        Assert.Equal(0, Stratum.Parse(smaller).CompareTo(Stratum.Parse(smaller)));
    }

    [Theory]
    [MemberData(nameof(MalformedLines))]
    public void Read_MalformedLine_RI1105(string file, int line, string value) =>
        RefusalAssert.Input("RI1105", () => Read(file), ("line", $"{line}"), ("value", value));

    [Fact]
    public void Read_IdTwice_RI1104() =>
        RefusalAssert.Input("RI1104", () => Read("a\ts\tA\tdrawable\na\tt\tB\tresting\n"), ("id", "a"), ("line", "2"));

    [Fact]
    public void Of_IdTwice_RI1104() =>
        RefusalAssert.Input("RI1104", () => Frame.Of([Unit("b"), Unit("a"), Unit("b")]), ("id", "b"));

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "B")]
    [InlineData("ab", "a")]
    public void Read_OutOfOrder_RI1106(string first, string second) =>
        RefusalAssert.Input(
            "RI1106", () => Read($"{first}\ts\tA\tdrawable\n{second}\ts\tA\tdrawable\n"), ("line", "2"), ("id", second), ("previous", first));

    [Fact]
    public void Read_BomCrOrBrokenUtf8_RI1107()
    {
        RefusalAssert.Input("RI1107", () => Read("\ufeffa\ts\tA\tdrawable\n"), ("line", "1"));
        RefusalAssert.Input("RI1107", () => Read("a\ts\tA\tdrawable\nb\ts\tA\tdrawable\r\n"), ("line", "2"));
        RefusalAssert.Input("RI1107", () => FrameFile.Read([.. "a\t"u8, 0xff, .. "\tA\tdrawable\n"u8]), ("line", "1"));
        RefusalAssert.Input("RI1107", () => FrameFile.Read([.. "a\t"u8, 0xed, 0xa0, 0x80, .. "\tA\tdrawable\n"u8]), ("line", "1"));
    }

    [Fact]
    public void Read_MalformedIdClassOrStratum_TheirOwnCodes()
    {
        RefusalAssert.Input("RI1101", () => Read(":\ts\tA\tdrawable\n"), ("id", ":"));
        RefusalAssert.Input("RI1102", () => Read("a\ts\t\tdrawable\n"), ("class", ""));
        RefusalAssert.Contains("RI1103", () => Read("a\t\tA\tdrawable\n"), ("stratum", ""));
    }

    [Fact]
    public void Root_EmptyFrame_HashOfNothingAndOnlySizeZeroDraws()
    {
        Frame empty = FrameFile.Read([]);
        DrawEngine engine = new();

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", engine.Root(empty, FrameKey.Parse(Key), "sha-256").Hex);
        Assert.Empty(engine.Draw(empty, Design(0), Seed.Parse(Key), "sha-256").Cells);
        RefusalAssert.Input(
            "RI1211", () => engine.Draw(empty, Design(1), Seed.Parse(Key), "sha-256"), ("size", "1"), ("drawable", "0"), ("where", "全部 all"));
    }

    [Fact]
    public void Root_OneBitOfKeyOrLine_AnotherRoot()
    {
        DrawEngine engine = new();
        string root = engine.Root(Frame.Of([Unit("a"), Unit("b")]), FrameKey.Parse(Key), "sha-256").Hex;

        Assert.NotEqual(root, engine.Root(Frame.Of([Unit("a"), Unit("b")]), FrameKey.Parse(Key[..63] + "e"), "sha-256").Hex);
        Assert.NotEqual(root, engine.Root(Frame.Of([Unit("a"), Unit("c")]), FrameKey.Parse(Key), "sha-256").Hex);
        Assert.NotEqual(root, engine.Root(Frame.Of([Unit("a"), new FrameUnit("b", Stratum.Parse("s"), "A", Standing.Resting)]), FrameKey.Parse(Key), "sha-256").Hex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdeg0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Parse_NotSixtyFourLowerCaseHex_RI1301(string hex)
    {
        RefusalAssert.Input("RI1301", () => FrameKey.Parse(hex), ("what", "FrameKey"), ("value", hex));
        RefusalAssert.Input("RI1301", () => Seed.Parse(hex), ("what", "Seed"), ("value", hex));
        RefusalAssert.Input("RI1301", () => Digest.Parse(hex), ("what", "Digest"), ("value", hex));
    }

    [Fact]
    public void ToString_FrameKey_DoesNotTellIt() => Assert.DoesNotContain(Key, FrameKey.Parse(Key).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Engine_UnknownHash_RI1302()
    {
        RefusalAssert.Input("RI1302", () => new DrawEngine().Root(Frame.Of([]), FrameKey.Parse(Key), "sm3"), ("hash", "sm3"), ("known", "sha-256"));
        RefusalAssert.Input("RI1302", () => new DrawEngine(DrawVector.Hashes).Draw(Frame.Of([]), Design(0), Seed.Parse(Key), "SM3"), ("hash", "SM3"), ("known", "sha-256, sm3"));
        RefusalAssert.Input("RI1302", () => new DrawEngine().Prove(Frame.Of([]), FrameKey.Parse(Key), "md5", "a"), ("hash", "md5"), ("known", "sha-256"));
    }

    private static Frame Read(string file) => FrameFile.Read(Encoding.UTF8.GetBytes(file));

    private static FrameUnit Unit(string id) => new(id, Stratum.Parse("s"), "A", Standing.Drawable);

    private static DrawDesign Design(int size) => DesignDocument.Parse($$$"""{"kind":"fixed","size":{{{size}}},"weights":{}}""").Design;
}

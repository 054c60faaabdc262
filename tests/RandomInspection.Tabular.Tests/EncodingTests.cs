using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class EncodingTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    [Fact]
    public void Open_Utf8WithAndWithoutMark_ReadsTheSame()
    {
        byte[] plain = Encoding.UTF8.GetBytes("名称,区域\n沈河饭店,沈河区\n");
        foreach (byte[] file in new[] { plain, [0xEF, 0xBB, 0xBF, .. plain] })
        {
            using TableReader table = TableReader.Open(file);
            Assert.Equal(TableEncoding.Utf8, table.Encoding);
            Assert.Equal(["名称", "区域"], table.Headers);
            TableRow row = Assert.Single(table.Rows());
            Assert.Equal(2, row.Line);
            Assert.Equal(["沈河饭店", "沈河区"], row.Fields);
        }
    }

    [Fact]
    public void Open_Gb18030_IsDetected()
    {
        using TableReader table = TableReader.Open(Gb18030.GetBytes("名称,区域\n㐀𠀀€饭店,沈河区\n"));
        Assert.Equal(TableEncoding.Gb18030, table.Encoding);
        Assert.Equal(["㐀𠀀€饭店", "沈河区"], Assert.Single(table.Rows()).Fields);
    }

    [Fact]
    public void Open_SaidToBeGb18030_IsReadAsThatEvenIfItCouldBeUtf8()
    {
        // One character of GB18030, and another one of UTF-8: the trap of detection, which only short files can hold.
        byte[] file = [(byte)'a', (byte)'\n', 0xC4, 0xA1, (byte)'\n'];
        using TableReader detected = TableReader.Open(file);
        Assert.Equal(TableEncoding.Utf8, detected.Encoding);
        using TableReader said = TableReader.Open(file, new TableFormat { Encoding = TableEncoding.Gb18030 });
        Assert.Equal(Gb18030.GetString([0xC4, 0xA1]), Assert.Single(said.Rows())[0]);
        Assert.Equal("ġ", Assert.Single(detected.Rows())[0]);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    public void Open_NoBytes_RefusesWithRI5001(byte[] file) => RefusalAssert.Refused("RI5001", () => TableReader.Open(file));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, "UTF-16")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0 }, "UTF-32")]
    [InlineData(new byte[] { 0x00, 0x00, 0xFE, 0xFF, 0, 0, 0, 0x61 }, "UTF-32")]
    public void Open_MarkOfUtf16_RefusesWithRI5002(byte[] file, string encoding) =>
        RefusalAssert.Refused("RI5002", () => TableReader.Open(file), ("encoding", encoding));

    [Fact]
    public void Open_Workbook_RefusesWithRI5003()
    {
        RefusalAssert.Refused("RI5003", () => TableReader.Open([(byte)'P', (byte)'K', 3, 4, 20, 0]), ("kind", "XLSX (ZIP)"));
        RefusalAssert.Refused("RI5003", () => TableReader.Open([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), ("kind", "XLS (OLE)"));
    }

    [Fact]
    public void Open_NulByte_RefusesWithRI5004()
    {
        RefusalAssert.Refused("RI5004", () => TableReader.Open("a,b\r\n1,\0\n"u8.ToArray()), ("offset", "7"), ("line", "2"));
        RefusalAssert.Refused("RI5004", () => TableReader.Open(Encoding.Unicode.GetBytes("a,b\n")), ("offset", "1"), ("line", "1"));
        RefusalAssert.Refused("RI5004", () => TableReader.Open([.. Gb18030.GetBytes("名称\n饭店\r"), 0]), ("offset", "10"), ("line", "3"));
    }

    [Fact]
    public void Open_NeitherEncoding_RefusesWithRI5005AtTheByteWhereTheBetterOneFails() =>
        RefusalAssert.Refused("RI5005", () => TableReader.Open([.. Gb18030.GetBytes("名称,区域\r饭店,"), 0xFF, (byte)'\n']), ("offset", "15"), ("line", "2"), ("byte", "0xFF"));

    [Fact]
    public void Open_BrokenUtf8_RefusesWithRI5006InsteadOfReadingGarbage()
    {
        byte[] whole = Encoding.UTF8.GetBytes("名称,区域\n沈阳市沈河区饭店,沈河区沈河区");
        byte[] cut = whole[..^1];
        RefusalAssert.Refused("RI5006", () => TableReader.Open(cut), ("encoding", "UTF-8"), ("offset", (whole.Length - 3).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("line", "2"), ("byte", "0xE5"));
        RefusalAssert.Refused("RI5006", () => TableReader.Open([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n', 0xC3, (byte)'\n']), ("offset", "5"), ("line", "2"), ("byte", "0xC3"));
        RefusalAssert.Refused("RI5006", () => TableReader.Open([(byte)'a', 0xFF], new TableFormat { Encoding = TableEncoding.Gb18030 }), ("encoding", "GB18030"), ("offset", "1"));
        RefusalAssert.Refused("RI5006", () => TableReader.Open([(byte)'a', 0xC4, 0xE3], new TableFormat { Encoding = TableEncoding.Utf8 }), ("encoding", "UTF-8"), ("offset", "1"));
        RefusalAssert.Refused("RI5006", () => TableReader.Open([0xEF, 0xBB, 0xBF, (byte)'a'], new TableFormat { Encoding = TableEncoding.Gb18030 }), ("encoding", "GB18030"), ("offset", "0"));
    }

    [Theory]
    [InlineData(65_530)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(131_071)]
    public void Open_CharactersAcrossBlocks_AreWhole(int padding)
    {
        string text = "a\n" + string.Join("\n", Enumerable.Repeat(new string('x', 998), padding / 999)) + new string('x', padding % 999) + "\n沈𠀀河\n";
        foreach (Encoding encoding in new[] { new UTF8Encoding(false), Gb18030 })
        {
            using TableReader table = TableReader.Open(encoding.GetBytes(text));
            Assert.Equal("沈𠀀河", table.Rows().Last()[0]);
        }

        byte[] wrong = [.. Gb18030.GetBytes(text), 0xC9];
        RefusalAssert.Refused("RI5005", () => TableReader.Open(wrong), ("offset", (wrong.Length - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Property(MaxTest = 500)]
    public Property Open_AnyText_IsReadBackFromBothEncodings() =>
        Prop.ForAll(Texts.Cell.ToArbitrary(), cell =>
        {
            string file = "甲乙丙丁\n\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"\n";
            return ReadBack(Encoding.UTF8.GetBytes(file)) == cell
                && ReadBack(Gb18030.GetBytes(file), TableEncoding.Gb18030) == cell;
        });

    [Property(MaxTest = 2000)]
    public Property Open_AnyTwoOrFourBytes_AreReadAsTheFrameworkDecodesThem() =>
        Prop.ForAll(Gen.Choose(0x80, 0xFF).Two().ToArbitrary(), Gen.Choose(0x30, 0xFF).Two().ToArbitrary(), (leads, trails) =>
        {
            byte[] sequence = [(byte)leads.Item1, (byte)trails.Item1, (byte)leads.Item2, (byte)trails.Item2];
            string? expected;
            try
            {
                expected = Gb18030.GetString(sequence);
            }
            catch (DecoderFallbackException)
            {
                expected = null;
            }

            string? actual;
            try
            {
                actual = ReadBack([(byte)'a', (byte)'\n', (byte)'"', .. sequence, (byte)'"', (byte)'\n'], TableEncoding.Gb18030);
            }
            catch (InputRefusedException refused) when (refused.Refusal.Code == "RI5006")
            {
                actual = null;
            }

            return actual == expected;
        });

    private static string ReadBack(byte[] file, TableEncoding? encoding = null)
    {
        using TableReader table = TableReader.Open(file, new TableFormat { Encoding = encoding });
        return table.Rows().Single()[0];
    }
}

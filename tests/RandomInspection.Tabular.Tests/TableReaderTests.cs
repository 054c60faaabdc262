using System.Text;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class TableReaderTests
{
    [Fact]
    public void Rows_QuotedLineBreaks_KeepRealLines()
    {
        using TableReader table = Open("a,b\r\n1,\"x\r\ny\"\r\n\r\n3,4");
        TableRow[] rows = [.. table.Rows()];
        Assert.Equal([2, 5], rows.Select(row => row.Line));
        Assert.Equal("x\r\ny", rows[0][1]);
        Assert.Equal("4", rows[1][table.ColumnOf("b")]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\n\n,\na,b\n\n1,2\n,\n3,4\n,\n")]
    public void Rows_AnyLineBreakAndBlankLines_AreTheSame(string text)
    {
        using TableReader table = Open(text);
        Assert.Equal(["a", "b"], table.Headers);
        Assert.Equal(["1|2", "3|4"], table.Rows().Select(row => string.Join('|', row.Fields)));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a;b;c\n1;2;3\n", ';')]
    [InlineData("a\tb\tc\n1\t2\t3\n", '\t')]
    [InlineData("\"a;;;\",b,c\n1,2,3\n", ',')]
    [InlineData("\r\n\n\"a\n;;;\";b,x;c\n1;2;3\n", ';')]
    [InlineData("a\n1;2\n", ',')]
    public void Open_NoDelimiterSaid_DetectsItFromTheHeader(string text, char delimiter)
    {
        using TableReader table = Open(text);
        Assert.Equal(delimiter, table.Delimiter);
        Assert.Equal(text.StartsWith("a\n", StringComparison.Ordinal) ? 1 : 3, table.Headers.Length);
    }

    [Fact]
    public void Open_DelimiterSaid_IsUsed()
    {
        using TableReader table = Open("a,b;c\n1,2;3\n", new TableFormat { Delimiter = ';' });
        Assert.Equal(["a,b", "c"], table.Headers);
        Assert.Equal('\t', TableFormat.ForFileName("x/Y.TSV").Delimiter);
        Assert.Null(TableFormat.ForFileName("x.csv").Delimiter);
        Assert.Throws<ArgumentException>("Delimiter", () => new TableFormat { Delimiter = '|' });
        Assert.Throws<ArgumentOutOfRangeException>("MaximumFieldLength", () => new TableFormat { MaximumFieldLength = 0 });
    }

    [Theory]
    [InlineData("\n\r\n\n")]
    [InlineData(",,,\n,,\n")]
    public void Open_NothingButBlankLines_RefusesWithRI5008(string text) => RefusalAssert.Refused("RI5008", () => Open(text));

    [Fact]
    public void Open_HeaderWithoutName_RefusesWithRI5009() => RefusalAssert.Refused("RI5009", () => Open("\na, ,c\n"), ("column", "2"), ("line", "2"));

    [Fact]
    public void Open_HeaderTwice_RefusesWithRI5010() => RefusalAssert.Refused("RI5010", () => Open("名称,b,名称\n"), ("header", "名称"), ("first", "1"), ("second", "3"));

    [Fact]
    public void ColumnOf_UnknownHeader_RefusesWithRI5011AndListsTheKnown()
    {
        using TableReader table = Open("代码,名称\n1,2\n");
        RefusalAssert.Refused("RI5011", () => table.ColumnOf("区域"), ("header", "区域"), ("known", "代码、名称"));
    }

    [Fact]
    public void Rows_OtherNumberOfFields_AreFaultyWithRI5012AndTheNextIsRead()
    {
        using TableReader table = Open("a,b\n1\n1,2,3\n1,2\n");
        TableRow[] rows = [.. table.Rows()];
        RefusalAssert.Is(rows[0].Fault, "RI5012", ("line", "2"), ("expected", "2"), ("actual", "1"));
        RefusalAssert.Is(rows[1].Fault, "RI5012", ("line", "3"), ("expected", "2"), ("actual", "3"));
        RefusalAssert.Refused("RI5012", () => _ = rows[1][0]);
        Assert.Equal(["1", "2", "3"], rows[1].Fields);
        Assert.Null(rows[2].Fault);
        Assert.Equal("2", rows[2][1]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,\"x\n5,6\n", "3")]
    [InlineData("a,b\n1,2\n\"3\n\n4\",\"x\n5,6\n", "5")]
    [InlineData("a,b\nx\"y,\"open\n5,6\n", "2")]
    [InlineData("a,b\n1,\"open\"\"\n", "2")]
    [InlineData("a,b\n1,\"", "2")]
    public void Rows_QuoteNeverClosed_RefuseWithRI5013AndTheLineWhereItOpens(string text, string line)
    {
        using TableReader table = Open(text);
        RefusalAssert.Refused("RI5013", () => _ = table.Rows().Count(), ("line", line));
    }

    [Fact]
    public void Open_QuoteOfTheHeaderNeverClosed_RefusesWithRI5013() => RefusalAssert.Refused("RI5013", () => Open("a,\"b\n1,2\n"), ("line", "1"));

    [Fact]
    public void Rows_TextAfterClosingQuote_AreFaultyWithRI5014()
    {
        using TableReader table = Open("a,b\n\"1\"x,2\n3,4\n");
        TableRow[] rows = [.. table.Rows()];
        RefusalAssert.Is(rows[0].Fault, "RI5014", ("line", "2"));
        Assert.Null(rows[1].Fault);
        RefusalAssert.Refused("RI5014", () => Open("\"a\"b,c\n"), ("line", "1"));
    }

    [Fact]
    public void Rows_QuoteInsideAnUnquotedField_IsAnOrdinaryCharacter()
    {
        using TableReader table = Open("a,b\n5\" pipe,2\n");
        TableRow row = Assert.Single(table.Rows());
        Assert.Null(row.Fault);
        Assert.Equal("5\" pipe", row[0]);
    }

    [Fact]
    public void Rows_FieldTooLarge_RefuseWithRI5015()
    {
        using TableReader fits = Open("a,b\n1,沈沈沈沈沈\n", new TableFormat { MaximumFieldLength = 5 });
        Assert.Single(fits.Rows());
        using TableReader table = Open("a,b\n1,沈沈沈沈沈沈\n", new TableFormat { MaximumFieldLength = 5 });
        RefusalAssert.Refused("RI5015", () => _ = table.Rows().Count(), ("line", "2"), ("column", "2"), ("limit", "5"));
        RefusalAssert.Refused("RI5015", () => Open("abcdef\n", new TableFormat { MaximumFieldLength = 5 }), ("line", "1"), ("column", "1"));
    }

    [Fact]
    public void Rows_OpenQuoteBeforeMegabytes_RefuseWithRI5016InBoundedMemory()
    {
        using TableReader table = Open("a,b\n1,2\n3,\"" + string.Concat(Enumerable.Repeat("x,y\n", 1_000_000)));
        RefusalAssert.Refused("RI5016", () => _ = table.Rows().Count(), ("line", "3"), ("limit", "1048576"));
    }

    [Fact]
    public void Rows_Twice_Throws()
    {
        using TableReader table = Open("a\n1\n");
        _ = table.Rows();
        Assert.Throws<InvalidOperationException>(() => table.Rows());
    }

    [Fact]
    public void Rows_Progress_EndsWithTheLengthOfTheFile()
    {
        byte[] file = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1234567890,1234567890\n", 50_000)));
        List<long> told = [];
        using TableReader table = TableReader.Open(file);
        Assert.Equal(50_000, table.Rows(new Told(told)).Count());
        Assert.Equal(file.Length, told[^1]);
        Assert.InRange(told.Count, 3, 10);
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public void Rows_Cancelled_Stop()
    {
        using CancellationTokenSource source = new();
        using TableReader table = Open("a\n1\n2\n");
        using IEnumerator<TableRow> rows = table.Rows(null, source.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }

    [Fact]
    public void Open_StreamThatCannotSeek_IsReadAndStaysOpen()
    {
        using ForwardStream stream = new("a,b\n1,2\n"u8.ToArray());
        using (TableReader table = TableReader.Open(stream))
        {
            Assert.Equal("2", Assert.Single(table.Rows())[1]);
        }

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Dispose_OpenStream_StaysOpen()
    {
        using MemoryStream stream = new("a\n1\n"u8.ToArray());
        TableReader.Open(stream).Dispose();
        Assert.True(stream.CanRead);
    }

    private static TableReader Open(string text, TableFormat? format = null) => TableReader.Open(Encoding.UTF8.GetBytes(text), format);

    private sealed class Told(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}

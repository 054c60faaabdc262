using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class CsvExportTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("沈河区", "沈河区")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("1-1", "1-1")]
    public void Escape_Cell_IsHarmlessAndQuoted(string cell, string escaped) => Assert.Equal(escaped, CsvText.Escape(cell));

    [Fact]
    public async Task Write_Table_HasTheBytesOfRfc4180()
    {
        Assert.Equal("\uFEFF名称,数\r\n\"a,b\",'-1\r\n", Encoding.UTF8.GetString(await Written(ByteOrderMark.Written, ["名称", "数"], ["a,b", "-1"])));
        Assert.Equal("a\r\n\"\"\r\n", Encoding.UTF8.GetString(await Written(ByteOrderMark.None, ["a"], [""])));
    }

    [Fact]
    public async Task Write_WrongNumberOfCells_Throws()
    {
        using MemoryStream stream = new();
        await Assert.ThrowsAsync<ArgumentException>("headers", () => CsvExport.BeginAsync(stream, []));
        await using CsvExport export = await CsvExport.BeginAsync(stream, ["a", "b"]);
        await Assert.ThrowsAsync<ArgumentException>("cells", () => export.WriteRowAsync(["1"]));
        await Assert.ThrowsAsync<ArgumentException>("cells", () => export.WriteRowAsync(default));
    }

    [Property]
    public Property Write_ThenRead_GivesTheNeutralisedCells() =>
        Prop.ForAll(Texts.Cell.ArrayOf(2).ArrayOf().ToArbitrary(), Gen.Elements(ByteOrderMark.Written, ByteOrderMark.None).ToArbitrary(), (rows, mark) =>
        {
            byte[] file = Written(mark, ["甲", "乙"], [.. rows.Select(row => ImmutableArray.Create(row))]).GetAwaiter().GetResult();
            using TableReader table = TableReader.Open(file);
            return table.Headers.SequenceEqual(["甲", "乙"])
                && table.Rows().Select(row => string.Join('\u241F', row.Fields)).SequenceEqual(rows.Select(row => string.Join('\u241F', row.Select(CsvText.Neutralise))));
        });

    [Property]
    public bool Neutralise_AnyCell_BeginsWithNothingASpreadsheetObeys(string? cell) =>
        CsvText.Neutralise(cell ?? "") is var harmless && (harmless.Length == 0 || "=+-@\t\r\n＝＋－＠".IndexOf(harmless[0], StringComparison.Ordinal) < 0);

    private static async Task<byte[]> Written(ByteOrderMark mark, ImmutableArray<string> headers, params ImmutableArray<string>[] rows)
    {
        using MemoryStream stream = new();
        await using (CsvExport export = await CsvExport.BeginAsync(stream, headers, mark))
        {
            foreach (ImmutableArray<string> row in rows)
            {
                await export.WriteRowAsync(row);
            }
        }

        return stream.ToArray();
    }
}

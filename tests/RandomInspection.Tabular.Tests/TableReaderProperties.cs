using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class TableReaderProperties
{
    [Property(MaxTest = 500)]
    public Property Rows_AnyCellsQuoted_AreReadBackWithTheirLines() =>
        Prop.ForAll(Tables.ToArbitrary(), Gen.Elements(',', ';', '\t').ToArbitrary(), Gen.Elements("\n", "\r\n").ToArbitrary(), (cells, delimiter, newLine) =>
        {
            StringBuilder text = new($"甲{delimiter}乙{delimiter}丙{newLine}");
            List<long> lines = [];
            long line = 2;
            foreach (string[] row in cells)
            {
                lines.Add(line);
                string written = string.Join(delimiter, row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
                text.Append(written).Append(newLine);
                line += 1 + written.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\r' or '\n');
            }

            using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes(text.ToString()));
            TableRow[] rows = [.. table.Rows()];
            return table.Delimiter == delimiter
                && rows.Select(row => row.Line).SequenceEqual(lines)
                && rows.Length == cells.Length
                && rows.Zip(cells).All(pair => pair.First.Fault is null && pair.First.Fields.SequenceEqual(pair.Second));
        });

    [Property(MaxTest = 2000)]
    public Property Rows_RandomText_AgreeWithTheSlowReaderOrAreRefused() =>
        Prop.ForAll(Text.ToArbitrary(), text =>
        {
            List<(long Line, string Fields)> expected = SlowReader.Read(text, out bool openQuote);
            List<(long Line, string Fields)> actual = [];
            try
            {
                using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes("h\n" + text), new TableFormat { Delimiter = ',' });
                actual.AddRange(table.Rows().Where(row => row.Fault?.Code != "RI5014").Select(row => (row.Line, string.Join('\u241F', row.Fields))));
            }
            catch (InputRefusedException refused)
            {
                return openQuote && refused.Refusal.Code == "RI5013";
            }

            return !openQuote && actual.SequenceEqual(expected);
        });

    [Property(MaxTest = 3000)]
    public Property Import_RandomBytes_IsRefusedOrReadAndNothingElse(byte[] bytes)
    {
        InputRefusedException? refused = null;
        try
        {
            Import(bytes);
            Import([.. "统一社会信用代码,名称,登记区域,行业门类,信用类别\n"u8, .. bytes]);
        }
        catch (InputRefusedException exception)
        {
            refused = exception;
        }

        return (refused is null || refused.Refusal.Code.StartsWith("RI50", StringComparison.Ordinal)).ToProperty();
    }

    private static void Import(byte[] bytes)
    {
        using TableReader table = TableReader.Open(bytes, new TableFormat { MaximumFieldLength = 100 });
        SubjectColumns columns = new() { Code = table.Headers[0], Name = table.Headers[^1] };
        _ = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers) is { Missing.IsEmpty: true } guessed ? guessed : columns);
    }

    private static Gen<string[][]> Tables => Texts.Cell.ArrayOf(3).ArrayOf();

    private static Gen<string> Text =>
        Gen.Elements("a", "b", "沈", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ").ArrayOf().Select(parts => string.Concat(parts));
}

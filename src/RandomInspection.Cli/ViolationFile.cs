using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Tabular;

namespace RandomInspection.Cli;

/// <summary>Reads a violation table: the columns <c>stratum</c>, <c>violations</c>, <c>inspected</c>.</summary>
internal static class ViolationFile
{
    /// <summary>The counts of a CSV or TSV file; every bad row is reported.</summary>
    /// <exception cref="InputRefusedException">The file cannot be read, a column is missing (RI5011), a stratum stands twice (RI1220), or rows are refused (RI9106).</exception>
    public static ImmutableArray<ViolationCount> Read(RiConsole console, string path)
    {
        List<ViolationCount> counts = [];
        int rows = 0, refusedRows = 0;
        HashSet<string> advised = new(StringComparer.Ordinal);
        using TableReader table = TableReader.Open(InputFile.Read(path), TableFormat.ForFileName(path));
        (int stratum, int violations, int inspected) = (table.ColumnOf("stratum"), table.ColumnOf("violations"), table.ColumnOf("inspected"));
        foreach (TableRow row in table.Rows())
        {
            rows++;
            try
            {
                counts.Add(new ViolationCount(
                    Stratum.Parse(row[stratum]), WholeNumber.Parse("violations", row[violations]), WholeNumber.Parse("inspected", row[inspected])));
            }
            catch (InputRefusedException refused)
            {
                refusedRows++;
                console.Report(refused.Refusal, console.Say($"第 {row.Line} 行：", $"line {row.Line}: "), withRemedy: advised.Add(refused.Refusal.Code));
            }
        }

        return refusedRows == 0
            ? ViolationTable.Ordered(counts)
            : throw CliRefusals.RowsRefused.Refuse(("refused", refusedRows), ("rows", rows));
    }
}

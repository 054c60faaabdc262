using System.Collections.Immutable;
using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Reads the first sheet of an XLSX workbook row by row: values as they are kept, formulas by the value that was computed last.</summary>
/// <remarks>Lines without any value are skipped. A date is written yyyy-MM-dd, a number without exponent where it is whole.</remarks>
public sealed class WorkbookReader : ITable
{
    private readonly IExcelDataReader _sheet;
    private long _line;

    private WorkbookReader(IExcelDataReader sheet)
    {
        _sheet = sheet;
        Headers = ReadHeaders();
    }

    /// <inheritdoc />
    public ImmutableArray<string> Headers { get; }

    /// <summary>Opens a workbook and reads its header.</summary>
    /// <param name="source">The file, which can seek; it stays open.</param>
    /// <param name="limits">How much it may be; <see langword="null"/>: <see cref="WorkbookLimits.Default"/>.</param>
    /// <exception cref="InputRefusedException">It is no such workbook, too much, or has more than data (RI5019), or no header (RI5008 to RI5010).</exception>
    public static WorkbookReader Open(Stream source, WorkbookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance); // the library asks for it, whatever the format
        WorkbookGuard.Check(source, limits ?? WorkbookLimits.Default);
        source.Position = 0;
        IExcelDataReader? sheet = null;
        try
        {
            sheet = ExcelReaderFactory.CreateOpenXmlReader(source, new ExcelReaderConfiguration { LeaveOpen = true });
            return new WorkbookReader(sheet);
        }
        catch (Exception e) when (IsBroken(e))
        {
            sheet?.Dispose();
            throw Broken(e);
        }
        catch (InputRefusedException)
        {
            sheet?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public int ColumnOf(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        int column = Headers.IndexOf(header);
        return column >= 0
            ? column
            : throw TableRefusals.UnknownColumn.Refuse(("header", ShownText.Of(header)), ("known", string.Join("、", Headers.Select(one => ShownText.Of(one)))));
    }

    /// <inheritdoc />
    public IEnumerable<TableRow> Rows(CancellationToken cancellation = default)
    {
        while (Next() is { } fields)
        {
            cancellation.ThrowIfCancellationRequested();

            // Cells to the right of the header are nobody's, and those that are missing are empty.
            if (fields.Length > Headers.Length && fields.AsSpan(Headers.Length).ContainsAnyExcept(""))
            {
                yield return new TableRow(_line, [.. fields], TableRefusals.FieldCount.With(("line", _line), ("expected", Headers.Length), ("actual", fields.Length)));
                continue;
            }

            yield return new TableRow(_line, [.. fields.Take(Headers.Length), .. Enumerable.Repeat("", Math.Max(0, Headers.Length - fields.Length))], null);
        }
    }

    /// <summary>Frees the buffers; the stream stays open.</summary>
    public void Dispose() => _sheet.Dispose();

    private ImmutableArray<string> ReadHeaders()
    {
        string[] fields = Next() ?? throw TableRefusals.NoHeader.Refuse();
        int columns = Array.FindLastIndex(fields, field => field.Length > 0) + 1;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < columns; i++)
        {
            if (string.IsNullOrWhiteSpace(fields[i]))
            {
                throw TableRefusals.HeaderEmpty.Refuse(("column", i + 1), ("line", _line));
            }

            if (!seen.TryAdd(fields[i], i + 1))
            {
                throw TableRefusals.HeaderDuplicate.Refuse(("header", ShownText.Of(fields[i])), ("first", seen[fields[i]]), ("second", i + 1));
            }
        }

        return [.. fields[..columns]];
    }

    /// <summary>The next row that has a value; <see langword="null"/> at the end.</summary>
    private string[]? Next()
    {
        try
        {
            while (_sheet.Read())
            {
                _line++;
                string[] fields = new string[_sheet.FieldCount];
                bool isBlank = true;
                for (int i = 0; i < fields.Length; i++)
                {
                    fields[i] = TextOf(_sheet.GetValue(i));
                    isBlank &= fields[i].Length == 0;
                }

                if (!isBlank)
                {
                    return fields;
                }
            }

            return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken(e);
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && Math.Floor(number) == number => ((long)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsBroken(Exception e) =>
        e is ExcelReaderException or System.Xml.XmlException or InvalidDataException or FormatException or IndexOutOfRangeException or ArgumentException or NullReferenceException or OverflowException;

    private static InputRefusedException Broken(Exception e) => TableRefusals.WorkbookRefused.Refuse(("fault", ShownText.Of(e.Message)));
}

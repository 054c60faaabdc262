using System.Collections.Immutable;
using System.Text;
using RandomInspection.Tabular;

namespace RandomInspection.Exchange;

/// <summary>Writes messages in one of the forms, one at a time.</summary>
internal sealed class DropWriter : IAsyncDisposable
{
    private readonly StreamWriter? _text;
    private readonly WorkbookWriter? _workbook;
    private readonly bool _isTable;

    /// <summary>Begins a file.</summary>
    public DropWriter(Stream file, DropFormat format)
    {
        if (format == DropFormat.Workbook)
        {
            _workbook = WorkbookWriter.Begin(file, EnvelopeTable.Headers);
            return;
        }

        Encoding encoding = format == DropFormat.CsvGb18030 ? Gb18030() : new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == DropFormat.CsvWithMark);
        _text = new StreamWriter(file, encoding, bufferSize: 1 << 16, leaveOpen: true);
        _isTable = format != DropFormat.Lines;
        if (_isTable)
        {
            _text.Write(string.Join(',', EnvelopeTable.Headers) + "\r\n");
        }
    }

    /// <summary>How a file's name ends.</summary>
    public static string Ending(DropFormat format) => format switch { DropFormat.Lines => ".ndjson", DropFormat.Workbook => ".xlsx", _ => ".csv" };

    /// <summary>Whether another message might not find room.</summary>
    public bool IsFull => _workbook is { } workbook && workbook.Rows > WorkbookWriter.MostRows - EnvelopeTable.MostRowsOfMessage;

    /// <summary>Writes a message.</summary>
    public async Task WriteAsync(string body)
    {
        if (!_isTable && _text is not null)
        {
            await _text.WriteAsync(body + "\n");
            return;
        }

        foreach (ImmutableArray<string> row in EnvelopeTable.Rows(ExchangeMessage.Parse(Encoding.UTF8.GetBytes(body))))
        {
            _workbook?.WriteRow(row);
            if (_text is not null)
            {
                await _text.WriteAsync(string.Join(',', row.Select(cell => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_text is not null)
        {
            await _text.DisposeAsync();
        }

        if (_workbook is not null)
        {
            await _workbook.DisposeAsync();
        }
    }

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}

using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Tabular;

/// <summary>Writes a table as CSV (RFC 4180, comma, CR LF, UTF-8) for people: every cell by <see cref="CsvText.Escape"/>.</summary>
/// <remarks>For exchange with programs, whose cells must come back unchanged, another format is meant: an apostrophe that was put in stays in.</remarks>
public sealed class CsvExport : IAsyncDisposable
{
    private readonly StreamWriter _writer;
    private readonly StringBuilder _line = new();
    private readonly int _columns;

    private CsvExport(StreamWriter writer, int columns)
    {
        _writer = writer;
        _columns = columns;
    }

    /// <summary>Begins a table by writing its header.</summary>
    /// <param name="destination">Where to; stays open, and is only written to asynchronously.</param>
    /// <param name="headers">The names of the columns, 1 or more.</param>
    /// <param name="mark">Whether the file begins with a byte order mark.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">There are no headers.</exception>
    public static async Task<CsvExport> BeginAsync(
        Stream destination,
        ImmutableArray<string> headers,
        ByteOrderMark mark = ByteOrderMark.Written,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (headers.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A table has at least one column.", nameof(headers));
        }

        StreamWriter writer = new(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark == ByteOrderMark.Written), leaveOpen: true);
        CsvExport export = new(writer, headers.Length);
        await export.WriteRowAsync(headers, cancellationToken);
        return export;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">As many cells as there are headers.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than headers.</exception>
    public async Task WriteRowAsync(ImmutableArray<string> cells, CancellationToken cancellationToken = default)
    {
        if (cells.IsDefault || cells.Length != _columns)
        {
            throw new ArgumentException($"A row of this table has {_columns} cells.", nameof(cells));
        }

        _line.Clear();
        for (int i = 0; i < cells.Length; i++)
        {
            _line.Append(i == 0 ? "" : ",").Append(CsvText.Escape(cells[i]));
        }

        // A row of one empty cell would be a blank line, which readers skip.
        _line.Append(_line.Length == 0 ? "\"\"\r\n" : "\r\n");
        await _writer.WriteAsync(_line, cancellationToken);
    }

    /// <summary>Writes what is left; the destination stays open.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CsvHelper;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Reads a table (RFC 4180: quoted fields may have line breaks) row by row, with the real line of each row.</summary>
/// <remarks>
/// Lines without any value are skipped. A quote inside an unquoted field is an ordinary character. Values are handed on as they
/// stand: nothing is trimmed, normalised or corrected.
/// </remarks>
public sealed class TableReader : ITable
{
    private const int SmallestRowLimit = 1 << 20;
    private const int ProgressStep = 1 << 18;

    private readonly Stream _source;
    private readonly CsvReader _csv;
    private readonly int _maximumFieldLength;
    private readonly int _maximumRowBytes;
    private bool _malformed;
    private bool _enumerated;

    private TableReader(Stream source, TableFormat format)
    {
        _source = source;
        _maximumFieldLength = format.MaximumFieldLength;
        _maximumRowBytes = (int)Math.Clamp(format.MaximumFieldLength * 8L, SmallestRowLimit, int.MaxValue / 2);
        Encoding = EncodingDetection.Detect(source, format.Encoding);
        Delimiter = format.Delimiter ?? DelimiterDetection.Detect(source);
        _csv = CsvReader.Create(
            source,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = Delimiter,
                DetectSeparatorHint = false,
                TrackLineNumbers = true,
                PoolStrings = true,
                MaxRecordSize = _maximumRowBytes,
                Encoding = Encoding == TableEncoding.Gb18030 ? Gb18030.Strict : null,
                OnMalformedRecord = _ => _malformed = true,
            },
            leaveOpen: true);
        try
        {
            Headers = ReadHeaders();
        }
        catch (InputRefusedException)
        {
            _csv.Dispose();
            throw;
        }
    }

    /// <summary>The encoding of the file.</summary>
    public TableEncoding Encoding { get; }

    /// <summary>The character between fields.</summary>
    public char Delimiter { get; }

    /// <summary>The names of the columns, in their order; none empty, all different.</summary>
    public ImmutableArray<string> Headers { get; }

    /// <summary>Opens a table in memory.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="format">How to read it; <see langword="null"/>: everything is detected.</param>
    /// <exception cref="InputRefusedException">RI5001 to RI5016.</exception>
    public static TableReader Open(byte[] content, TableFormat? format = null) => Open(new MemoryStream(content, writable: false), format);

    /// <summary>Opens a table and reads its header.</summary>
    /// <remarks>A stream that can seek is read once to tell the encoding and once for the rows; another is copied to memory first.</remarks>
    /// <param name="source">The file from its beginning; it stays open.</param>
    /// <param name="format">How to read it; <see langword="null"/>: everything is detected.</param>
    /// <exception cref="InputRefusedException">RI5001 to RI5016.</exception>
    public static TableReader Open(Stream source, TableFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.CanSeek)
        {
            MemoryStream copy = new();
            source.CopyTo(copy);
            source = copy;
        }

        source.Position = 0;
        return new TableReader(source, format ?? new TableFormat());
    }

    /// <summary>The column of a name, for <see cref="TableRow.this"/>.</summary>
    /// <param name="header">A name, exactly as in <see cref="Headers"/>.</param>
    /// <exception cref="InputRefusedException">There is none of that name (RI5011).</exception>
    public int ColumnOf(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        int column = Headers.IndexOf(header);
        return column >= 0 ? column : throw TableRefusals.UnknownColumn.Refuse(("header", ShownText.Of(header)), ("known", KnownHeaders()));
    }

    /// <summary>The rows, one at a time, once. A row that is wrong in itself is handed on with its <see cref="TableRow.Fault"/>.</summary>
    /// <param name="bytesRead">Is told from time to time, and at the end, how many bytes of the file have been read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputRefusedException">While enumerating: from here on the file cannot be read (RI5013, RI5015, RI5016).</exception>
    /// <exception cref="InvalidOperationException">The rows were asked for before.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: it was stopped.</exception>
    public IEnumerable<TableRow> Rows(IProgress<long>? bytesRead = null, CancellationToken cancellationToken = default)
    {
        if (_enumerated)
        {
            throw new InvalidOperationException("The rows of a table can be read once.");
        }

        _enumerated = true;
        return Remaining(bytesRead, cancellationToken);
    }

    /// <inheritdoc />
    IEnumerable<TableRow> ITable.Rows(CancellationToken cancellation) => Rows(null, cancellation);

    /// <summary>Frees the buffers; the stream stays open.</summary>
    public void Dispose() => _csv.Dispose();

    /// <summary>The headers as a refusal lists them.</summary>
    internal string KnownHeaders() => string.Join("、", Headers.Select(header => ShownText.Of(header)));

    private IEnumerable<TableRow> Remaining(IProgress<long>? bytesRead, CancellationToken cancellationToken)
    {
        long told = 0;
        while (Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bytesRead is not null && _source.Position - told >= ProgressStep)
            {
                told = _source.Position;
                bytesRead.Report(told);
            }

            if (!IsBlank())
            {
                yield return Row();
            }
        }

        bytesRead?.Report(_source.Position);
    }

    private ImmutableArray<string> ReadHeaders()
    {
        bool found = Read();
        while (found && IsBlank())
        {
            found = Read();
        }

        if (!found)
        {
            throw TableRefusals.NoHeader.Refuse();
        }

        if (FaultOfQuotes() is { } fault)
        {
            throw new InputRefusedException(fault);
        }

        ImmutableArray<string> headers = Fields();
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (int i = 0; i < headers.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(headers[i]))
            {
                throw TableRefusals.HeaderEmpty.Refuse(("column", i + 1), ("line", _csv.LineNumber));
            }

            if (!columns.TryAdd(headers[i], i + 1))
            {
                throw TableRefusals.HeaderDuplicate.Refuse(("header", ShownText.Of(headers[i])), ("first", columns[headers[i]]), ("second", i + 1));
            }
        }

        return headers;
    }

    private bool Read()
    {
        _malformed = false;
        try
        {
            return _csv.Read() && !ThrowIfQuoteOpen();
        }
        catch (CsvFormatException tooLarge)
        {
            throw TableRefusals.RowTooLarge.Refuse(("line", tooLarge.LineNumber), ("limit", _maximumRowBytes));
        }
    }

    private TableRow Row()
    {
        ImmutableArray<string> fields = Fields();
        Refusal? fault = FaultOfQuotes();
        if (fault is null && fields.Length != Headers.Length)
        {
            fault = TableRefusals.FieldCount.With(("line", _csv.LineNumber), ("expected", Headers.Length), ("actual", fields.Length));
        }

        return new TableRow(_csv.LineNumber, fields, fault);
    }

    private ImmutableArray<string> Fields()
    {
        string[] fields = new string[_csv.FieldCount];
        for (int i = 0; i < fields.Length; i++)
        {
            // A character has at most as many UTF-16 units as bytes of UTF-8, so most fields need no second look.
            if (_csv.GetSpan(i).Length > _maximumFieldLength && System.Text.Encoding.UTF8.GetCharCount(_csv.GetSpan(i)) > _maximumFieldLength)
            {
                throw TableRefusals.FieldTooLarge.Refuse(("line", _csv.LineNumber), ("column", i + 1), ("limit", _maximumFieldLength));
            }

            fields[i] = _csv.GetString(i);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    private bool IsBlank()
    {
        for (int i = 0; i < _csv.FieldCount; i++)
        {
            if (_csv.GetRawSpan(i).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A malformed row is reported once, with its first problem, which may be a harmless one; so every field is looked at.</summary>
    private Refusal? FaultOfQuotes()
    {
        for (int i = 0; _malformed && i < _csv.FieldCount; i++)
        {
            if (FieldQuotingOf(_csv.GetRawSpan(i)) == FieldQuoting.TextAfterQuote)
            {
                return TableRefusals.TextAfterQuote.With(("line", _csv.LineNumber));
            }
        }

        return null;
    }

    private bool ThrowIfQuoteOpen()
    {
        ReadOnlySpan<byte> last = _malformed ? _csv.GetRawSpan(_csv.FieldCount - 1) : default;
        if (FieldQuotingOf(last) != FieldQuoting.Open)
        {
            return false;
        }

        LineBreaks before = default;
        before.Add(_csv.RawRecord[..^last.Length]);
        throw TableRefusals.QuoteNotClosed.Refuse(("line", _csv.LineNumber + before.Count));
    }

    private static FieldQuoting FieldQuotingOf(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty || raw[0] != '"')
        {
            return FieldQuoting.Sound;
        }

        int close;
        for (raw = raw[1..]; (close = raw.IndexOf((byte)'"')) >= 0; raw = raw[(close + 2)..])
        {
            if (close + 1 == raw.Length || raw[close + 1] != '"')
            {
                return close + 1 == raw.Length ? FieldQuoting.Sound : FieldQuoting.TextAfterQuote;
            }
        }

        return FieldQuoting.Open;
    }
}

namespace RandomInspection.Tabular;

/// <summary>How a table is to be read; what is not said is detected.</summary>
public sealed record TableFormat
{
    /// <summary>The default of <see cref="MaximumFieldLength"/>: 32,767 characters, what a cell of Excel holds.</summary>
    public const int ExcelCellLength = 32_767;

    /// <summary>The character between fields: a comma, a semicolon or a tab; <see langword="null"/>: the one of which the header line has most, a comma if it has none.</summary>
    /// <exception cref="ArgumentException">Another character.</exception>
    public char? Delimiter
    {
        get;
        init => field = value is null or ',' or ';' or '\t' ? value : throw new ArgumentException($"A delimiter is a comma, a semicolon or a tab, not U+{(int)value:X4}.", nameof(Delimiter));
    }

    /// <summary>The encoding; <see langword="null"/>: UTF-8 if the file is strictly that, else GB18030 if it is strictly that.</summary>
    public TableEncoding? Encoding { get; init; }

    /// <summary>How many characters a field has at most, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaximumFieldLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumFieldLength));
            field = value;
        }
    } = ExcelCellLength;

    /// <summary>The format that a file's name tells: tab for <c>.tsv</c>, else detected.</summary>
    /// <param name="fileName">A name or path; only its end is looked at.</param>
    public static TableFormat ForFileName(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? new TableFormat { Delimiter = '\t' } : new TableFormat();
    }
}

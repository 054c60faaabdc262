namespace RandomInspection.Exchange;

/// <summary>In which form files go out; the messages are the same.</summary>
public enum DropFormat
{
    /// <summary>NDJSON: an envelope a line.</summary>
    Lines = 0,

    /// <summary>CSV in UTF-8.</summary>
    Csv = 1,

    /// <summary>CSV in UTF-8 with a byte order mark, as spreadsheets want it.</summary>
    CsvWithMark = 2,

    /// <summary>CSV in GB18030.</summary>
    CsvGb18030 = 3,

    /// <summary>XLSX, one sheet.</summary>
    Workbook = 4,
}

namespace RandomInspection.Web.OpenData;

/// <summary>The form of a file of open data.</summary>
internal enum DataFormat
{
    /// <summary>CSV (RFC 4180), UTF-8 with a byte order mark, no cell that a spreadsheet takes for a formula.</summary>
    Csv = 0,

    /// <summary>JSON: an array with one object a line.</summary>
    Json = 1,
}

namespace RandomInspection.Tabular;

/// <summary>An encoding in which tables are read.</summary>
public enum TableEncoding
{
    /// <summary>UTF-8, with or without byte order mark.</summary>
    Utf8 = 0,

    /// <summary>GB 18030-2005, of which GBK and GB 2312 are parts: what Chinese Excel saves as CSV.</summary>
    Gb18030 = 1,
}

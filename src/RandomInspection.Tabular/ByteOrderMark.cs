namespace RandomInspection.Tabular;

/// <summary>Whether a written file begins with the byte order mark of UTF-8.</summary>
public enum ByteOrderMark
{
    /// <summary>Written: Excel then takes the file for UTF-8.</summary>
    Written = 0,

    /// <summary>Left out: what other programs mostly expect.</summary>
    None = 1,
}

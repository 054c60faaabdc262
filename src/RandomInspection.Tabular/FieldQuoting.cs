namespace RandomInspection.Tabular;

/// <summary>How a field stands in the file.</summary>
internal enum FieldQuoting
{
    /// <summary>Without quotes at its beginning, or in quotes that close at its end.</summary>
    Sound = 0,

    /// <summary>In quotes, after which there is more.</summary>
    TextAfterQuote = 1,

    /// <summary>In quotes that never close.</summary>
    Open = 2,
}

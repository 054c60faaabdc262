namespace RandomInspection.Tabular;

/// <summary>Tells the delimiter of a table from its header line.</summary>
internal static class DelimiterDetection
{
    private const int HeadLength = 1 << 16;

    /// <summary>The one of comma, semicolon and tab that stands most often outside quotes in the first line with anything in it; a comma if none does.</summary>
    /// <param name="source">A seekable stream in UTF-8 or GB18030, in both of which these bytes mean nothing else; is left at its beginning.</param>
    public static char Detect(Stream source)
    {
        byte[] buffer = new byte[HeadLength];
        source.Position = 0;
        int length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        source.Position = 0;

        (int commas, int semicolons, int tabs) = (0, 0, 0);
        bool quoted = false;
        bool started = false;
        foreach (byte value in buffer.AsSpan(0, length))
        {
            bool ends = !quoted && value is (byte)'\r' or (byte)'\n';
            if (ends && started)
            {
                break;
            }

            started |= !ends;
            quoted ^= value == '"';
            commas += !quoted && value == ',' ? 1 : 0;
            semicolons += !quoted && value == ';' ? 1 : 0;
            tabs += !quoted && value == '\t' ? 1 : 0;
        }

        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}

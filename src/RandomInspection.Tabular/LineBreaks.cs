namespace RandomInspection.Tabular;

/// <summary>Counts line breaks (LF, CR LF and CR alone) over pieces of a text.</summary>
internal struct LineBreaks
{
    private bool _afterReturn;

    /// <summary>How many there were so far; a CR at the end counts.</summary>
    public long Count { get; private set; }

    /// <summary>Counts those of the next piece.</summary>
    /// <param name="piece">UTF-8 or GB18030: in both no other character has these bytes.</param>
    public void Add(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            int at = piece.IndexOfAny((byte)'\r', (byte)'\n');
            if (at < 0)
            {
                _afterReturn = false;
                return;
            }

            bool secondHalf = at == 0 && _afterReturn && piece[0] == '\n';
            Count += secondHalf ? 0 : 1;
            _afterReturn = piece[at] == '\r';
            piece = piece[(at + 1)..];
        }
    }
}

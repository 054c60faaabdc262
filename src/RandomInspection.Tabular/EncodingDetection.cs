using System.Text;
using System.Text.Unicode;

namespace RandomInspection.Tabular;

/// <summary>Tells the encoding of a file by reading it once, or twice if it is not UTF-8. Strict: a file is in an encoding as a whole or not at all.</summary>
internal static class EncodingDetection
{
    /// <summary>
    /// After this many three-byte characters of UTF-8 a wrong byte is damage, not another encoding: GB18030 text forms one of them
    /// by chance in fewer than one of a hundred characters, so eight in front of the first wrong byte do not happen.
    /// </summary>
    private const int SurelyUtf8 = 8;

    private const int BlockSize = 1 << 16;

    /// <summary>The encoding of a stream, which is left at its beginning.</summary>
    /// <param name="source">A seekable stream, at its beginning.</param>
    /// <param name="wanted">The encoding that it is said to have, or <see langword="null"/> to detect it.</param>
    /// <exception cref="InputRefusedException">RI5001 to RI5006.</exception>
    public static TableEncoding Detect(Stream source, TableEncoding? wanted)
    {
        bool marked = ReadMark(source);
        if (marked && wanted == TableEncoding.Gb18030)
        {
            throw At(TableRefusals.BrokenEncoding, source, 0, wanted);
        }

        long start = source.Position;
        TableEncoding encoding = wanted ?? TableEncoding.Utf8;
        (long offset, byte value, int wide) = encoding == TableEncoding.Utf8 ? FirstNotUtf8(source) : FirstNotGb18030(source);
        if (offset >= 0 && value != 0 && wanted is null && !marked && wide < SurelyUtf8)
        {
            long notUtf8 = offset;
            encoding = TableEncoding.Gb18030;
            source.Position = start;
            (offset, value, _) = FirstNotGb18030(source);
            if (offset >= 0 && value != 0)
            {
                throw At(TableRefusals.UnknownEncoding, source, Math.Max(offset, notUtf8), null);
            }
        }

        if (offset >= 0)
        {
            throw At(value == 0 ? TableRefusals.NulByte : TableRefusals.BrokenEncoding, source, offset, encoding);
        }

        source.Position = 0;
        return encoding;
    }

    /// <summary>Skips a mark of UTF-8 and says whether there was one; refuses what is empty or something else altogether.</summary>
    private static bool ReadMark(Stream source)
    {
        byte[] buffer = new byte[8];
        ReadOnlySpan<byte> head = buffer.AsSpan(0, source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        bool marked = head.StartsWith("\uFEFF"u8);
        if (head.Length == (marked ? 3 : 0))
        {
            throw TableRefusals.Empty.Refuse();
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw TableRefusals.Utf16.Refuse(("encoding", head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? "UTF-32" : "UTF-16"));
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            throw TableRefusals.Utf16.Refuse(("encoding", "UTF-32"));
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            throw TableRefusals.Workbook.Refuse(("kind", "XLSX (ZIP)"));
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw TableRefusals.Workbook.Refuse(("kind", "XLS (OLE)"));
        }

        source.Position = marked ? 3 : 0;
        return marked;
    }

    /// <summary>The first byte that is not UTF-8 or is NUL (offset −1: none), and how many three- and four-byte characters, eight at most, stand before it.</summary>
    private static (long Offset, byte Value, int Wide) FirstNotUtf8(Stream source)
    {
        byte[] buffer = new byte[BlockSize];
        long offset = source.Position;
        int kept = 0;
        int wide = 0;
        while (true)
        {
            int read = source.Read(buffer, kept, buffer.Length - kept);
            ReadOnlySpan<byte> block = buffer.AsSpan(0, kept + read);
            if (block.IsEmpty)
            {
                return (-1, 0, wide);
            }

            int whole = read == 0 ? block.Length : block.Length - UnfinishedUtf8(block);
            ReadOnlySpan<byte> ready = block[..whole];
            int nul = ready.IndexOf((byte)0);
            ReadOnlySpan<byte> text = nul < 0 ? ready : ready[..nul];
            int bad = Utf8.IsValid(text) ? -1 : FirstBadRune(text);
            for (ReadOnlySpan<byte> rest = bad < 0 ? text : text[..bad]; wide < SurelyUtf8 && rest.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) is >= 0 and int at; rest = rest[(at + 1)..])
            {
                wide++;
            }

            if (bad >= 0 || nul >= 0)
            {
                int at = bad >= 0 ? bad : nul;
                return (offset + at, ready[at], wide);
            }

            block[whole..].CopyTo(buffer);
            kept = block.Length - whole;
            offset += whole;
        }
    }

    private static int FirstBadRune(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }

    /// <summary>How many bytes at the end begin a character whose rest is in the next block: 0 to 3.</summary>
    private static int UnfinishedUtf8(ReadOnlySpan<byte> block)
    {
        for (int back = 1; back <= Math.Min(3, block.Length); back++)
        {
            byte value = block[^back];
            if (value >= 0xC0)
            {
                int needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }

            if (value < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The first byte of the first sequence that is not GB18030, or NUL (offset −1: none). The framework's decoder is the judge.</summary>
    private static (long Offset, byte Value, int Wide) FirstNotGb18030(Stream source)
    {
        byte[] buffer = new byte[BlockSize];
        long offset = source.Position;
        int kept = 0;
        while (true)
        {
            int read = source.Read(buffer, kept, buffer.Length - kept);
            ReadOnlySpan<byte> block = buffer.AsSpan(0, kept + read);
            if (block.IsEmpty)
            {
                return (-1, 0, 0);
            }

            int whole = 0;
            int length;
            while ((length = Gb18030.SequenceLength(block[whole..])) > 0 && block[whole] != 0)
            {
                whole += length;
            }

            bool stopped = whole < block.Length && (block[whole] == 0 || length < 0 || read == 0);
            int bad = Gb18030.FirstUnmapped(block[..whole]);
            if (bad >= 0 || stopped)
            {
                int at = bad >= 0 ? bad : whole;
                return (offset + at, block[at], 0);
            }

            block[whole..].CopyTo(buffer);
            kept = block.Length - whole;
            offset += whole;
        }
    }

    private static InputRefusedException At(RefusalDefinition definition, Stream source, long offset, TableEncoding? encoding)
    {
        source.Position = offset;
        int value = source.ReadByte();
        string shown = "0x" + value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
        string name = encoding == TableEncoding.Gb18030 ? "GB18030" : "UTF-8";
        return definition.Refuse(("encoding", name), ("offset", offset), ("line", LineOf(source, offset)), ("byte", shown));
    }

    private static long LineOf(Stream source, long offset)
    {
        source.Position = 0;
        byte[] buffer = new byte[BlockSize];
        LineBreaks breaks = default;
        while (offset > 0)
        {
            int read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, offset));
            breaks.Add(buffer.AsSpan(0, read));
            offset -= read;
        }

        return breaks.Count + 1;
    }
}

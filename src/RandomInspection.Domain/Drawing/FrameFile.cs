using System.Buffers;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>The canonical frame file: <c>id TAB stratum TAB class TAB standing</c> in the order of ids, LF after each line.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public static class FrameFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a frame's file.</summary>
    /// <param name="frame">The frame.</param>
    public static byte[] Write(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArrayBufferWriter<byte> bytes = new(Math.Max(64, frame.Size * 48));
        foreach (FrameUnit unit in frame.Units)
        {
            Encoding.UTF8.GetBytes(unit.ToString(), bytes);
            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The frame of a canonical file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <exception cref="InputRefusedException">
    /// The file is not canonical: a line is malformed (RI1105), out of order (RI1106), badly encoded (RI1107) or has a malformed
    /// id (RI1101), class (RI1102) or stratum (RI1103); or an id stands twice (RI1104).
    /// </exception>
    public static Frame Read(ReadOnlySpan<byte> bytes)
    {
        List<FrameUnit> units = [];
        Dictionary<string, Stratum> strata = new(StringComparer.Ordinal);
        Dictionary<string, string> classes = new(StringComparer.Ordinal);
        string previous = "";
        for (int line = 1; !bytes.IsEmpty; line++)
        {
            int end = bytes.IndexOf((byte)'\n');
            string text = Decode(end < 0 ? bytes : bytes[..end], line);
            if (end < 0 || text.Split('\t') is not [string id, string stratum, string @class, "drawable" or "resting"] parts)
            {
                throw DrawingRefusals.MalformedFrameLine.Refuse(("line", line), ("value", text));
            }

            if (!strata.TryGetValue(stratum, out Stratum? known))
            {
                strata.Add(stratum, known = Stratum.Parse(stratum));
            }

            if (!classes.TryGetValue(@class, out string? interned))
            {
                classes.Add(@class, interned = @class);
            }

            FrameUnit unit = new(id, known, interned, parts[3] == "drawable" ? Standing.Drawable : Standing.Resting);
            int order = string.CompareOrdinal(previous, id);
            if (order == 0)
            {
                throw DrawingRefusals.DuplicateId.Refuse(("id", id), ("line", line));
            }

            if (order > 0)
            {
                throw DrawingRefusals.FrameOutOfOrder.Refuse(("line", line), ("id", id), ("previous", previous));
            }

            units.Add(unit);
            previous = id;
            bytes = bytes[(end + 1)..];
        }

        return Frame.Of(units);
    }

    private static string Decode(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            string text = StrictUtf8.GetString(line);
            if (!text.StartsWith('\uFEFF') && !text.Contains('\r', StringComparison.Ordinal))
            {
                return text;
            }
        }
        catch (DecoderFallbackException)
        {
            // refused below, like a BOM or a CR
        }

        throw DrawingRefusals.FrameEncoding.Refuse(("line", number));
    }
}

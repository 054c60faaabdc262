using System.Text;

namespace RandomInspection.Tabular;

/// <summary>GB 18030-2005, strict, by the framework's own decoder.</summary>
internal static class Gb18030
{
    /// <summary>Decodes, and throws <see cref="DecoderFallbackException"/> where there is nothing to decode.</summary>
    public static Encoding Strict { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>How many bytes the first character has: 1, 2 or 4; 0: its end is not in the block; −1: no character begins so.</summary>
    public static int SequenceLength(ReadOnlySpan<byte> block)
    {
        if (block.IsEmpty)
        {
            return 0;
        }

        if (block[0] < 0x80)
        {
            return 1;
        }

        if (block[0] is 0x80 or 0xFF)
        {
            return -1;
        }

        if (block.Length < 2)
        {
            return 0;
        }

        if (block[1] is >= 0x40 and not 0x7F and not 0xFF)
        {
            return 2;
        }

        if (!IsDigit(block[1]) || (block.Length > 2 && block[2] is < 0x81 or 0xFF))
        {
            return -1;
        }

        return block.Length < 4 ? 0 : IsDigit(block[3]) ? 4 : -1;
    }

    /// <summary>Where the first character without meaning begins, or −1. The block consists of whole sequences.</summary>
    public static int FirstUnmapped(ReadOnlySpan<byte> block)
    {
        if (IsMapped(block))
        {
            return -1;
        }

        int at = 0;
        while (at < block.Length)
        {
            int length = SequenceLength(block[at..]);
            if (!IsMapped(block.Slice(at, length)))
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static bool IsMapped(ReadOnlySpan<byte> sequences)
    {
        try
        {
            _ = Strict.GetCharCount(sequences);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}

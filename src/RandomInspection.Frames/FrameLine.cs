using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>A line of the canonical frame file, told apart without decoding it.</summary>
/// <remarks>What is odd in any way is handed to <see cref="FrameFile"/>, which knows why. Source: random-inspection-draw/1 §1.</remarks>
internal static class FrameLine
{
    /// <summary>Most bytes a line may have, its end included.</summary>
    public const int MaxBytes = FrameUnit.MaxIdLength + 1 + Stratum.MaxUtf8Bytes + 1 + FrameUnit.MaxClassLength + 1 + 8 + 1;

    /// <summary>Bytes behind the last line that may be read, whatever they are.</summary>
    public const int Slack = 2 * 64;

    /// <summary>Where the parts of a line stand.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="tab">Where the id ends.</param>
    /// <param name="standing">Where the tab in front of the standing is: between the two are stratum TAB class.</param>
    /// <param name="isDrawable">Whether the unit can be drawn.</param>
    /// <returns>Whether it may be a line; characters of the id and the cell are not looked at.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> line, out int tab, out int standing, out bool isDrawable)
    {
        isDrawable = line.EndsWith("\tdrawable"u8);
        standing = line.Length - (isDrawable ? "\tdrawable"u8.Length : "\tresting"u8.Length);
        tab = line.IndexOf((byte)'\t');
        return tab is >= 1 and <= FrameUnit.MaxIdLength && tab < standing && line[0] != ':' && (isDrawable || line.EndsWith("\tresting"u8));
    }

    /// <summary>As <see cref="TrySplit"/>, for a line of less than 64 bytes that other bytes follow.</summary>
    /// <param name="text">The line, its end, and <see cref="Slack"/> bytes more, whatever they are.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="tab">Where the id ends.</param>
    /// <param name="standing">Where the tab in front of the standing is.</param>
    /// <param name="isDrawable">Whether the unit can be drawn.</param>
    /// <returns>Whether it may be a line; one that is not may be a longer one.</returns>
    public static bool TrySplitShort(ReadOnlySpan<byte> text, out int end, out int tab, out int standing, out bool isDrawable)
    {
        Vector256<byte> low = Vector256.Create(text), high = Vector256.Create(text[Vector256<byte>.Count..]);
        Vector256<byte> tabs = Vector256.Create((byte)'\t'), ends = Vector256.Create((byte)'\n');
        ulong isEnd = Vector256.Equals(low, ends).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, ends).ExtractMostSignificantBits() << 32);
        ulong isTab = Vector256.Equals(low, tabs).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, tabs).ExtractMostSignificantBits() << 32);
        end = BitOperations.TrailingZeroCount(isEnd);
        isTab &= isEnd ^ unchecked(isEnd - 1); // up to the end
        tab = BitOperations.TrailingZeroCount(isTab);
        standing = 63 - BitOperations.LeadingZeroCount(isTab);
        if (isEnd == 0 || tab >= standing)
        {
            isDrawable = false;
            return false;
        }

        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(text[(standing + 1)..]);
        isDrawable = word == BinaryPrimitives.ReadUInt64LittleEndian("drawable"u8) && end - standing == 1 + "drawable"u8.Length;
        return (isDrawable || word == BinaryPrimitives.ReadUInt64LittleEndian("resting\n"u8)) && tab is >= 1 and <= FrameUnit.MaxIdLength && text[0] != ':';
    }

    /// <summary>Whether all characters of ids are visible ASCII.</summary>
    /// <param name="ids">One id, or several one behind the other.</param>
    public static bool IsVisible(ReadOnlySpan<byte> ids) => !ids.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    /// <summary>The refusal that <see cref="FrameFile.Read"/> gives for lines somewhere in a file.</summary>
    /// <param name="lines">The lines; not all of them are in order.</param>
    /// <param name="before">How many lines stand before them.</param>
    public static InputRefusedException Refusal(ReadOnlySpan<byte> lines, long before)
    {
        try
        {
            FrameFile.Read(lines);
        }
        catch (InputRefusedException refused) when (refused.Refusal["line"] is { } line)
        {
            long number = before + long.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
            return refused.Refusal.Definition.Refuse([.. refused.Refusal.Values.Select(value => (value.Key, value.Key == "line" ? number : (object?)value.Value))]);
        }
        catch (InputRefusedException refused)
        {
            return refused;
        }

        throw new InvalidOperationException("Lines that were taken for malformed are in order.");
    }
}

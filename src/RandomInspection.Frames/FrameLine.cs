using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>A line of the canonical frame file, told apart without decoding it.</summary>
/// <remarks>What is odd in any way is handed to <see cref="FrameFile"/>, which knows why. Source: random-inspection-draw/1 §1.</remarks>
internal static class FrameLine
{
    /// <summary>Most bytes a line may have, its end included.</summary>
    public const int MaxBytes = FrameUnit.MaxIdLength + 1 + Stratum.MaxUtf8Bytes + 1 + FrameUnit.MaxClassLength + 1 + 8 + 1;

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

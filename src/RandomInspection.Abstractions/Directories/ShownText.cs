using System.Globalization;
using System.Text;

namespace RandomInspection.Directories;

/// <summary>A value out of a file as a refusal shows it: cut short, and with nothing in it that a terminal or a page would obey.</summary>
public static class ShownText
{
    /// <summary>How many characters of a value are shown before it is cut: 80.</summary>
    public const int Limit = 80;

    /// <summary>The text, cut at <see cref="Limit"/> characters with an ellipsis; control, format and broken characters are written as <c>\u{10FFFF}</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder shown = new();
        int rest = Limit;
        while (!text.IsEmpty && rest-- > 0)
        {
            bool whole = Rune.DecodeFromUtf16(text, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
            int codePoint = whole ? rune.Value : text[0];
            if (whole && !IsObeyed(Rune.GetUnicodeCategory(rune)))
            {
                shown.Append(text[..used]);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{codePoint:X4}}}");
            }

            text = text[used..];
        }

        return text.IsEmpty ? shown.ToString() : shown.Append('…').ToString();
    }

    private static bool IsObeyed(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

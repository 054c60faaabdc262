using System.Globalization;
using System.Text;

namespace RandomInspection.Cli;

/// <summary>Text out of files as a terminal may show it: nothing in it is obeyed, and it ends.</summary>
internal static class Shown
{
    private const int Limit = 400;

    /// <summary>The text, cut at 400 characters; control, format and broken characters are written as <c>\u{10FFFF}</c>.</summary>
    public static string Harmless(string text)
    {
        StringBuilder shown = new();
        for (int i = 0; i < text.Length;)
        {
            if (i >= Limit)
            {
                return shown.Append('…').ToString();
            }

            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            if (whole && !IsObeyed(Rune.GetUnicodeCategory(rune)))
            {
                shown.Append(text, i, rune.Utf16SequenceLength);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{(whole ? rune.Value : text[i]):X4}}}");
            }

            i += whole ? rune.Utf16SequenceLength : 1;
        }

        return shown.ToString();
    }

    /// <summary>The refusal with harmless values.</summary>
    public static Refusal Harmless(Refusal refusal) =>
        refusal.Definition.With([.. refusal.Values.Select(value => (value.Key, (object?)Harmless(value.Value)))]);

    private static bool IsObeyed(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

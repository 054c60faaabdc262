using System.Globalization;
using System.Text;

namespace RandomInspection.Directories;

/// <summary>The rule for a text that can become a label of a stratum: a region, a trade.</summary>
/// <remarks>
/// Source: draw specification, "Terms": not empty, no <c>/</c>, UTF-8 in NFC, no characters of the categories Cc, Cf, Cs, Co, Cn, Zl,
/// Zp, 200 bytes at most. A label that breaks the rule is refused when it enters the directory, so that no frame fails on it later.
/// </remarks>
public static class DirectoryLabel
{
    /// <summary>How many bytes of UTF-8 a label has at most: 200, the limit of a whole stratum.</summary>
    public const int MaximumBytes = 200;

    /// <summary>Why a text is no label (RI5111 to RI5115), or <see langword="null"/> if it is one.</summary>
    /// <param name="label">Any text.</param>
    public static Refusal? Check(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Length == 0)
        {
            return SubjectRefusals.LabelEmpty.With();
        }

        if (label.Length <= MaximumBytes / 3 && IsPlain(label))
        {
            return null;
        }

        if (label.Contains('/', StringComparison.Ordinal))
        {
            return SubjectRefusals.LabelSlash.With(("value", ShownText.Of(label)));
        }

        foreach (Rune rune in label.EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD; a true U+FFFD is what a wrong encoding leaves behind. Both are refused.
            if (rune == Rune.ReplacementChar || IsForbidden(Rune.GetUnicodeCategory(rune)))
            {
                return SubjectRefusals.LabelCharacter.With(
                    ("value", ShownText.Of(label)),
                    ("character", "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture)));
            }
        }

        if (!label.IsNormalized(NormalizationForm.FormC))
        {
            return SubjectRefusals.LabelNotNormalised.With(("value", ShownText.Of(label)));
        }

        int bytes = Encoding.UTF8.GetByteCount(label);
        return bytes > MaximumBytes
            ? SubjectRefusals.LabelTooLong.With(("value", ShownText.Of(label)), ("bytes", bytes), ("limit", MaximumBytes))
            : null;
    }

    /// <summary>Visible ASCII and the ideographs of Unicode 1 to 4: assigned, normal, never a slash. What labels mostly are.</summary>
    private static bool IsPlain(string label)
    {
        foreach (char c in label)
        {
            if (c is not ((>= '!' and <= '~' and not '/') or (>= '\u4E00' and <= '\u9FA5')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsForbidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

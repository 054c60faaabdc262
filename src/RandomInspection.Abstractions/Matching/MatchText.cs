using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RandomInspection.Matching;

/// <summary>The rules for texts in a problem, and the order of their UTF-8 bytes.</summary>
internal static class MatchText
{
    public const int MaxIdLength = 128;
    public const int MaxLabelBytes = 200;

    /// <summary>By UTF-8 bytes, which is by code points.</summary>
    public static IComparer<string> ByBytes { get; } = Comparer<string>.Create(Compare);

    /// <summary>1 to 128 visible ASCII characters.</summary>
    /// <exception cref="InputRefusedException">It is not (RI3101).</exception>
    public static string Id(string what, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is >= 1 and <= MaxIdLength && id.AsSpan().IsVisibleAscii() ? id : throw MatchingRefusals.MalformedId.Refuse(("what", what), ("id", id));
    }

    /// <summary>Not empty, NFC, 200 bytes at most, no character that is not seen.</summary>
    /// <exception cref="InputRefusedException">It is not (RI3102).</exception>
    public static string Label(string what, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsLabel(text) ? text : throw MatchingRefusals.MalformedLabel.Refuse(("what", what), ("text", text));
    }

    /// <summary>A set of labels in the order of bytes.</summary>
    /// <exception cref="InputRefusedException">One is none (RI3102), or stands twice (RI3103).</exception>
    public static ImmutableArray<string> Labels(string what, IEnumerable<string> texts)
    {
        string[] sorted = [.. texts];
        foreach (string text in sorted)
        {
            Label(what, text);
        }

        Array.Sort(sorted, ByBytes);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                throw MatchingRefusals.Duplicate.Refuse(("what", what), ("id", sorted[i]));
            }
        }

        return [.. sorted];
    }

    /// <summary>By UTF-8 bytes: surrogates come after U+E000 to U+FFFF.</summary>
    public static int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        int same = a.CommonPrefixLength(b);
        return same == a.Length || same == b.Length ? a.Length - b.Length : Rank(a[same]) - Rank(b[same]);

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }

    public static int Compare(ImmutableArray<string> x, ImmutableArray<string> y)
    {
        for (int i = 0; i < x.Length && i < y.Length; i++)
        {
            if (Compare(x[i], y[i]) is not 0 and int order)
            {
                return order;
            }
        }

        return x.Length - y.Length;
    }

    private static bool IsLabel(string text)
    {
        if (text.Length is 0 or > MaxLabelBytes)
        {
            return false;
        }

        if (text.AsSpan().IsVisibleAscii())
        {
            return true;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return false;
            }
        }

        return text.IsNormalized(NormalizationForm.FormC) && Encoding.UTF8.GetByteCount(text) <= MaxLabelBytes;
    }
}

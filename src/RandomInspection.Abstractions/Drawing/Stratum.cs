using System.Globalization;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>层：a path of 1 to 8 labels from coarse to fine, joined by <c>/</c>, for example <c>沈河区/H/餐饮</c>.</summary>
/// <remarks>
/// Strata are ordered label by label by UTF-8 bytes, a shorter list before its extensions. Text is refused, never normalised.
/// Source: random-inspection-draw/1, Terms.
/// </remarks>
public sealed class Stratum : IEquatable<Stratum>, IComparable<Stratum>
{
    /// <summary>Most labels a stratum may have.</summary>
    public const int MaxLabels = 8;

    /// <summary>Most bytes a stratum's UTF-8 may have.</summary>
    public const int MaxUtf8Bytes = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The order of strata is the order of these bytes: UTF-8 with 0x00 in place of '/', which no label contains.
    private readonly byte[] _sortKey;

    private Stratum(string text, byte[] sortKey)
    {
        Text = text;
        _sortKey = sortKey;
    }

    /// <summary>The labels joined by <c>/</c>.</summary>
    public string Text { get; }

    /// <summary>The labels, coarse to fine.</summary>
    public IReadOnlyList<string> Labels => Text.Split('/');

    /// <summary>The stratum that a text names.</summary>
    /// <param name="text">1 to 8 non-empty labels joined by <c>/</c>; NFC; at most 200 bytes of UTF-8; no control, format,
    /// surrogate, private-use or unassigned characters and no line or paragraph separators.</param>
    /// <exception cref="InputRefusedException">The text is none of that (RI1103).</exception>
    public static Stratum Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] utf8;
        try
        {
            utf8 = StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Refused(text, "一个不成对的代理字符", "an unpaired surrogate");
        }

        if (utf8.Length > MaxUtf8Bytes)
        {
            throw Refused(text, $"超过 {MaxUtf8Bytes} 字节（{utf8.Length}）", $"more than {MaxUtf8Bytes} bytes ({utf8.Length})");
        }

        if (text.Split('/') is var labels && (labels.Length > MaxLabels || labels.Contains("")))
        {
            throw Refused(text, $"须为 1 至 {MaxLabels} 个非空标签", $"not 1 to {MaxLabels} non-empty labels");
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                throw Refused(text, $"不允许的字符 U+{rune.Value:X4}", $"the character U+{rune.Value:X4}");
            }
        }

        if (!text.IsNormalized(NormalizationForm.FormC))
        {
            throw Refused(text, "未按 NFC 规范化", "not in normalisation form C");
        }

        utf8.AsSpan().Replace((byte)'/', (byte)0);
        return new Stratum(text, utf8);
    }

    /// <inheritdoc />
    public int CompareTo(Stratum? other) => other is null ? 1 : _sortKey.AsSpan().SequenceCompareTo(other._sortKey);

    /// <inheritdoc />
    public bool Equals(Stratum? other) => other is not null && Text == other.Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Stratum);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The labels joined by <c>/</c>.</summary>
    public override string ToString() => Text;

    private static InputRefusedException Refused(string text, string chinese, string english) =>
        DrawingRefusals.MalformedStratum.Refuse(("stratum", text), ("reasonZh", chinese), ("reasonEn", english));
}

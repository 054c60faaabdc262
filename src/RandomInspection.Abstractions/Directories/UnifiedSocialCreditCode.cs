using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace RandomInspection.Directories;

/// <summary>A unified social credit code (统一社会信用代码), 18 characters.</summary>
/// <remarks>
/// <para>Source: GB 32100-2015 §4: the registering authority (1), the kind of institution (1), the region of registration
/// (6 digits, GB/T 2260), the organisation code (9, GB 11714-1997) and the check character (1), all of the digits and the
/// upper-case letters without I, O, S, V and Z. Lower-case letters are refused, never raised.</para>
/// <para>A code whose check character is wrong is a code all the same: early codes of Fujian and Xiamen are legal and fail.
/// <see cref="CheckCharacterIsValid"/> says so, and an import warns.</para>
/// </remarks>
public sealed record UnifiedSocialCreditCode
{
    /// <summary>How many characters a code has: 18.</summary>
    public const int Length = 18;

    /// <summary>The 31 characters a code is made of, in the order of their values 0 to 30 (GB 32100-2015, table 2).</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int RegionStart = 2;
    private const int RegionLength = 6;
    private const int OrganisationLength = 9;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    private UnifiedSocialCreditCode(string value)
    {
        Value = value;
        CheckCharacterIsValid = CheckCharacterOf(value.AsSpan(0, Length - 1)) == value[^1];
    }

    /// <summary>The 18 characters.</summary>
    public string Value { get; }

    /// <summary>Whether the last character is the one that GB 32100-2015 computes from the others.</summary>
    public bool CheckCharacterIsValid { get; }

    /// <summary>The region of registration: six digits by GB/T 2260. A firm that moved keeps the code of where it began.</summary>
    public string RegionCode => Value.Substring(RegionStart, RegionLength);

    /// <summary>The organisation code: nine characters by GB 11714-1997.</summary>
    public string OrganisationCode => Value.Substring(RegionStart + RegionLength, OrganisationLength);

    /// <summary>The check character of the first 17 characters of a code.</summary>
    /// <remarks>Source: GB 32100-2015, annex A: weights 3^(i−1) mod 31; (31 − Σ value × weight mod 31) mod 31.</remarks>
    /// <param name="first17">The 17 characters before the check character, of <see cref="Alphabet"/>.</param>
    /// <exception cref="ArgumentException">Not 17 characters, or one that is not of the alphabet.</exception>
    public static char CheckCharacterOf(ReadOnlySpan<char> first17)
    {
        if (first17.Length != Length - 1)
        {
            throw new ArgumentException($"A check character is computed from {Length - 1} characters, not from {first17.Length}.", nameof(first17));
        }

        int sum = 0;
        int weight = 1;
        foreach (char c in first17)
        {
            int value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new ArgumentException($"'{c}' (U+{(int)c:X4}) is not a character of a credit code.", nameof(first17));
            }

            sum += value * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    /// <summary>The code that a text is.</summary>
    /// <param name="text">18 characters, exactly as registered.</param>
    /// <exception cref="InputRefusedException">The text is not a code (RI5101 to RI5105). A wrong check character is not refused.</exception>
    public static UnifiedSocialCreditCode Parse(string text) =>
        TryParse(text, out UnifiedSocialCreditCode? code, out Refusal? refusal) ? code : throw new InputRefusedException(refusal);

    /// <summary>Whether a text is a code.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="code">The code, if it is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out UnifiedSocialCreditCode? code) =>
        TryParse(text, out code, out _);

    /// <summary>Whether a text is a code, and why not.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="code">The code, if it is one.</param>
    /// <param name="refusal">RI5101 to RI5105, if it is none.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out UnifiedSocialCreditCode? code,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = Fault(text);
        code = refusal is null ? new UnifiedSocialCreditCode(text!) : null;
        return refusal is null;
    }

    /// <summary>The 18 characters.</summary>
    public override string ToString() => Value;

    private static Refusal? Fault(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return SubjectRefusals.CodeMissing.With();
        }

        if (text.Length != Length)
        {
            return SubjectRefusals.CodeLength.With(("value", ShownText.Of(text)), ("length", text.Length));
        }

        int at = text.AsSpan().IndexOfAnyExcept(Allowed);
        if (at >= 0)
        {
            RefusalDefinition definition = char.IsAsciiLetterLower(text[at]) ? SubjectRefusals.CodeLowerCase : SubjectRefusals.CodeCharacter;
            return definition.With(("value", ShownText.Of(text)), ("character", ShownText.Of(text.AsSpan(at, 1))), ("position", at + 1));
        }

        return text.AsSpan(RegionStart, RegionLength).ContainsOnlyAsciiDigits()
            ? null
            : SubjectRefusals.CodeRegion.With(("value", text), ("region", text.Substring(RegionStart, RegionLength)));
    }
}

using System.Globalization;

namespace RandomInspection.Drawing;

/// <summary>Whole numbers as texts, written <c>0|[1-9][0-9]*</c>.</summary>
public static class WholeNumber
{
    /// <summary>The number.</summary>
    /// <param name="field">Whose value it is, for the refusal.</param>
    /// <param name="text">The text.</param>
    /// <param name="least">The least that is allowed, 0 or more.</param>
    /// <exception cref="InputRefusedException">It is no such number, below the least, or above 2³¹ − 1 (RI1228).</exception>
    public static int Parse(string field, string text, int least = 0) =>
        TryParse(text, out long number) && number >= least && number <= DrawDesign.MaxCount
            ? (int)number
            : throw PolicyRefusals.MalformedNumber.Refuse(("field", field), ("number", text), ("least", least));

    internal static bool TryParse(string text, out long number)
    {
        number = 0;
        return text is { Length: > 0 } && (text.Length == 1 || text[0] != '0') && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}

namespace RandomInspection;

internal static class AsciiText
{
    public static bool ContainsOnlyAsciiDigits(this ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every character is visible ASCII, 0x21 to 0x7E.</summary>
    public static bool IsVisibleAscii(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('!', '~') < 0;
}

namespace RandomInspection.Drawing;

internal static class Hex32
{
    private static readonly System.Buffers.SearchValues<char> LowerHex = System.Buffers.SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is 64 lower-case hex characters.</summary>
    public static bool IsHex32(ReadOnlySpan<char> text) => text.Length == 64 && text.IndexOfAnyExcept(LowerHex) < 0;
}

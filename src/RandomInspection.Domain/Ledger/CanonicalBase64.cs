namespace RandomInspection.Ledger;

/// <summary>Base64 in the one way in which bytes can be written: padded, no white space, unused bits zero.</summary>
internal static class CanonicalBase64
{
    /// <summary>The bytes of a text; <see langword="null"/> if it is not so many bytes, or writes them otherwise.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text, int length)
    {
        byte[] bytes = new byte[length];
        return Convert.TryFromBase64Chars(text, bytes, out int written) && written == length && text.SequenceEqual(Convert.ToBase64String(bytes)) ? bytes : null;
    }
}

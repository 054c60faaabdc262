namespace RandomInspection.Tabular;

/// <summary>The rule for the characters of a name.</summary>
internal static class NameText
{
    /// <summary>Whether a name has no control, line break or broken character.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name) =>
        !name.ContainsAnyInRange('\0', '\u001F') && !name.ContainsAnyInRange('\u007F', '\u009F') && !name.ContainsAny('\uFFFD', '\u2028', '\u2029');
}

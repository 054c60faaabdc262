namespace RandomInspection.Tabular;

/// <summary>The headers of a table by what they say, whatever their case, spaces, hyphens and underscores.</summary>
internal sealed class HeaderGuess
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public HeaderGuess(IEnumerable<string> headers)
    {
        foreach (string header in headers)
        {
            _known.TryAdd(Plain(header), header);
        }
    }

    /// <summary>The header that says the first of these that any says, or <see langword="null"/>.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_known.TryGetValue(name, out string? header))
            {
                return header;
            }
        }

        return null;
    }

    private static string Plain(string header) =>
        string.Concat(header.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-' or '\uFEFF'))).ToLowerInvariant();
}

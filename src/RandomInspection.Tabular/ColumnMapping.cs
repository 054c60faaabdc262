using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Whether a choice of columns fits a table.</summary>
internal static class ColumnMapping
{
    /// <summary>Checks a choice.</summary>
    /// <param name="table">The table.</param>
    /// <param name="chosen">What is asked for, by which header, and whether it is needed.</param>
    /// <exception cref="InputRefusedException">A needed one is not chosen (RI5017), there is no such column (RI5011), or one is chosen twice (RI5018).</exception>
    public static void Check(TableReader table, (string Meaning, string? Header, bool Needed)[] chosen)
    {
        string[] missing = [.. chosen.Where(one => one.Header is null && one.Needed).Select(one => one.Meaning)];
        if (missing.Length > 0)
        {
            throw TableRefusals.ColumnsMissing.Refuse(("missing", string.Join("、", missing)), ("known", table.KnownHeaders()));
        }

        Dictionary<string, string> meanings = new(StringComparer.Ordinal);
        foreach ((string meaning, string? header, _) in chosen)
        {
            if (header is null)
            {
                continue;
            }

            _ = table.ColumnOf(header);
            if (!meanings.TryAdd(header, meaning))
            {
                throw TableRefusals.ColumnTwice.Refuse(("header", ShownText.Of(header)), ("first", meanings[header]), ("second", meaning));
            }
        }
    }
}

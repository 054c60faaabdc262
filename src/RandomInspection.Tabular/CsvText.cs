using System.Buffers;

namespace RandomInspection.Tabular;

/// <summary>Cells as text of a CSV file (RFC 4180) that a spreadsheet does not take for formulas.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>A cell ready to be written between commas: made harmless by <see cref="Neutralise"/>, and quoted where RFC 4180 asks for it.</summary>
    /// <param name="cell">Any text.</param>
    public static string Escape(string cell)
    {
        string harmless = Neutralise(cell);
        return harmless.AsSpan().ContainsAny(Special) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    /// <summary>The cell, with an apostrophe in front if a spreadsheet would take it for a formula.</summary>
    /// <remarks>
    /// Source: OWASP, "CSV Injection": cells that begin with = + - @, tab, CR or LF, and the full-width forms of the first four. A negative
    /// number gets the apostrophe too: whether a cell is a number or a text cannot be told from the file.
    /// </remarks>
    /// <param name="cell">Any text.</param>
    public static string Neutralise(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;
    }
}

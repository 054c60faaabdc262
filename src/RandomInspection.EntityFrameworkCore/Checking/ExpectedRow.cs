using System.Collections.Immutable;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A row that a view must hold, as the database keeps it: made by whichever thread folds its stream, so that the one that reads only compares.</summary>
internal sealed class ExpectedRow
{
    private readonly ImmutableArray<object?> _values;

    private ExpectedRow(IView row, string stream, ImmutableArray<object?> values) => (View, Key, KeyBytes, Stream, _values) = (row.GetType(), row.Key, Encoding.UTF8.GetBytes(row.Key), stream, values);

    /// <summary>The view.</summary>
    public Type View { get; }

    /// <summary>Its key.</summary>
    public string Key { get; }

    /// <summary>Its key in UTF-8: databases order keys by these bytes.</summary>
    public byte[] KeyBytes { get; }

    /// <summary>The stream from which it follows.</summary>
    public string Stream { get; }

    /// <summary>The rows of a stream.</summary>
    /// <param name="rows">The rows that follow.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="tables">The table of each view.</param>
    public static ImmutableArray<ExpectedRow> Of(ImmutableArray<IView> rows, string stream, IReadOnlyDictionary<Type, RawTable> tables) =>
        [.. rows.Select(row => new ExpectedRow(row, stream, [.. tables[row.GetType()].Values(row).Select(RawTable.Plain).Select(value => value is string text ? new Utf8(text) : value)]))];

    /// <summary>The first column in which a row differs from this one; −1 if none does.</summary>
    public int FirstDifference(RawRows row)
    {
        for (int column = 0; column < _values.Length; column++)
        {
            bool holds = _values[column] switch
            {
                null => row.IsNull(column),
                Utf8 { Bytes: var bytes } => row.IsText(column) && row.Text(column).SequenceEqual(bytes),
                long number => row.IsInteger(column) && row.Integer(column) == number,
                var value => RawTable.Same(row.Value(column), value),
            };
            if (!holds)
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>What it holds in a column, as a person reads it.</summary>
    public string Show(int column) => RawTable.Show(_values[column] is Utf8 { Text: var text } ? text : _values[column]);

    private sealed record Utf8(string Text)
    {
        public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);
    }
}

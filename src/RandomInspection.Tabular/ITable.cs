using System.Collections.Immutable;

namespace RandomInspection.Tabular;

/// <summary>A table that is read row by row: text, or the first sheet of a workbook.</summary>
public interface ITable : IDisposable
{
    /// <summary>The names of the columns, in their order; none empty, all different.</summary>
    ImmutableArray<string> Headers { get; }

    /// <summary>The column of a name, for <see cref="TableRow.this"/>.</summary>
    /// <param name="header">A name, exactly as in <see cref="Headers"/>.</param>
    /// <exception cref="InputRefusedException">There is none of that name (RI5011).</exception>
    int ColumnOf(string header);

    /// <summary>The rows, one at a time, once.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    IEnumerable<TableRow> Rows(CancellationToken cancellation = default);
}

using System.Collections.Immutable;

namespace RandomInspection.Tabular;

/// <summary>A row of a table.</summary>
public sealed class TableRow
{
    internal TableRow(long line, ImmutableArray<string> fields, Refusal? fault)
    {
        Line = line;
        Fields = fields;
        Fault = fault;
    }

    /// <summary>The line of the file in which the row begins, from 1; a row whose quoted fields have line breaks spans several.</summary>
    public long Line { get; }

    /// <summary>The fields as they stand, without quotes; in a faulty row there may be more or fewer than headers.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>Why the row cannot be read by column (RI5012, RI5014), or <see langword="null"/>.</summary>
    public Refusal? Fault { get; }

    /// <summary>The field of a column.</summary>
    /// <param name="column">As of <see cref="TableReader.ColumnOf"/>.</param>
    /// <exception cref="InputRefusedException">The row has a <see cref="Fault"/>.</exception>
    public string this[int column] => Fault is null ? Fields[column] : throw new InputRefusedException(Fault);
}

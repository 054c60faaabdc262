using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Reads subjects out of a table and reports everything that is wrong with it, row by row.</summary>
public static class SubjectTable
{
    /// <summary>Reads all rows. A row with an error is refused and the next one read; nothing is corrected.</summary>
    /// <remarks>Memory: the result, and a reference and a number for each code, by which duplicates are found.</remarks>
    /// <param name="table">A table whose rows were not read yet.</param>
    /// <param name="columns">Which column gives what.</param>
    /// <param name="rules">What is accepted; <see langword="null"/>: <see cref="SubjectRules.Default"/>.</param>
    /// <param name="bytesRead">Is told from time to time, and at the end, how many bytes of the file have been read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputRefusedException">The mapping does not fit the table (RI5011, RI5017, RI5018), or the file cannot be read on (RI5013, RI5015, RI5016).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SubjectImport Read(
        TableReader table,
        SubjectColumns columns,
        SubjectRules? rules = null,
        IProgress<long>? bytesRead = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        rules ??= SubjectRules.Default;
        ColumnMapping.Check(table, columns.Chosen);

        FindingList findings = new(rules.MaximumFindings);
        SubjectRowReader reader = new(table, columns, rules, findings);
        ImmutableArray<Subject>.Builder subjects = ImmutableArray.CreateBuilder<Subject>();
        ImmutableArray<DatedSubject>.Builder dated = ImmutableArray.CreateBuilder<DatedSubject>();
        int rows = 0;
        foreach (TableRow row in table.Rows(bytesRead, cancellationToken))
        {
            rows++;
            if (reader.Read(row) is not { } subject)
            {
                continue;
            }

            if (reader.EffectiveOn is { } day)
            {
                dated.Add(new DatedSubject(day, subject));
            }
            else
            {
                subjects.Add(subject);
            }
        }

        return new SubjectImport(rows, subjects.DrainToImmutable(), dated.DrainToImmutable(), findings.ToImmutable(), findings.Errors, findings.Warnings);
    }
}

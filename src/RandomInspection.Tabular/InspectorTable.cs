using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Reads inspectors out of a table and reports everything that is wrong with it, row by row.</summary>
public static class InspectorTable
{
    /// <summary>The headers of a file that is written, in the order of <see cref="Cells"/>.</summary>
    public static ImmutableArray<string> Headers { get; } =
        ["工号", "姓名", "部门", "级别", "类别", "区域", "资格", "证件号", "有效期起", "有效期止", "休假", "上限", "状态"];

    /// <summary>Reads all rows. A row with an error is refused and the next one read; nothing is corrected.</summary>
    /// <param name="table">A table whose rows were not read yet.</param>
    /// <param name="columns">Which column gives what, as a rule <see cref="InspectorColumns.Guess"/>.</param>
    /// <param name="rules">What is accepted.</param>
    /// <param name="bytesRead">Is told from time to time, and at the end, how many bytes of the file have been read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputRefusedException">The columns do not fit the table (RI5011, RI5017, RI5018), or the file cannot be read on (RI5013, RI5015, RI5016).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static InspectorImport Read(
        TableReader table,
        InspectorColumns columns,
        InspectorRules rules,
        IProgress<long>? bytesRead = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rules);
        ColumnMapping.Check(table, columns.Chosen);

        FindingList findings = new(rules.MaximumFindings);
        InspectorRowReader reader = new(table, columns, rules, findings);
        ImmutableArray<Inspector>.Builder inspectors = ImmutableArray.CreateBuilder<Inspector>();
        int rows = 0;
        foreach (TableRow row in table.Rows(bytesRead, cancellationToken))
        {
            rows++;
            if (reader.Read(row) is { } inspector)
            {
                inspectors.Add(inspector);
            }
        }

        return new InspectorImport(rows, inspectors.DrainToImmutable(), columns.Ignored(table.Headers), findings);
    }

    /// <summary>An inspector as the cells of a row under <see cref="Headers"/>, so that it reads back as it is.</summary>
    /// <param name="inspector">The inspector.</param>
    /// <param name="department">How the department is written: its id or its Chinese name.</param>
    public static ImmutableArray<string> Cells(Inspector inspector, string department)
    {
        ArgumentNullException.ThrowIfNull(inspector);
        return
        [
            inspector.Id,
            inspector.Name,
            department,
            InspectorWords.Of(inspector.Level),
            InspectorWords.Of(inspector.Kind),
            inspector.Regions.IsEmpty ? InspectorWords.AllRegions : string.Join('、', inspector.Regions),
            string.Join('、', inspector.Qualifications),
            string.Join('；', inspector.Certificates.Select(c => c.Number)),
            string.Join('；', inspector.Certificates.Select(c => DayText.Of(c.ValidFrom))),
            string.Join('；', inspector.Certificates.Select(c => DayText.Of(c.ValidTo))),
            string.Join('；', inspector.Leave.Select(l => $"{DayText.Of(l.Start)}/{DayText.Of(l.End)}")),
            inspector.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            InspectorWords.Of(inspector.Status),
        ];
    }
}

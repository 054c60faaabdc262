using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.SampleData;

/// <summary>Writes inspectors as CSV (RFC 4180, CR LF), as the import of the inspector directory reads it.</summary>
public static class SampleInspectorFile
{
    /// <summary>Writes a header and a row for each inspector; departments by their Chinese names.</summary>
    /// <param name="writer">Where to; stays open.</param>
    /// <param name="inspectors">The inspectors, in the order in which they are written.</param>
    public static void Write(TextWriter writer, IEnumerable<Inspector> inspectors)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(inspectors);
        Row(writer, InspectorTable.Headers);
        foreach (Inspector inspector in inspectors)
        {
            Row(writer, InspectorTable.Cells(inspector, SampleDepartments.OfId(inspector.DepartmentId)?.ChineseName
                ?? SampleSubordinates.Departments.FirstOrDefault(department => department.Id == inspector.DepartmentId)?.ChineseName ?? inspector.DepartmentId));
        }
    }

    private static void Row(TextWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(',', cells.Select(CsvText.Escape)) + "\r\n");
}

using Microsoft.AspNetCore.Http;
using RandomInspection.Directories;
using RandomInspection.Tabular;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>The inspectors that a list shows, all pages of it, under the headers that the import reads; and those headers alone as a template.</summary>
internal static class InspectorsFile
{
    private const int Many = 500;

    public static IResult Send(string? q, string? department, HttpContext context, IInspectorDirectory directory, IStaff staff, Tongue tongue) => Results.Stream(
        destination => WriteAsync(destination, InspectorText.Search(q), InspectorText.Department(department), directory, staff, context.RequestAborted),
        "text/csv; charset=utf-8",
        tongue.T("执法检查人员名录.csv", "inspectors.csv"));

    public static IResult SendTemplate(HttpContext context, Tongue tongue) => Results.Stream(
        async destination => await (await CsvExport.BeginAsync(destination, InspectorTable.Headers, cancellationToken: context.RequestAborted)).DisposeAsync(),
        "text/csv; charset=utf-8",
        tongue.T("执法检查人员名录模板.csv", "inspectors-template.csv"));

    private static async Task WriteAsync(
        Stream destination, string text, string? department, IInspectorDirectory directory, IStaff staff, CancellationToken cancellation)
    {
        await using CsvExport export = await CsvExport.BeginAsync(destination, InspectorTable.Headers, cancellationToken: cancellation);
        long total = long.MaxValue;
        for (int skip = 0; skip < total; skip += Many)
        {
            (System.Collections.Immutable.ImmutableArray<Inspector> page, total) = await directory.SearchAsync(text, department, skip, Many, cancellation);
            foreach (Inspector inspector in page)
            {
                string name = staff.FindDepartment(inspector.DepartmentId)?.ChineseName ?? inspector.DepartmentId;
                await export.WriteRowAsync(InspectorTable.Cells(inspector, name), cancellation);
            }
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using RandomInspection.Tabular;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>All findings of a dry run as a CSV file for people, in their language, with nothing in it that a spreadsheet obeys.</summary>
internal static class FindingsFile
{
    public static async Task<IResult> OfSubjectsAsync(string digest, string? name, HttpContext context, SubjectImports imports, CurrentPerson current, Tongue tongue)
    {
        SubjectSource source = new(digest, SubjectSource.PlainName(name), ColumnField.Read(context.Request.Query));
        return await SendAsync(await imports.CheckAsync(source, current.Person!, context.RequestAborted), context, tongue);
    }

    public static async Task<IResult> OfInspectorsAsync(string digest, string? name, HttpContext context, InspectorImports imports, CurrentPerson current, Tongue tongue)
    {
        InspectorSource source = new(digest, InspectorSource.PlainName(name));
        return await SendAsync(await imports.CheckAsync(source, current.Person!, context.RequestAborted), context, tongue);
    }

    private static async Task<IResult> SendAsync(ImportJob job, HttpContext context, Tongue tongue)
    {
        if (await job.Completion.WaitAsync(context.RequestAborted) is not ImportOutcome.Checked { Check: { } check })
        {
            // The page of the dry run says why.
            return Results.Redirect(job.Source.CheckHref);
        }

        string fileName = Path.GetFileNameWithoutExtension(job.Source.Name) + tongue.T("-核对结果.csv", "-findings.csv");
        return Results.Stream(destination => WriteAsync(destination, check, tongue, context.RequestAborted), "text/csv; charset=utf-8", fileName);
    }

    private static async Task WriteAsync(Stream destination, ImportCheck check, Tongue tongue, CancellationToken cancellation)
    {
        await using CsvExport export = await CsvExport.BeginAsync(
            destination,
            [tongue.T("行", "Line"), tongue.T("列", "Column"), tongue.T("值", "Value"), tongue.T("结果", "Result"), tongue.T("代码", "Code"), tongue.T("原因", "Reason"), tongue.T("处理", "Remedy")],
            cancellationToken: cancellation);
        foreach (RowFinding finding in check.Findings)
        {
            await export.WriteRowAsync(
                [
                    finding.Line.ToString(CultureInfo.InvariantCulture),
                    finding.Column,
                    finding.Value,
                    finding.Severity == FindingSeverity.Error ? tongue.T("拒绝", "refused") : tongue.T("提醒", "warning"),
                    finding.Refusal.Code,
                    tongue.Reason(finding.Refusal),
                    tongue.Remedy(finding.Refusal),
                ],
                cancellation);
        }

        if (check.FindingsNotListed > 0)
        {
            string more = tongue.T($"另有 {check.FindingsNotListed} 条未列出", $"{check.FindingsNotListed} more are not listed");
            await export.WriteRowAsync(["", "", "", "", "", more, ""], cancellation);
        }
    }
}

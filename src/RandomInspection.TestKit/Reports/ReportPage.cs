using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.TestKit;

/// <summary>A report as one page of HTML that needs nothing beside it.</summary>
/// <remarks>No script; the one style sheet is named by its hash in the page's policy. The outcome is a word and never a colour alone.</remarks>
internal static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
        table{border-collapse:collapse;width:100%;min-width:44rem}
        caption{text-align:start;font-weight:bold;padding-block:.5rem}
        th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:start;vertical-align:top}
        th[scope=row]{white-space:nowrap}
        .scroll{overflow-x:auto}
        .failed{border-inline-start:.4rem solid #b3261e}
        .en{display:block;font-size:.9em}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0 0}
        """;

    public static string Write(ConformanceReport report)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\" />\n");
        page.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'\" />\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(report.Title)} · 一致性报告 · Conformance report</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>一致性报告 {English("Conformance report")}</h1>\n<p>{Text(report.Title)}</p>\n");
        page.Append(report.Conforms
            ? $"<p><strong>符合。 {English("It conforms.")}</strong></p>\n"
            : $"<p><strong>不符合。 {English("It does not conform.")}</strong></p>\n");
        Summary(page, report);
        for (int number = 0; number < report.Runs.Length; number++)
        {
            Details(page, report.Runs[number], number + 1);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Summary(StringBuilder page, ConformanceReport report)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"概要 Summary\">\n<table>\n<caption>概要 {English("Summary")}</caption>\n<thead><tr>");
        foreach ((string zh, string en) in new[] { ("实现", "Implementation"), ("契约", "Contract"), ("通过", "Passed"), ("未通过", "Failed"), ("不适用", "Not applicable") })
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{zh} {English(en)}</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        for (int number = 0; number < report.Runs.Length; number++)
        {
            ContractRun run = report.Runs[number];
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"#run-{number + 1}\">{Text(run.Implementation)}</a></th><td>{Text(run.Contract.ChineseName)} {English(run.Contract.EnglishName)}</td>");
            foreach (ConformanceOutcome outcome in Enum.GetValues<ConformanceOutcome>())
            {
                page.Append(CultureInfo.InvariantCulture, $"<td>{run.Count(outcome)}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Details(StringBuilder page, ContractRun run, int number)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"run-{number}\">\n<h2 id=\"run-{number}\">{Text(run.Implementation)}：{Text(run.Contract.ChineseName)} {English(run.Contract.EnglishName)}</h2>\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(run.Implementation)} {Text(run.Contract.ChineseName)} {Text(run.Contract.EnglishName)}\">\n<table>\n<thead><tr>");
        foreach ((string zh, string en) in new[] { ("编号", "Case"), ("要求", "What must hold"), ("依据", "Clause"), ("结果", "Outcome") })
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{zh} {English(en)}</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (ConformanceResult result in run.Results)
        {
            string mark = result.Outcome == ConformanceOutcome.Failed ? " class=\"failed\"" : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr{mark}><th scope=\"row\">{Text(result.Case.Id)}</th><td>{Text(result.Case.ChineseTitle)} {English(result.Case.EnglishTitle)}</td><td>{Text(result.Case.Clause)}</td><td>{Outcome(result)}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static string Outcome(ConformanceResult result) => result.Outcome switch
    {
        ConformanceOutcome.Passed => $"通过 {English("Passed")}",
        ConformanceOutcome.NotApplicable => $"不适用：{Text(result.Chinese)} {English("Not applicable: " + result.English)}",
        _ => $"<strong>未通过 {English("Failed")}</strong><pre lang=\"en\">{Text(result.English)}</pre>",
    };

    private static string English(string text) => $"<span class=\"en\" lang=\"en\">{Text(text)}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

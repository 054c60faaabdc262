using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.TestKit;

/// <summary>A report as JSON: <c>random-inspection-conformance/1</c>.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ConformanceReport report)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("specification", "random-inspection-conformance/1");
            json.WriteString("title", report.Title);
            json.WriteBoolean("conforms", report.Conforms);
            json.WriteStartArray("runs");
            foreach (ContractRun run in report.Runs)
            {
                Write(json, run);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ContractRun run)
    {
        json.WriteStartObject();
        json.WriteString("implementation", run.Implementation);
        json.WriteString("contract", run.Contract.Prefix);
        json.WriteString("port", run.Contract.Port.FullName);
        json.WriteBoolean("conforms", run.Conforms);
        json.WriteNumber("passed", run.Count(ConformanceOutcome.Passed));
        json.WriteNumber("failed", run.Count(ConformanceOutcome.Failed));
        json.WriteNumber("notApplicable", run.Count(ConformanceOutcome.NotApplicable));
        json.WriteStartArray("cases");
        foreach (ConformanceResult result in run.Results)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Case.Id);
            json.WriteString("zh", result.Case.ChineseTitle);
            json.WriteString("en", result.Case.EnglishTitle);
            json.WriteString("clause", result.Case.Clause);
            json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()));
            if (result.Outcome != ConformanceOutcome.Passed)
            {
                json.WriteString("foundZh", result.Chinese);
                json.WriteString("foundEn", result.English);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

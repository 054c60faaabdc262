using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace RandomInspection.Supervision;

/// <summary>A compliance report as JSON, for programs.</summary>
public static class ComplianceDocument
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document: UTF-8 without BOM, LF, a line feed at the end; the same report always gives the same bytes.</summary>
    /// <param name="report">The report.</param>
    public static byte[] Write(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("specification", "random-inspection-compliance/1");
            json.WriteString("day", LocalDatePattern.Iso.Format(report.Day));
            json.WriteNumber("entries", report.Head.Size);
            json.WriteString("root", report.Head.Root);
            json.WriteBoolean("held", report.IsHeld);
            json.WriteStartArray("clauses");
            foreach (ComplianceLine line in report.Lines)
            {
                json.WriteStartObject();
                json.WriteString("clause", line.Clause);
                json.WriteString("article", line.Article);
                json.WriteString("title", line.Chinese);
                json.WriteString("titleEn", line.English);
                json.WriteString("status", Word(line.Status));
                json.WriteStartArray("checks");
                foreach (ComplianceCheck check in line.Checks)
                {
                    Write(json, check);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A status as it stands in the document.</summary>
    /// <param name="status">The status.</param>
    public static string Word(ComplianceStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    private static void Write(Utf8JsonWriter json, ComplianceCheck check)
    {
        json.WriteStartObject();
        json.WriteString("check", check.Name);
        json.WriteString("asks", check.Chinese);
        json.WriteString("asksEn", check.English);
        json.WriteString("status", Word(check.Status));
        json.WriteNumber("held", check.Held.Numerator);
        json.WriteNumber("of", check.Held.Denominator);
        json.WriteStartArray("failing");
        foreach (string id in check.Failing)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

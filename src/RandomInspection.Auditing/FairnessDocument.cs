using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Auditing;

/// <summary>The report of an audit as JSON: UTF-8 without BOM, indented by one space, LF; measured numbers to six digits.</summary>
public static class FairnessDocument
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report on a draw.</summary>
    /// <param name="fairness">What the audit found.</param>
    public static byte[] Write(DrawFairness fairness)
    {
        ArgumentNullException.ThrowIfNull(fairness);
        return Write(json =>
        {
            WriteHead(json, fairness.Repeats, fairness.IsFair, fairness.Tests, fairness.Impossible);
            WriteChiSquare(json, "selection", fairness.Selection);
            WriteUnit(json, fairness.Largest);
            json.WriteStartArray("strata");
            foreach (StratumFairness stratum in fairness.Strata)
            {
                json.WriteStartObject();
                json.WriteString("path", stratum.Path);
                json.WriteNumber("drawable", stratum.Drawable);
                WriteTotal(json, stratum.Total);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("cells");
            foreach (CellFairness cell in fairness.Cells)
            {
                json.WriteStartObject();
                json.WriteString("stratum", cell.Expectation.Count.Cell.Stratum.Text);
                json.WriteString("class", cell.Expectation.Count.Cell.Class);
                json.WriteNumber("drawable", cell.Expectation.Count.Drawable);
                json.WriteString("expectedNano", cell.Expectation.ExpectedNano.ToString(CultureInfo.InvariantCulture));
                WriteTotal(json, cell.Total);
                WriteChiSquare(json, "selection", cell.Selection);
                WriteUnit(json, cell.Largest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>The report on a match.</summary>
    /// <param name="fairness">What the audit found.</param>
    public static byte[] Write(MatchFairness fairness)
    {
        ArgumentNullException.ThrowIfNull(fairness);
        return Write(json =>
        {
            WriteHead(json, fairness.Repeats, fairness.IsFair, fairness.Tests, fairness.Impossible);
            json.WriteNumber("interchangeableWithNobody", fairness.Alone);
            json.WriteStartArray("groups");
            foreach (GroupFairness group in fairness.Groups)
            {
                json.WriteStartObject();
                json.WriteString("visit", group.Visit);
                json.WriteStartArray("inspectors");
                foreach (string inspector in group.Inspectors)
                {
                    json.WriteStringValue(inspector);
                }

                json.WriteEndArray();
                json.WriteStartArray("counts");
                foreach (int count in group.Counts)
                {
                    json.WriteNumberValue(count);
                }

                json.WriteEndArray();
                WriteChiSquare(json, "evenness", group.Evenness);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("pairs");
            foreach (PairDeviation pair in fairness.Pairs)
            {
                json.WriteStartObject();
                json.WriteString("visit", pair.Chance.Visit);
                json.WriteString("inspector", pair.Chance.Inspector);
                json.WriteString("chance", FormattableString.Invariant($"{pair.Chance.Numerator}/{pair.Chance.Denominator}"));
                json.WriteNumber("count", pair.Count);
                WriteNumber(json, "deviations", pair.Deviations);
                WriteNumber(json, "pValue", pair.PValue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>A question's name in the report.</summary>
    /// <param name="question">The question.</param>
    public static string NameOf(FairnessQuestion question) => JsonNamingPolicy.CamelCase.ConvertName(question.ToString());

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, int repeats, bool isFair, ImmutableArray<FairnessTest> tests, ImmutableArray<ImpossibleCount> impossible)
    {
        json.WriteNumber("repeat", repeats);
        WriteNumber(json, "level", FairnessLevel.OfAudit);
        json.WriteBoolean("fair", isFair);
        json.WriteStartArray("tests");
        foreach (FairnessTest test in tests)
        {
            json.WriteStartObject();
            json.WriteString("question", NameOf(test.Question));
            json.WriteNumber("compared", test.Compared);
            WriteNumber(json, "correctedPValue", test.PValue);
            json.WriteString("worst", test.Where);
            json.WriteBoolean("holds", test.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("impossible");
        foreach (ImpossibleCount count in impossible)
        {
            json.WriteStartObject();
            json.WriteString("what", count.Where);
            json.WriteNumber("count", count.Count);
            json.WriteNumber("least", count.Least);
            json.WriteNumber("most", count.Most);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTotal(Utf8JsonWriter json, TotalFairness total)
    {
        json.WriteNumber("count", total.Count);
        WriteNumber(json, "expected", total.Expected);
        WriteNumber(json, "deviations", total.Deviations);
        WriteNumber(json, "pValue", total.PValue);
    }

    private static void WriteChiSquare(Utf8JsonWriter json, string name, ChiSquare? test)
    {
        if (test is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber(json, "chiSquare", test.Statistic);
        json.WriteNumber("degrees", test.Degrees);
        WriteNumber(json, "pValue", test.PValue);
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, UnitDeviation? unit)
    {
        if (unit is null)
        {
            json.WriteNull("largest");
            return;
        }

        json.WriteStartObject("largest");
        json.WriteString("id", unit.Id);
        json.WriteNumber("count", unit.Count);
        WriteNumber(json, "probability", unit.Probability);
        WriteNumber(json, "deviations", unit.Deviations);
        WriteNumber(json, "pValue", unit.PValue);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString("G6", CultureInfo.InvariantCulture));
    }
}

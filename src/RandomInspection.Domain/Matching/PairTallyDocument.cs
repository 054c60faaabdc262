using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>A tally of matches as a JSON document: <c>{"repeat": N, "pairs": [{"visit", "inspector", "count"}]}</c>.</summary>
public static class PairTallyDocument
{
    private const string Name = "tally";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document's bytes: UTF-8 without BOM, indented by one space, LF.</summary>
    /// <param name="tally">The tally.</param>
    public static byte[] Write(PairTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("repeat", tally.Repeats);
            json.WriteStartArray("pairs");
            foreach (PairCount pair in tally.Pairs)
            {
                json.WriteStartObject();
                json.WriteString("visit", pair.Visit);
                json.WriteString("inspector", pair.Inspector);
                json.WriteNumber("count", pair.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a tally; its pairs may stand in any order.</summary>
    /// <param name="utf8">The document's bytes.</param>
    /// <exception cref="InputRefusedException">It is none (RI1201 to RI1204), or counts a pair twice (RI1361).</exception>
    public static PairTally Read(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        json.Members(["repeat", "pairs"]);
        int repeats = (int)json.Integer("repeat", 1, AuditSeeds.MostRepeats);
        PairCount[] pairs = [.. json.Array("pairs").Select(pair =>
        {
            pair.AsObject().Members(["visit", "inspector", "count"]);
            return new PairCount(pair.Text("visit"), pair.Text("inspector"), (int)pair.Integer("count", 0, repeats));
        })];
        Array.Sort(pairs, Order);
        for (int i = 1; i < pairs.Length; i++)
        {
            if (Order(pairs[i], pairs[i - 1]) == 0)
            {
                throw AuditRefusals.CountedTwice.Refuse(("what", $"{pairs[i].Visit} {pairs[i].Inspector}"));
            }
        }

        return new PairTally(repeats, ImmutableArray.Create(pairs));
    }

    internal static int Order(PairCount x, PairCount y) =>
        string.CompareOrdinal(x.Visit, y.Visit) is not 0 and int order ? order : string.CompareOrdinal(x.Inspector, y.Inspector);
}

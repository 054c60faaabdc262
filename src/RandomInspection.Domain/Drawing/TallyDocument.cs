using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Drawing;

/// <summary>A tally of draws as a JSON document: <c>{"repeat": N, "units": [{"id", "count"}]}</c>.</summary>
public static class TallyDocument
{
    private const string Name = "tally";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document's bytes: UTF-8 without BOM, indented by one space, LF.</summary>
    /// <param name="tally">The tally.</param>
    public static byte[] Write(DrawTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("repeat", tally.Repeats);
            json.WriteStartArray("units");
            foreach (UnitCount unit in tally.Units)
            {
                json.WriteStartObject();
                json.WriteString("id", unit.Id);
                json.WriteNumber("count", unit.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a tally; its units may stand in any order.</summary>
    /// <param name="utf8">The document's bytes.</param>
    /// <exception cref="InputRefusedException">It is none (RI1201 to RI1204), or counts a unit twice (RI1361).</exception>
    public static DrawTally Read(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        json.Members(["repeat", "units"]);
        int repeats = (int)json.Integer("repeat", 1, AuditSeeds.MostRepeats);
        UnitCount[] units = [.. json.Array("units").Select(unit =>
        {
            unit.AsObject().Members(["id", "count"]);
            return new UnitCount(unit.Text("id"), (int)unit.Integer("count", 0, repeats));
        })];
        Array.Sort(units, static (x, y) => string.CompareOrdinal(x.Id, y.Id));
        for (int i = 1; i < units.Length; i++)
        {
            if (units[i].Id == units[i - 1].Id)
            {
                throw AuditRefusals.CountedTwice.Refuse(("what", units[i].Id));
            }
        }

        return new DrawTally(repeats, ImmutableArray.Create(units));
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.Cli;

/// <summary>JSON that the program writes: UTF-8 without BOM, indented by one space, LF.</summary>
internal static class ResultDocument
{
    private const int Piece = 1 << 16;

    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a draw gave: <c>cells</c>, <c>selected</c> in ticket order, <c>reserves</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="target">Takes it, piece by piece.</param>
    public static void Write(DrawResult result, Stream target) => Write(target, json =>
    {
        json.WriteStartArray("cells");
        foreach (CellResult cell in result.Cells)
        {
            CellCount count = cell.Expectation.Count;
            json.WriteStartObject();
            WriteCell(json, count.Cell);
            json.WriteNumber("population", count.Population);
            json.WriteNumber("drawable", count.Drawable);
            json.WriteString("expectedNano", cell.Expectation.ExpectedNano.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("size", cell.Size);
            json.WriteString("cutoff", cell.Cutoff?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("selected");
        foreach (SelectedUnit unit in result.Selected)
        {
            json.WriteStartObject();
            json.WriteString("ticket", unit.Ticket.ToString());
            json.WriteString("id", unit.Id);
            json.WriteEndObject();
            FlushLarge(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("reserves");
        foreach (ReserveUnit unit in result.Reserves)
        {
            json.WriteStartObject();
            WriteCell(json, unit.Cell);
            json.WriteString("ticket", unit.Ticket.ToString());
            json.WriteString("id", unit.Id);
            json.WriteEndObject();
            FlushLarge(json);
        }

        json.WriteEndArray();
    });

    /// <summary>A unit's proof, with the members of the subject's view of a record.</summary>
    public static byte[] Write(InclusionProof proof, Digest root, string hash)
    {
        using MemoryStream bytes = new();
        Write(bytes, json => Write(json, proof, root, hash));
        return bytes.ToArray();
    }

    private static void Write(Stream target, Action<Utf8JsonWriter> members)
    {
        using (Utf8JsonWriter json = new(target, Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        target.Write("\n"u8);
    }

    private static void FlushLarge(Utf8JsonWriter json)
    {
        if (json.BytesPending >= Piece)
        {
            json.Flush();
        }
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        // The relaxed encoder still escapes characters beyond U+FFFF (𠮷); a stratum has no control characters, so two escapes do.
        string text = cell.Stratum.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        json.WritePropertyName("stratum");
        json.WriteRawValue($"\"{text}\"", skipInputValidation: true);
        json.WriteString("class", cell.Class);
    }

    private static void Write(Utf8JsonWriter json, InclusionProof proof, Digest root, string hash)
    {
        json.WriteString("hash", hash);
        json.WriteStartObject("line");
        json.WriteString("id", proof.Unit.Id);
        WriteCell(json, new Cell(proof.Unit.Stratum, proof.Unit.Class));
        json.WriteString("standing", proof.Unit.Standing == Standing.Drawable ? "drawable" : "resting");
        json.WriteEndObject();
        json.WriteString("salt", proof.Salt);
        json.WriteNumber("leafIndex", proof.LeafIndex);
        json.WriteNumber("frameSize", proof.FrameSize);
        json.WriteString("frameRoot", root.Hex);
        json.WriteStartArray("proof");
        foreach (Digest node in proof.Path)
        {
            json.WriteStringValue(node.Hex);
        }

        json.WriteEndArray();
    }
}

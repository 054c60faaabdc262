using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Drawing;

/// <summary>Writes the document of a design.</summary>
internal static class DesignText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(DrawDesign design)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Compact))
        {
            json.WriteStartObject();
            switch (design)
            {
                case DrawDesign.Fixed @fixed:
                    json.WriteString("kind", "fixed");
                    json.WriteNumber("size", @fixed.Size);
                    Write(json, "weights", @fixed.Weights);
                    break;
                case DrawDesign.StratumSizes sizes:
                    json.WriteString("kind", "stratumSizes");
                    json.WriteStartObject("sizes");
                    foreach ((Stratum stratum, int size) in sizes.Sizes)
                    {
                        json.WriteNumber(stratum.Text, size);
                    }

                    json.WriteEndObject();
                    Write(json, "weights", sizes.Weights);
                    break;
                default:
                    DrawDesign.Rates rates = (DrawDesign.Rates)design;
                    json.WriteString("kind", "rates");
                    WriteRates(json, "rates", rates.ByClass);
                    if (!rates.ByStratum.IsEmpty)
                    {
                        json.WriteStartObject("stratumRates");
                        foreach ((Stratum stratum, ImmutableSortedDictionary<string, int> table) in rates.ByStratum)
                        {
                            WriteRates(json, stratum.Text, table);
                        }

                        json.WriteEndObject();
                    }

                    break;
            }

            if (design.MinimumPerStratum is { } minimum)
            {
                json.WriteNumber("minimumPerStratum", minimum);
            }

            if (design.ReservesPerCell > 0)
            {
                json.WriteNumber("reservesPerCell", design.ReservesPerCell);
            }

            if (design.Basis is { } basis)
            {
                json.WriteString("basis", basis);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string member, ImmutableSortedDictionary<string, int> weights)
    {
        json.WriteStartObject(member);
        foreach ((string name, int weight) in weights)
        {
            json.WriteNumber(name, weight);
        }

        json.WriteEndObject();
    }

    private static void WriteRates(Utf8JsonWriter json, string member, ImmutableSortedDictionary<string, int> rates)
    {
        json.WriteStartObject(member);
        foreach ((string name, int nano) in rates)
        {
            json.WriteString(name, RateText.Of(nano));
        }

        json.WriteEndObject();
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Disclosure;

/// <summary>One field of what is to be published, before the redaction policy has looked at it.</summary>
/// <param name="Name">Its name, as the policy knows it.</param>
/// <param name="Value">Its value, or</param>
/// <param name="Parts">its parts, each a list of fields.</param>
internal sealed record PublicField(string Name, string? Value, ImmutableArray<ImmutableArray<PublicField>> Parts)
{
    public static PublicField Of(string name, string value) => new(name, value, []);

    public static PublicField Of(string name, IEnumerable<ImmutableArray<PublicField>> parts) => new(name, null, [.. parts]);

    /// <summary>The fields as JSON, each as the policy lets it leave; what is withheld is not there at all.</summary>
    public static string Write(IEnumerable<PublicField> fields, RedactionPolicy policy)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, fields, policy);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<PublicField> fields, RedactionPolicy policy)
    {
        json.WriteStartObject();
        foreach (PublicField field in fields)
        {
            if (field.Value is { } value)
            {
                if (policy.Apply(field.Name, value) is { } shown)
                {
                    json.WriteString(field.Name, shown);
                }
            }
            else
            {
                json.WriteStartArray(field.Name);
                foreach (ImmutableArray<PublicField> part in field.Parts)
                {
                    Write(json, part, policy);
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }
}

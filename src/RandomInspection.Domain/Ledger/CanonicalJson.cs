using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Ledger;

/// <summary>JSON whose bytes are hashed: no insignificant white space, members as written, characters outside ASCII as themselves.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of one object.</summary>
    /// <param name="members">Writes its members.</param>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Verbatim(bytes.WrittenSpan);
    }

    /// <summary>The text of one object.</summary>
    /// <param name="members">Writes its members.</param>
    public static string WriteText(Action<Utf8JsonWriter> members) => Encoding.UTF8.GetString(Write(members));

    /// <summary>The same JSON with every escape of a character outside ASCII undone: the platform's encoder leaves some, such as those beyond U+FFFF.</summary>
    /// <param name="json">JSON as the platform writes it.</param>
    public static byte[] Verbatim(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return json.ToArray();
        }

        ArrayBufferWriter<byte> bytes = new(json.Length);
        while (json.IndexOf((byte)'\\') is >= 0 and int escape)
        {
            bytes.Write(json[..escape]);
            json = json[escape..];
            int length = 2;
            if (json[1] == (byte)'u' && CodeUnit(json) is >= (char)0x80 and var unit)
            {
                length = char.IsHighSurrogate(unit) ? 12 : 6;
                ReadOnlySpan<char> character = length == 12 ? [unit, CodeUnit(json[6..])] : [unit];
                Encoding.UTF8.GetBytes(character, bytes);
            }
            else
            {
                bytes.Write(json[..length]);
            }

            json = json[length..];
        }

        bytes.Write(json);
        return bytes.WrittenSpan.ToArray();
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

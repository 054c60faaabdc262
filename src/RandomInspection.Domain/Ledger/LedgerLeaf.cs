using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>An entry's canonical bytes, over which the log's Merkle tree is built.</summary>
/// <remarks>
/// <c>{"sequence":…,"stream":…,"version":…,"type":…,"actor":…,"role":…,"reason":…,"at":…,"data":…}</c>, the data as a string that
/// holds exactly the bytes kept. Tree: RFC 9162 with SHA-256.
/// </remarks>
public static class LedgerLeaf
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The log's tree.</summary>
    public static MerkleTree Tree { get; } = new((message, digest) => SHA256.HashData(message, digest));

    /// <summary>An entry's canonical bytes.</summary>
    /// <param name="entry">The entry.</param>
    public static byte[] Bytes(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArrayBufferWriter<byte> bytes = new(256 + entry.Data.Length);
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("stream", entry.Stream);
            json.WriteNumber("version", entry.Version);
            json.WriteString("type", entry.Type);
            json.WriteString("actor", entry.Actor.PersonId);
            json.WriteString("role", entry.Actor.Role.ToString());
            json.WriteString("reason", entry.Reason);
            json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
            json.WriteString("data", entry.Data);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}

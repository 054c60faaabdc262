using System.Security.Cryptography;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>An entry's canonical bytes, over which the log's Merkle tree is built.</summary>
/// <remarks>
/// <c>{"sequence":…,"stream":…,"version":…,"type":…,"actor":…,"role":…,"reason":…,"at":…,"data":…}</c>, the data as a string that
/// holds exactly the bytes kept. Tree: RFC 9162 with SHA-256.
/// </remarks>
public static class LedgerLeaf
{
    /// <summary>The log's tree.</summary>
    public static MerkleTree Tree { get; } = new((message, digest) => SHA256.HashData(message, digest));

    /// <summary>An entry's canonical bytes.</summary>
    /// <param name="entry">The entry.</param>
    public static byte[] Bytes(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CanonicalJson.Write(json =>
        {
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("stream", entry.Stream);
            json.WriteNumber("version", entry.Version);
            json.WriteString("type", entry.Type);
            json.WriteString("actor", entry.Actor.PersonId);
            json.WriteString("role", entry.Actor.Role.ToString());
            json.WriteString("reason", entry.Reason);
            json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
            json.WriteString("data", entry.Data);
        });
    }
}

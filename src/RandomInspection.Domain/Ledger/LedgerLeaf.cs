using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>An entry's canonical bytes, over which the log's Merkle tree is built.</summary>
/// <remarks>
/// <c>{"sequence":…,"stream":…,"version":…,"type":…,"actor":…,"role":…,"reason":…,"at":…,"data":…,"salt":…}</c>, the data as a
/// string that holds exactly the bytes kept; entries without a salt have no such member. Tree: RFC 9162 with SHA-256.
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
            if (entry.Salt is not null)
            {
                json.WriteString("salt", entry.Salt);
            }
        });
    }

    /// <summary>The salt of one entry: the first 16 bytes of SHA-256 over the commit's salt, the stream and the version. Who is told one knows no other.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="stream">The entry's stream.</param>
    /// <param name="version">Its version.</param>
    /// <returns>32 lower-case hex characters; <see langword="null"/> if the commit has no salt.</returns>
    public static string? SaltOf(LedgerCommit commit, string stream, int version)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return commit.Salt is null
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{commit.Salt}\n{stream}\n{version}")))[..16]);
    }
}

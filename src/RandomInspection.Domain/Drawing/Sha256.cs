using System.Security.Cryptography;

namespace RandomInspection.Drawing;

/// <summary>SHA-256 (FIPS 180-4) by the platform.</summary>
public sealed class Sha256 : IDrawHash
{
    private Sha256()
    {
    }

    /// <summary>The one instance.</summary>
    public static Sha256 Instance { get; } = new();

    /// <summary><c>sha-256</c>.</summary>
    public string Name => "sha-256";

    /// <inheritdoc />
    public void Hash(ReadOnlySpan<byte> message, Span<byte> digest) => SHA256.HashData(message, digest);
}

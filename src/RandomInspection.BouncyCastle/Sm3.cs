using Org.BouncyCastle.Crypto.Digests;
using RandomInspection.Drawing;

namespace RandomInspection.BouncyCastle;

/// <summary>SM3 (GB/T 32905-2016) as a hash that openings may name.</summary>
public sealed class Sm3 : IDrawHash
{
    private Sm3()
    {
    }

    /// <summary>The one instance.</summary>
    public static Sm3 Instance { get; } = new();

    /// <summary><c>sm3</c>.</summary>
    public string Name => "sm3";

    /// <inheritdoc />
    public void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        SM3Digest sm3 = new();
        sm3.BlockUpdate(message);
        sm3.DoFinal(digest);
    }
}

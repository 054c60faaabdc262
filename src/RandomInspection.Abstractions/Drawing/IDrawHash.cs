namespace RandomInspection.Drawing;

/// <summary>A hash that a draw may name in its opening: blocks of 64 bytes, digests of 32.</summary>
/// <remarks>Implementations are stateless and safe to share between threads. Source: random-inspection-draw/1, Terms (H).</remarks>
public interface IDrawHash
{
    /// <summary>The name as it stands in openings: <c>sha-256</c> or <c>sm3</c>.</summary>
    string Name { get; }

    /// <summary>Writes the digest of a message.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="digest">Exactly 32 bytes to write to; must not overlap the message.</param>
    void Hash(ReadOnlySpan<byte> message, Span<byte> digest);
}

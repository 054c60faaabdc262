using System.Buffers.Binary;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>H(seed's 64 characters, then something): every random number of a draw.</summary>
/// <remarks>Source: random-inspection-draw/1 §4 and §5. Not safe to share between threads.</remarks>
internal sealed class SeededHash
{
    private const int SeedLength = 64;

    private readonly IDrawHash _hash;
    private readonly byte[] _digest = new byte[32];
    private byte[] _message = new byte[SeedLength + 256];

    public SeededHash(Seed seed, IDrawHash hash)
    {
        _hash = hash;
        Encoding.ASCII.GetBytes(seed.Hex, _message);
    }

    /// <summary>A unit's ticket.</summary>
    public Ticket Ticket(string id) => new(Digest(id));

    /// <summary>The 32 bytes of H(seed, text); valid until the next call.</summary>
    public ReadOnlySpan<byte> Digest(string text)
    {
        int needed = SeedLength + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_message.Length < needed)
        {
            Array.Resize(ref _message, needed);
        }

        int length = SeedLength + Encoding.UTF8.GetBytes(text, _message.AsSpan(SeedLength));
        _hash.Hash(_message.AsSpan(0, length), _digest);
        return _digest;
    }

    /// <summary>H(seed, text) as a 256-bit big-endian number, modulo <paramref name="modulus"/> (1 to 2·10⁹).</summary>
    public long Modulo(string text, long modulus)
    {
        ReadOnlySpan<byte> digest = Digest(text);
        UInt128 rest = 0;
        for (int word = 0; word < 4; word++)
        {
            rest = ((rest << 64) | BinaryPrimitives.ReadUInt64BigEndian(digest[(8 * word)..])) % (ulong)modulus;
        }

        return (long)rest;
    }
}

using System.Buffers.Binary;

namespace RandomInspection.Drawing;

/// <summary>票号：a unit's ticket in one draw, a 256-bit number; the smallest of a cell are drawn.</summary>
/// <remarks>Anybody computes it with <c>printf '%s%s' SEED ID | sha256sum</c>. Source: random-inspection-draw/1 §4.</remarks>
public readonly struct Ticket : IEquatable<Ticket>, IComparable<Ticket>
{
    private readonly ulong _word0;
    private readonly ulong _word1;
    private readonly ulong _word2;
    private readonly ulong _word3;

    /// <summary>The ticket that 32 bytes are, read as a big-endian number.</summary>
    /// <param name="bytes">32 bytes.</param>
    public Ticket(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, 32, nameof(bytes));
        _word0 = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _word1 = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _word2 = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _word3 = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Its first 64 bits, in which two tickets all but certainly differ.</summary>
    public ulong Leading => _word0;

    /// <summary>Whether one ticket is smaller than another.</summary>
    public static bool operator <(Ticket left, Ticket right) => left.CompareTo(right) < 0;

    /// <summary>Whether one ticket is larger than another.</summary>
    public static bool operator >(Ticket left, Ticket right) => left.CompareTo(right) > 0;

    /// <summary>Whether one ticket is at most another.</summary>
    public static bool operator <=(Ticket left, Ticket right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one ticket is at least another.</summary>
    public static bool operator >=(Ticket left, Ticket right) => left.CompareTo(right) >= 0;

    /// <summary>Whether two tickets are the same number.</summary>
    public static bool operator ==(Ticket left, Ticket right) => left.Equals(right);

    /// <summary>Whether two tickets are different numbers.</summary>
    public static bool operator !=(Ticket left, Ticket right) => !left.Equals(right);

    /// <inheritdoc />
    public int CompareTo(Ticket other) =>
        _word0 != other._word0 ? _word0.CompareTo(other._word0)
        : _word1 != other._word1 ? _word1.CompareTo(other._word1)
        : _word2 != other._word2 ? _word2.CompareTo(other._word2)
        : _word3.CompareTo(other._word3);

    /// <inheritdoc />
    public bool Equals(Ticket other) => _word0 == other._word0 && _word1 == other._word1 && _word2 == other._word2 && _word3 == other._word3;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Ticket other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _word0.GetHashCode();

    /// <summary>64 lower-case hex characters.</summary>
    public override string ToString() => $"{_word0:x16}{_word1:x16}{_word2:x16}{_word3:x16}";
}

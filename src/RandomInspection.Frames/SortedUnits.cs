using System.Buffers.Binary;

namespace RandomInspection.Frames;

/// <summary>Units one after the other, in the order of ids and then of numbers.</summary>
internal abstract class SortedUnits
{
    /// <summary>The first sixteen bytes of the id, big-endian, zero behind a shorter one: they order as the ids do, as far as they go.</summary>
    public UInt128 Key { get; protected set; }

    public int IdLength { get; protected set; }

    public long Number { get; protected set; }

    public abstract ReadOnlySpan<byte> Line { get; }

    public ReadOnlySpan<byte> Id => Line[..IdLength];

    public abstract bool MoveNext();

    public static UInt128 KeyOf(ReadOnlySpan<byte> id)
    {
        if (id.Length >= 16)
        {
            return BinaryPrimitives.ReadUInt128BigEndian(id);
        }

        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        id.CopyTo(padded);
        return BinaryPrimitives.ReadUInt128BigEndian(padded);
    }

    public static int Compare(SortedUnits a, SortedUnits b)
    {
        int order = a.Key.CompareTo(b.Key);
        if (order == 0)
        {
            order = a.Id.SequenceCompareTo(b.Id);
        }

        return order == 0 ? a.Number.CompareTo(b.Number) : order;
    }
}

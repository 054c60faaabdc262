using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>Partial draws as bytes: <c>RIDP</c>, version 1, plan, partitions, cells.</summary>
/// <remarks>Whole numbers are LEB128 without padding, texts have their length before them, tickets are 32 bytes, in order.</remarks>
internal static class DrawPartialDocument
{
    private const byte Version = 1;
    private const int DigestBytes = 32;
    private const long MostUnits = 1L << 40;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Mark => "RIDP"u8;

    public static byte[] Write(DrawPartial partial)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(Convert.FromHexString(partial.Plan.Hex));
        writer.Write7BitEncodedInt(partial.Partitions.Length);
        foreach (FramePartition partition in partial.Partitions)
        {
            writer.Write(partition.Name);
            writer.Write(Convert.FromHexString(partition.Root.Hex));
            writer.Write7BitEncodedInt64(partition.Size);
        }

        writer.Write7BitEncodedInt(partial.Cells.Length);
        foreach (PartialCell cell in partial.Cells)
        {
            writer.Write7BitEncodedInt64(cell.Population);
            writer.Write7BitEncodedInt64(cell.Drawable);
            UnitList units = UnitList.Of(cell.Smallest);
            writer.Write7BitEncodedInt(units.Count);
            foreach (int number in units.Numbers)
            {
                writer.Write(units.Log.Written(number));
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static DrawPartial Read(ReadOnlySpan<byte> given)
    {
        if (given.Length <= Mark.Length || !given.StartsWith(Mark))
        {
            throw Refused("no partial draw");
        }

        if (given[Mark.Length] != Version)
        {
            throw Refused($"version {given[Mark.Length]}, known is {Version}");
        }

        byte[] bytes = given.ToArray();
        using MemoryStream stream = new(bytes);
        using BinaryReader reader = new(stream, StrictUtf8);
        stream.Position = Mark.Length + 1;
        DrawPartial read;
        try
        {
            Digest plan = ReadDigest(reader);
            ImmutableArray<FramePartition> partitions = Many(reader, DigestBytes, static reader => new FramePartition(reader.ReadString(), ReadDigest(reader), Count(reader)));
            UnitLog log = new();
            read = new DrawPartial(plan, partitions, Many(reader, 3, reader => new PartialCell(Count(reader), Count(reader), ReadUnits(reader, log))));
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or DecoderFallbackException or InputRefusedException or IOException)
        {
            throw Refused(e.Message);
        }

        // Written again it is the same: nothing stands in it twice, padded, out of order or behind the end.
        return Write(read).AsSpan().SequenceEqual(given) && IsInOrder(read) ? read : throw Refused("not as it is written");
    }

    private static bool IsInOrder(DrawPartial partial) =>
        partial.Cells.All(cell => cell.Drawable <= cell.Population && cell.Smallest.Count <= cell.Drawable
            && IsInOrder(UnitList.Of(cell.Smallest)))
        && partial.Partitions.Zip(partial.Partitions.Skip(1)).All(pair => FrameTree.Utf8Order.Compare(pair.First.Name, pair.Second.Name) < 0)
        && partial.Partitions.Sum(partition => partition.Size) == partial.Cells.Sum(cell => cell.Population);

    private static bool IsInOrder(UnitList units)
    {
        for (int i = 1; i < units.Count; i++)
        {
            if (UnitList.Compare(units.Log, units.Numbers[i - 1], units.Log, units.Numbers[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static UnitList ReadUnits(BinaryReader reader, UnitLog log)
    {
        int[] numbers = [.. Many(reader, DigestBytes + 2, reader => log.Add(0, ReadBytes(reader), ReadId(reader)))];
        return new UnitList(log, numbers, 0, numbers.Length);
    }

    private static byte[] ReadId(BinaryReader reader)
    {
        string id = reader.ReadString();
        return FrameUnit.IsId(id) ? Encoding.ASCII.GetBytes(id) : throw new FormatException("no id");
    }

    /// <summary>Several things; no more than the bytes that are left can hold, so that no length asks for memory that nobody sent.</summary>
    private static ImmutableArray<T> Many<T>(BinaryReader reader, int least, Func<BinaryReader, T> read)
    {
        int count = reader.Read7BitEncodedInt();
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || (long)count * least > left)
        {
            throw new EndOfStreamException();
        }

        ImmutableArray<T>.Builder all = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++)
        {
            all.Add(read(reader));
        }

        return all.MoveToImmutable();
    }

    private static long Count(BinaryReader reader) => reader.Read7BitEncodedInt64() is var count && count is >= 0 and <= MostUnits ? count : throw new FormatException("a count that no frame has");

    private static Digest ReadDigest(BinaryReader reader) => Digest.Of(ReadBytes(reader));

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(DigestBytes) is var bytes && bytes.Length == DigestBytes ? bytes : throw new EndOfStreamException();

    private static InputRefusedException Refused(string detail) => ScaleRefusals.MalformedPartial.Refuse(("detail", detail));
}

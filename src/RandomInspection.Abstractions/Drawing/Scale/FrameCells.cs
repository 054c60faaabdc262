using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>The cells of a frame by number, in whatever order they were met.</summary>
/// <remarks>Safe to share between threads: a lookup takes no lock. Numbers mean nothing outside their source.</remarks>
public sealed class FrameCells
{
    private const ulong Spread = 0x9e3779b97f4a7c15;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lock _growing = new();
    private volatile Known?[] _slots = new Known?[64];
    private volatile Known[] _byNumber = new Known[32];
    private volatile int _count;

    /// <summary>Cells so far.</summary>
    public int Count => _count;

    /// <summary>The cell of a number.</summary>
    /// <param name="number">From 0 to below <see cref="Count"/>.</param>
    public Cell this[int number] => _byNumber[number].Cell;

    /// <summary>A cell as it stands in a line of the canonical frame file: stratum TAB class, UTF-8.</summary>
    /// <param name="number">From 0 to below <see cref="Count"/>.</param>
    public ReadOnlyMemory<byte> Text(int number) => _byNumber[number].Text;

    /// <summary>The number of a cell.</summary>
    /// <param name="text">Stratum TAB class, UTF-8.</param>
    /// <exception cref="InputRefusedException">The stratum (RI1103) or the class (RI1102) is malformed.</exception>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        ulong hash = Hash(text);
        return Find(_slots, hash, text)?.Number ?? Add(hash, text);
    }

    /// <summary>The number of a cell.</summary>
    /// <param name="cell">The cell.</param>
    public int NumberOf(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return NumberOf(Encoding.UTF8.GetBytes($"{cell.Stratum}\t{cell.Class}"));
    }

    private static Known? Find(Known?[] slots, ulong hash, ReadOnlySpan<byte> text)
    {
        int mask = slots.Length - 1;
        for (int slot = (int)(hash & (ulong)mask); slots[slot] is { } known; slot = (slot + 1) & mask)
        {
            if (known.Hash == hash && text.SequenceEqual(known.Text))
            {
                return known;
            }
        }

        return null;
    }

    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            ulong hash = (ulong)text.Length;
            if (text.Length >= sizeof(ulong))
            {
                // The last read may overlap the one before it: the length is hashed too.
                ulong last = BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
                for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
                {
                    hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Spread, 29);
                }

                hash = (hash ^ last) * Spread;
            }
            else
            {
                foreach (byte value in text)
                {
                    hash = (hash ^ value) * Spread;
                }
            }

            return hash ^ (hash >> 32);
        }
    }

    private int Add(ulong hash, ReadOnlySpan<byte> text)
    {
        lock (_growing)
        {
            if (Find(_slots, hash, text) is { } known)
            {
                return known.Number;
            }

            Known added = new(hash, text.ToArray(), _count, Parse(text));
            if (added.Number == _byNumber.Length)
            {
                Known[] longer = new Known[2 * _byNumber.Length];
                _byNumber.CopyTo(longer, 0);
                _byNumber = longer;
            }

            // Before its slot, so that whoever finds the number finds the cell.
            _byNumber[added.Number] = added;
            _count++;
            if (2 * _count <= _slots.Length)
            {
                Put(_slots, added);
                return added.Number;
            }

            Known?[] slots = new Known?[4 * _slots.Length];
            for (int number = 0; number < _count; number++)
            {
                Put(slots, _byNumber[number]);
            }

            _slots = slots;
            return added.Number;
        }
    }

    private static void Put(Known?[] slots, Known known)
    {
        int mask = slots.Length - 1, slot = (int)(known.Hash & (ulong)mask);
        while (slots[slot] is not null)
        {
            slot = (slot + 1) & mask;
        }

        Volatile.Write(ref slots[slot], known);
    }

    private static Cell Parse(ReadOnlySpan<byte> text)
    {
        string decoded;
        try
        {
            decoded = StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            decoded = Encoding.UTF8.GetString(text); // its replacement characters are shown in the refusal
            throw DrawingRefusals.MalformedStratum.Refuse(("stratum", decoded), ("reasonZh", "不是 UTF-8"), ("reasonEn", "not UTF-8"));
        }

        int tab = decoded.IndexOf('\t', StringComparison.Ordinal);
        Stratum stratum = Stratum.Parse(tab < 0 ? decoded : decoded[..tab]);
        string @class = tab < 0 ? "" : decoded[(tab + 1)..];
        return FrameUnit.IsClass(@class) ? new Cell(stratum, @class) : throw DrawingRefusals.MalformedClass.Refuse(("class", @class));
    }

    private sealed record Known(ulong Hash, byte[] Text, int Number, Cell Cell);
}

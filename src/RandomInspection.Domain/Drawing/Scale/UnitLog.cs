using System.Buffers.Binary;

namespace RandomInspection.Drawing.Scale;

/// <summary>Units one behind the other, as bytes: the place of a cell, the ticket, the id. No object for a unit.</summary>
/// <remarks>
/// A unit with a credit code takes 56 bytes. Pieces never move, so that several logs make one without a copy; there is room for 16 GiB.
/// Whoever adds does so alone; reading is safe between threads once nobody adds any more.
/// </remarks>
internal sealed class UnitLog
{
    /// <summary>Bytes of a ticket.</summary>
    public const int TicketBytes = 32;

    private const int Entry = sizeof(int);
    private const int Head = Entry + TicketBytes + 1;
    private const int Step = 8;
    private const int FirstPiece = 1 << 12;
    private const int LargestPiece = 1 << PieceBits;
    private const int PieceBits = 20;
    private const int StepBits = 3;
    private const int PlaceBits = PieceBits - StepBits;
    internal const int MostPieces = 1 << (31 - PlaceBits);

    private readonly List<Piece> _pieces = [];

    /// <summary>Units.</summary>
    public int Count { get; private set; }

    /// <summary>The units of several logs; a unit of the first log keeps its number.</summary>
    /// <param name="logs">One or more, that nobody adds to any more.</param>
    /// <exception cref="InsufficientMemoryException">There is no room for them.</exception>
    public static UnitLog Of(IReadOnlyList<UnitLog> logs)
    {
        if (logs.Count == 1)
        {
            return logs[0];
        }

        UnitLog all = new();
        foreach (UnitLog log in logs)
        {
            all._pieces.AddRange(log._pieces);
            all.Count += log.Count;
            RequireRoom(all._pieces.Count);
        }

        return all;
    }

    /// <summary>Puts a unit behind the others.</summary>
    /// <param name="place">Its cell's place in the plan, 0 or more.</param>
    /// <param name="ticket">Its ticket's 32 bytes.</param>
    /// <param name="id">Its id, as long as an id may be.</param>
    /// <returns>Its number in this log.</returns>
    /// <exception cref="InsufficientMemoryException">There is no room for it.</exception>
    public int Add(int place, ReadOnlySpan<byte> ticket, ReadOnlySpan<byte> id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, FrameUnit.MaxIdLength, nameof(id));
        int length = LengthOf(id.Length);
        if (_pieces.Count == 0 || _pieces[^1].Bytes.Length - _pieces[^1].End < length)
        {
            // Small to begin with: most draws are.
            int size = _pieces.Count == 0 ? FirstPiece : Math.Min(2 * _pieces[^1].Bytes.Length, LargestPiece);
            RequireRoom(_pieces.Count + 1);
            _pieces.Add(new Piece(GC.AllocateUninitializedArray<byte>(size)));
        }

        Piece piece = _pieces[^1];
        int number = ((_pieces.Count - 1) << PlaceBits) | (piece.End >> StepBits);
        Span<byte> entry = piece.Bytes.AsSpan(piece.End, length);
        BinaryPrimitives.WriteInt32LittleEndian(entry, place);
        ticket[..TicketBytes].CopyTo(entry[Entry..]);
        entry[Head - 1] = (byte)id.Length;
        id.CopyTo(entry[Head..]);
        piece.End += length;
        Count++;
        return number;
    }

    /// <summary>Every unit's number, and the first bits of its ticket before its cell's place, as they were added.</summary>
    /// <param name="keys">Takes bits and places.</param>
    /// <param name="numbers">Takes the numbers.</param>
    /// <param name="placeMask">The bits of a key that are the place's.</param>
    public void CopyKeys(Span<ulong> keys, Span<int> numbers, ulong placeMask)
    {
        int next = 0;
        for (int i = 0; i < _pieces.Count; i++)
        {
            ReadOnlySpan<byte> bytes = _pieces[i].Bytes;
            for (int at = 0; at < _pieces[i].End; at += LengthOf(bytes[at + Head - 1]), next++)
            {
                numbers[next] = (i << PlaceBits) | (at >> StepBits);
                keys[next] = (BinaryPrimitives.ReadUInt64BigEndian(bytes[(at + Entry)..]) & ~placeMask) | BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
            }
        }
    }

    /// <summary>The first 64 bits of a unit's ticket.</summary>
    /// <param name="number">Its number.</param>
    public ulong Leading(int number) => BinaryPrimitives.ReadUInt64BigEndian(From(number)[Entry..]);

    /// <summary>A unit's ticket, as bytes.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<byte> Ticket(int number) => From(number).Slice(Entry, TicketBytes);

    /// <summary>A unit's id.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<byte> Id(int number)
    {
        ReadOnlySpan<byte> entry = From(number);
        return entry.Slice(Head, entry[Head - 1]);
    }

    /// <summary>A unit's ticket, its id's length and its id: how a partial draw is written.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<byte> Written(int number)
    {
        ReadOnlySpan<byte> entry = From(number);
        return entry.Slice(Entry, TicketBytes + 1 + entry[Head - 1]);
    }

    // A unit beyond that would have the number of another.
    internal static void RequireRoom(int pieces)
    {
        if (pieces > MostPieces)
        {
            throw new InsufficientMemoryException($"More than {MostPieces} pieces of selected units: draw by partitions.");
        }
    }

    private static int LengthOf(int id) => (Head + id + Step - 1) & -Step;

    private ReadOnlySpan<byte> From(int number) => _pieces[number >> PlaceBits].Bytes.AsSpan((number & ((1 << PlaceBits) - 1)) << StepBits);

    private sealed class Piece(byte[] bytes)
    {
        public byte[] Bytes => bytes;

        public int End { get; set; }
    }
}

namespace RandomInspection.Frames;

/// <summary>The units of a sort that are in memory: lines in chunks, and what is needed to order them.</summary>
internal sealed class SortMemory
{
    private const int EntryBytes = 32;

    private readonly int _chunkBytes;
    private readonly int _mostChunks;
    private readonly int _mostEntries;
    private readonly List<byte[]> _chunks = [];
    private Entry[] _entries = [];
    private int _count;
    private int _chunk = -1;
    private int _filled;

    /// <param name="bytes">About how many bytes it may take.</param>
    public SortMemory(long bytes)
    {
        _chunkBytes = (int)Math.Clamp(bytes / 16, 1 << 12, 1 << 20);
        _mostChunks = (int)(bytes / 16 * 9 / _chunkBytes);
        _mostEntries = (int)(bytes / 16 * 7 / EntryBytes);
        _filled = _chunkBytes;
    }

    /// <summary>Puts a line behind the others.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryAdd(ReadOnlySpan<byte> line, int idLength, long number)
    {
        if (_count == _mostEntries)
        {
            return false;
        }

        if (_filled + line.Length > _chunkBytes)
        {
            if (_chunk + 1 == _mostChunks)
            {
                return false;
            }

            if (++_chunk == _chunks.Count)
            {
                _chunks.Add(GC.AllocateUninitializedArray<byte>(_chunkBytes));
            }

            _filled = 0;
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Min(Math.Max(2 * _entries.Length, 1024), _mostEntries));
        }

        line.CopyTo(_chunks[_chunk].AsSpan(_filled));
        _entries[_count++] = new Entry(SortedUnits.KeyOf(line[..idLength]), number, ((long)_chunk * _chunkBytes) + _filled, line.Length, idLength);
        _filled += line.Length;
        return true;
    }

    public void Sort() => _entries.AsSpan(0, _count).Sort(Compare);

    public SortedUnits Open() => new Units(this);

    /// <summary>Takes all units out and keeps the memory.</summary>
    public void Restart() => (_count, _chunk, _filled) = (0, -1, _chunkBytes);

    /// <summary>Takes all units out and lets go of the memory.</summary>
    public void Clear()
    {
        Restart();
        _chunks.Clear();
        _entries = [];
    }

    private ReadOnlySpan<byte> Line(in Entry entry) => _chunks[(int)(entry.Start / _chunkBytes)].AsSpan((int)(entry.Start % _chunkBytes), entry.Length);

    private int Compare(Entry a, Entry b)
    {
        int order = a.Key.CompareTo(b.Key);
        if (order == 0 && (a.IdLength > 16 || b.IdLength > 16))
        {
            order = Line(a)[..a.IdLength].SequenceCompareTo(Line(b)[..b.IdLength]);
        }

        return order == 0 ? a.Number.CompareTo(b.Number) : order;
    }

    private readonly struct Entry(UInt128 key, long number, long start, int length, int idLength)
    {
        private const int LengthBits = 9; // a line has 299 bytes at most
        private const int IdBits = 6; // an id has 55 at most

        private readonly long _place = (((start << LengthBits) | (uint)length) << IdBits) | (uint)idLength;

        public UInt128 Key { get; } = key;

        public long Number { get; } = number;

        public long Start => _place >> (LengthBits + IdBits);

        public int Length => (int)((_place >> IdBits) & ((1 << LengthBits) - 1));

        public int IdLength => (int)(_place & ((1 << IdBits) - 1));
    }

    private sealed class Units(SortMemory memory) : SortedUnits
    {
        private int _next;

        public override ReadOnlySpan<byte> Line => memory.Line(memory._entries[_next - 1]);

        public override bool MoveNext()
        {
            if (_next == memory._count)
            {
                return false;
            }

            ref readonly Entry entry = ref memory._entries[_next++];
            (Key, IdLength, Number) = (entry.Key, entry.IdLength, entry.Number);
            return true;
        }
    }
}

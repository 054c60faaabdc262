using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Ledger;

namespace RandomInspection;

/// <summary>The leaf hashes of many entries and the subtrees over them, many in one call: what checks a whole log needs.</summary>
/// <remarks>
/// The same bytes as <see cref="LedgerLeaf"/>, written without strings, and the same hashes as its tree's, by the kernel of large draws: that
/// is why it stands above the floors. It serves one thread.
/// </remarks>
public sealed class LedgerLeafBatch
{
    private const int MostTextLength = 1 << 30;

    /// <summary>What a JSON string of the log escapes: nothing outside ASCII (<see cref="CanonicalJson"/>).</summary>
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\', 0x7f]);

    private readonly BatchHash _hash = BatchHash.Of(Sha256.Instance);
    private readonly int _most;
    private readonly int _stride;
    private readonly int[] _starts;
    private readonly (int From, int To)[] _streams;
    private readonly uint[][] _levels;

    // Stryker disable once Bitwise: it grows as it must
    private byte[] _text = new byte[1 << 20];

    private int _length;

    /// <summary>A batch of a number of entries.</summary>
    /// <param name="most">Entries at most: a power of two, so that full batches are complete subtrees.</param>
    public LedgerLeafBatch(int most)
    {
        if (!int.IsPow2(most))
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, "The size of a batch is a power of two.");
        }

        _most = most;
        _stride = most + (2 * BatchHash.MostLanes);
        _starts = new int[most + 1];
        _streams = new (int, int)[most];
        _levels = [.. Enumerable.Range(0, int.Log2(most) + 1).Select(_ => new uint[BatchHash.DigestWords * _stride])];
        _hash.Begin([]);
    }

    /// <summary>Entries in it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no further entry fits.</summary>
    public bool IsFull => Count == _most;

    /// <summary>Begins anew.</summary>
    public void Clear() => (Count, _length) = (0, 0);

    /// <summary>Adds the next entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="InvalidOperationException">The batch is full.</exception>
    public void Add(Utf8Entry entry)
    {
        if (IsFull)
        {
            throw new InvalidOperationException($"The batch is full: {_most} entries.");
        }

        // Six bytes for each character that is escaped, and what stands around the texts.
        long needed = _length + 256 + (6L * (entry.Stream.Length + entry.Type.Length + entry.Actor.Length + entry.Role.Length + entry.Reason.Length + entry.Data.Length + entry.Salt.Length)) + BatchHash.Slack;
        if (needed > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Math.Max(needed, 2L * _text.Length), MostTextLength + BatchHash.Slack));
        }

        _starts[Count] = _length;
        _text[_length++] = 0x00; // a leaf's prefix, RFC 9162 §2.1.1
        Plain("{\"sequence\":"u8);
        Number(entry.Sequence);
        Plain(",\"stream\":\""u8);
        int stream = _length;
        Text([], entry.Stream);
        _streams[Count] = (stream, _length);
        Plain("\",\"version\":"u8);
        Number(entry.Version);
        Text(",\"type\":\""u8, entry.Type);
        Text("\",\"actor\":\""u8, entry.Actor);
        Text("\",\"role\":\""u8, entry.Role);
        if (entry.HasReason)
        {
            Text("\",\"reason\":\""u8, entry.Reason);
            Plain("\""u8);
        }
        else
        {
            Plain("\",\"reason\":null"u8);
        }

        Text(",\"at\":\""u8, entry.At);
        Text("\",\"data\":\""u8, entry.Data);
        if (entry.HasSalt)
        {
            Text("\",\"salt\":\""u8, entry.Salt);
        }

        Plain("\"}"u8);
        _starts[++Count] = _length;
    }

    /// <summary>Hashes the entries, and where they fill the batch the subtrees over them.</summary>
    public void Hash()
    {
        _hash.Hash(_text, _starts.AsSpan(0, Count + 1), _levels[0], _stride);
        for (int level = 1; IsFull && level < _levels.Length; level++)
        {
            // Stryker disable once Bitwise: no number of nodes is negative
            _hash.Nodes(_levels[level - 1], _stride, _most >> level, _levels[level]);
        }
    }

    /// <summary>The levels that <see cref="Hash"/> has given: only leaves unless the batch is full.</summary>
    public int Levels => IsFull ? _levels.Length : 1;

    /// <summary>Writes the hash of a subtree.</summary>
    /// <param name="level">Its height: 0 for a leaf.</param>
    /// <param name="index">Its place among those of its height within the batch, from 0.</param>
    /// <param name="hash">32 bytes.</param>
    public void CopyNode(int level, int index, Span<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, Levels);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, level == 0 ? Count : _most >> level);
        uint[] words = _levels[level];
        for (int word = 0; word < BatchHash.DigestWords; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * word)..], words[(word * _stride) + index]);
        }
    }

    /// <summary>The stream of an entry in the batch, as its leaf says it.</summary>
    /// <param name="index">The entry's place in the batch, from 0.</param>
    public ReadOnlySpan<byte> Stream(int index) => _text.AsSpan(_streams[index].From.._streams[index].To);

    /// <summary>The bytes of an entry's leaf.</summary>
    /// <param name="index">Its place in the batch, from 0.</param>
    internal ReadOnlySpan<byte> LeafBytes(int index) => _text.AsSpan((_starts[index] + 1).._starts[index + 1]);

    private void Plain(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _text.AsSpan(_length), out int written);
        _length += written;
    }

    private void Text(ReadOnlySpan<byte> before, ReadOnlySpan<byte> text)
    {
        Plain(before);
        while (text.IndexOfAny(Escaped) is >= 0 and int at)
        {
            Plain(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }

        Plain(text);
    }

    private void Escape(byte character)
    {
        switch (character)
        {
            case (byte)'"':
                Plain("\\\""u8);
                break;
            case (byte)'\\':
                Plain("\\\\"u8);
                break;
            case (byte)'\b':
                Plain("\\b"u8);
                break;
            case (byte)'\f':
                Plain("\\f"u8);
                break;
            case (byte)'\n':
                Plain("\\n"u8);
                break;
            case (byte)'\r':
                Plain("\\r"u8);
                break;
            case (byte)'\t':
                Plain("\\t"u8);
                break;
            default:
                Plain("\\u00"u8);
                _text[_length++] = Hex(character >> 4);
                _text[_length++] = Hex(character & 0xf);
                break;
        }
    }

    private static byte Hex(int nibble) => (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
}

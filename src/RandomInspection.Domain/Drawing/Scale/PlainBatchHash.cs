using System.Buffers.Binary;

namespace RandomInspection.Drawing.Scale;

/// <summary>Any hash, one message after the other.</summary>
internal sealed class PlainBatchHash(IDrawHash hash) : BatchHash
{
    private readonly byte[] _digest = new byte[4 * DigestWords];
    private readonly byte[] _node = [0x01, .. new byte[2 * 4 * DigestWords]];
    private byte[] _message = [];
    private int _shared;

    public override void Begin(ReadOnlySpan<byte> shared)
    {
        _message = shared.ToArray();
        _shared = shared.Length;
    }

    public override void Hash(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, Span<uint> digests, int stride, int words)
    {
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            ReadOnlySpan<byte> own = text[starts[i]..starts[i + 1]];
            if (_message.Length < _shared + own.Length)
            {
                Array.Resize(ref _message, _shared + (2 * own.Length));
            }

            own.CopyTo(_message.AsSpan(_shared));
            hash.Hash(_message.AsSpan(0, _shared + own.Length), _digest);
            Keep(digests, stride, words, i);
        }
    }

    public override void Nodes(ReadOnlySpan<uint> level, int stride, int pairs, Span<uint> above)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            for (int word = 0; word < DigestWords; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(_node.AsSpan(1 + (4 * word)), level[(word * stride) + (2 * pair)]);
                BinaryPrimitives.WriteUInt32BigEndian(_node.AsSpan(1 + (4 * (DigestWords + word))), level[(word * stride) + (2 * pair) + 1]);
            }

            hash.Hash(_node, _digest);
            Keep(above, stride, DigestWords, pair);
        }
    }

    private void Keep(Span<uint> columns, int stride, int words, int at)
    {
        for (int word = 0; word < words; word++)
        {
            columns[(word * stride) + at] = BinaryPrimitives.ReadUInt32BigEndian(_digest.AsSpan(4 * word));
        }
    }
}

using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>The first reading: counts per cell, salts, leaves and the root of each block.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
internal sealed class CountingWorker : IBlockWorker
{
    private const int Batch = 512;
    private const int SaltWords = 4;
    private const int SaltBytes = sizeof(uint) * SaltWords;
    private const int LongestLeaf = 1 + (2 * SaltBytes) + 1 + FrameUnit.MaxIdLength + 1 + Stratum.MaxUtf8Bytes + 1 + FrameUnit.MaxClassLength + 1 + 8;
    private const int IdStart = 2 + (2 * SaltBytes);
    private const int Stride = FrameBlock.Capacity + (2 * BatchHash.MostLanes);

    private readonly FrameRoots _roots;
    private readonly PartitionRule? _rule;
    private readonly BatchHash _salts;
    private readonly BatchHash _leaves;
    private readonly CellNumbers<CellTally> _cells;
    private readonly uint[] _salt = new uint[SaltWords * (Batch + BatchHash.MostLanes)];
    private readonly byte[] _text = new byte[((Batch + 1) * LongestLeaf) + BatchHash.Slack];
    private readonly int[] _starts = new int[Batch + 1];
    private uint[] _level = new uint[BatchHash.DigestWords * Stride];
    private uint[] _above = new uint[BatchHash.DigestWords * Stride];

    public CountingWorker(FrameCells cells, FrameKey key, IDrawHash hash, FrameRoots roots, PartitionRule? rule)
    {
        _roots = roots;
        _rule = rule;
        _salts = BatchHash.Of(hash);
        _salts.Begin(Encoding.ASCII.GetBytes(key.Hex));
        _leaves = BatchHash.Of(hash);
        _cells = CellTally.Of(cells);
    }

    /// <summary>What was counted.</summary>
    public CellNumbers<CellTally> Cells => _cells;

    public void Take(long number, FrameBlock block)
    {
        FrameOrder.Check(block, number * FrameBlock.Capacity);
        if (_rule is { } rule)
        {
            FrameOrder.Check(block, number * FrameBlock.Capacity, rule);
        }

        for (int first = 0; first < block.Count; first += Batch)
        {
            HashLeaves(block, first, Math.Min(Batch, block.Count - first));
        }

        _roots.Add(number, block, RootOf(block.Count));
    }

    private void HashLeaves(FrameBlock block, int first, int count)
    {
        const int SaltStride = Batch + BatchHash.MostLanes;
        _salts.Hash(block.Ids, block.Starts.Slice(first, count + 1), _salt, SaltStride, SaltWords);
        ReadOnlySpan<byte> ids = block.Ids;
        ReadOnlySpan<int> starts = block.Starts.Slice(first, count + 1), cells = block.Cells.Slice(first, count);
        ReadOnlySpan<bool> drawable = block.Drawable.Slice(first, count);
        ReadOnlySpan<uint> salts = _salt;
        Span<byte> salt = stackalloc byte[SaltBytes];
        int end = 0;
        unchecked
        {
            for (int i = 0; i < count; i++)
            {
                CellTally tally = _cells[cells[i]];
                tally.Count(drawable[i]);
                for (int word = 0; word < SaltWords; word++)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(salt[(sizeof(uint) * word)..], salts[(SaltStride * word) + i]);
                }

                // 0x00, salt in hex, TAB, id, TAB stratum TAB class TAB standing
                Span<byte> leaf = _text.AsSpan(end, LongestLeaf + BatchHash.Slack);
                leaf[0] = 0x00;
                Convert.TryToHexStringLower(salt, leaf[1..], out _);
                leaf[1 + (2 * SaltBytes)] = (byte)'\t';
                int length = starts[i + 1] - starts[i];
                CopyWide(ids[starts[i]..], length, leaf[IdStart..]);
                CopyWide(tally.End(drawable[i]), tally.EndLength(drawable[i]), leaf[(IdStart + length)..]);
                end += IdStart + length + tally.EndLength(drawable[i]);
                _starts[i + 1] = end;
            }
        }

        _leaves.Hash(_text.AsSpan(0, end + BatchHash.Slack), _starts.AsSpan(0, count + 1), _level.AsSpan(first), Stride);
    }

    /// <summary>The root of the first leaves of the level: a node without a right neighbour rises as it is, which is the tree of RFC 9162.</summary>
    private byte[] RootOf(int nodes)
    {
        while (nodes > 1)
        {
            int pairs = nodes / 2;
            _leaves.Nodes(_level, Stride, pairs, _above);
            if (nodes % 2 == 1)
            {
                for (int word = 0; word < BatchHash.DigestWords; word++)
                {
                    _above[(Stride * word) + pairs] = _level[(Stride * word) + nodes - 1];
                }
            }

            (_level, _above) = (_above, _level);
            nodes -= pairs;
        }

        byte[] root = new byte[sizeof(uint) * BatchHash.DigestWords];
        for (int word = 0; word < BatchHash.DigestWords; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(root.AsSpan(sizeof(uint) * word), _level[Stride * word]);
        }

        return root;
    }

    /// <summary>Copies in pieces of 32 bytes: both sides have room for what goes over the length.</summary>
    private static void CopyWide(ReadOnlySpan<byte> from, int length, Span<byte> to)
    {
        for (int at = 0; at < length; at += Vector256<byte>.Count)
        {
            Vector256.Create(from[at..]).CopyTo(to[at..]);
        }
    }
}

using System.Runtime.Intrinsics;

namespace RandomInspection.Drawing.Scale;

/// <summary>Some thousand units of a frame as columns: ids one behind the other, numbers of cells, standings.</summary>
/// <remarks>It is filled again and again, so that a frame of any size takes no more memory than a few blocks. Not safe to share between threads.</remarks>
public sealed class FrameBlock
{
    /// <summary>Units of a full block: a power of two, so that a block is a whole subtree of the frame's Merkle tree.</summary>
    public const int Capacity = 4096;

    /// <summary>Bytes behind the last id that may be read, whatever they are.</summary>
    public const int Slack = 64;

    private readonly int[] _starts = new int[Capacity + 1];
    private readonly int[] _cells = new int[Capacity];
    private readonly bool[] _drawable = new bool[Capacity];
    private object? _draft;
    private byte[] _ids = new byte[(Capacity * 20) + Slack];

    /// <summary>Units in the block.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no unit more fits.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>The ids, one behind the other, and <see cref="Slack"/> bytes more.</summary>
    public ReadOnlySpan<byte> Ids => _ids.AsSpan(0, _starts[Count] + Slack);

    /// <summary>Where each id begins, and behind the last where it ends.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>Each unit's cell, by its number in <see cref="IFrameSource.Cells"/>.</summary>
    public ReadOnlySpan<int> Cells => _cells.AsSpan(0, Count);

    /// <summary>Whether each unit can be drawn.</summary>
    public ReadOnlySpan<bool> Drawable => _drawable.AsSpan(0, Count);

    /// <summary>What a source keeps with a block between <see cref="IFrameReader.Next"/> and <see cref="IFrameReader.Complete"/>; made once, filled again with the block.</summary>
    /// <typeparam name="TDraft">The source's own.</typeparam>
    public TDraft Draft<TDraft>()
        where TDraft : class, new()
    {
        if (_draft is not TDraft draft)
        {
            _draft = draft = new TDraft();
        }

        return draft;
    }

    /// <summary>The id of a unit.</summary>
    /// <param name="unit">Its place in the block.</param>
    public ReadOnlySpan<byte> Id(int unit) => _ids.AsSpan(_starts[unit], _starts[unit + 1] - _starts[unit]);

    /// <summary>Takes all units out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Puts a unit behind the others.</summary>
    /// <param name="id">Its id's bytes.</param>
    /// <param name="cell">Its cell's number.</param>
    /// <param name="isDrawable">Whether it can be drawn.</param>
    /// <exception cref="InvalidOperationException">The block is full.</exception>
    /// <remarks>Whether ids are well formed and in order is checked when the frame is counted.</remarks>
    public void Add(ReadOnlySpan<byte> id, int cell, bool isDrawable)
    {
        if (IsFull)
        {
            throw new InvalidOperationException("The block is full.");
        }

        int start = _starts[Count], end = start + id.Length;
        if (end + Slack > _ids.Length)
        {
            Array.Resize(ref _ids, Math.Max(2 * _ids.Length, end + Slack));
        }

        if (id.Length is >= 16 and <= 32)
        {
            // A credit code in two pieces that overlap.
            Vector128.Create(id).CopyTo(_ids.AsSpan(start));
            Vector128.Create(id[^16..]).CopyTo(_ids.AsSpan(end - 16));
        }
        else
        {
            id.CopyTo(_ids.AsSpan(start));
        }

        _cells[Count] = cell;
        _drawable[Count] = isDrawable;
        _starts[++Count] = end;
    }
}

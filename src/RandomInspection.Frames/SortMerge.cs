using System.Text;

namespace RandomInspection.Frames;

/// <summary>Several sorted sequences as one: a heap whose top is the smallest.</summary>
/// <param name="parts">The sequences, none of their units taken yet.</param>
internal sealed class SortMerge(SortedUnits[] parts) : SortedUnits
{
    private readonly byte[] _previous = new byte[byte.MaxValue];
    private int _previousLength;
    private long _first;
    private int _size;
    private bool _started;
    private SortedUnits[] _heap = [];

    public override ReadOnlySpan<byte> Line => _heap[0].Line;

    /// <summary>Whether the unit before has the same id.</summary>
    public bool IsRepeated { get; private set; }

    public FrameDuplicate Duplicate => new(Encoding.ASCII.GetString(Id), _first, Number);

    public override bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            _heap = [.. parts.Where(part => part.MoveNext())];
            _size = _heap.Length;
            for (int i = (_size / 2) - 1; i >= 0; i--)
            {
                Sink(i);
            }
        }
        else
        {
            if (!_heap[0].MoveNext())
            {
                _heap[0] = _heap[--_size];
            }

            Sink(0);
        }

        if (_size == 0)
        {
            return false;
        }

        SortedUnits top = _heap[0];
        (Key, IdLength, Number) = (top.Key, top.IdLength, top.Number);
        IsRepeated = top.Id.SequenceEqual(_previous.AsSpan(0, _previousLength));
        if (!IsRepeated)
        {
            top.Id.CopyTo(_previous);
            _previousLength = IdLength;
            _first = Number;
        }

        return true;
    }

    private void Sink(int place)
    {
        for (int child; (child = (2 * place) + 1) < _size; place = child)
        {
            if (child + 1 < _size && Compare(_heap[child + 1], _heap[child]) < 0)
            {
                child++;
            }

            if (Compare(_heap[place], _heap[child]) <= 0)
            {
                return;
            }

            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
        }
    }
}
